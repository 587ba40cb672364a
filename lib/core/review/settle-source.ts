import { isAddressTaken } from "../anchoring/address.ts";
import type { SourceLock } from "../anchoring/lock.ts";
import { renewLock } from "../anchoring/renew-lock.ts";
import type { Citation } from "../brief/citation.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { citedSource } from "../catalog/current-locks.ts";
import type { ParagraphLabel } from "../label.ts";
import type { Problem } from "../problem.ts";
import type { Source } from "../source/source.ts";
import type { Pinpoint } from "../tags/pinpoint.ts";
import { decisionsOf } from "./decisions.ts";
import { citedToday, intendedCitations } from "./intended.ts";
import { meaningOf } from "./meaning.ts";
import { questionsOf } from "./open-questions.ts";
import { needsAnswer, type AffectedNote, type Answers, type Question } from "./question.ts";
import type { SourceReview } from "./source-review.ts";

export type SourceSettlement =
  | {
      readonly kind: "settled";
      readonly lock: SourceLock;
      /** What each citation of the source has to say from now on, part by part as it is written. */
      readonly pinpoints: ReadonlyMap<Citation, Pinpoint>;
      /** Citations of what is gone: they are left as they are, and each is a problem until it is taken out. */
      readonly orphans: readonly AffectedNote[];
    }
  /** These are not answered. */
  | { readonly kind: "open"; readonly questions: readonly Question[] }
  /** Something could not be read, and may cite this source. */
  | { readonly kind: "unread"; readonly problems: readonly Problem[] }
  /** What these cite is gone, and their number is that of another paragraph now: left there, they would pass. */
  | { readonly kind: "number-taken"; readonly notes: readonly AffectedNote[] };

/** Settle one source as a whole, without regard to what is set beside it. @param today YYYY-MM-DD. */
export function settleSource(
  catalog: Catalog,
  review: SourceReview,
  answers: Answers,
  today: string,
): SourceSettlement {
  const { source, record } = review;
  const unread = catalog.library.problems.filter(
    ({ place }) => !/^(?:sources|libraries)\//.test(place.path) || place.path === source.path,
  );
  if (unread.length > 0) return { kind: "unread", problems: unread };
  const decisions = decisionsOf(review, answers);
  const intended = intendedCitations(review.parts, (part) => meaningOf(part, review, decisions, answers));
  const open = questionsOf(review, answers).filter((one) => needsAnswer(one) && !answers.has(one.key));
  if (open.length > 0) return { kind: "open", questions: open };

  const present = intended.flatMap((one) => citedToday(one, catalog) ?? []);
  const lock = renewLock(review.lock, decisions, citedSource(source, record, present), today);
  const orphans = intended.flatMap(({ parts }) =>
    parts.filter(({ meaning }) => meaning.kind === "gone").map(({ cited }) => cited),
  );
  const taken = orphans.filter(({ part }) => wouldPass(part.from, lock, source));
  if (taken.length > 0) return { kind: "number-taken", notes: taken };
  const pinpoints = new Map(
    intended.map(({ citation, parts }): [Citation, Pinpoint] => [
      citation,
      parts.map(({ cited, meaning }) => (meaning.kind === "is" ? meaning.part : cited.part)),
    ]),
  );
  return { kind: "settled", lock, pinpoints, orphans };
}

/** Whether a citation that is left under the number of what is gone would be taken to mean something else. */
function wouldPass(label: ParagraphLabel, lock: SourceLock, source: Source): boolean {
  if (lock.cited.has(label)) return true;
  // Of what was never published no address is kept, and nothing tells that the number was another's.
  return source.byLabel.has(label) && !isAddressTaken(label, lock);
}
