import type { Brief } from "../../../lib/core/brief/brief.ts";
import type { Catalog } from "../../../lib/core/catalog/catalog.ts";
import { rePoint } from "../../../lib/core/review/re-point.ts";
import { questionsOf } from "../../../lib/core/review/open-questions.ts";
import type { Answer, Answers } from "../../../lib/core/review/question.ts";
import { settle, type Settlement } from "../../../lib/core/review/settle.ts";
import { sourceReview, type SourceReview } from "../../../lib/core/review/source-review.ts";
import type { SourceLock } from "../../../lib/core/anchoring/lock.ts";
import { readPinpoint } from "../../../lib/core/tags/pinpoint.ts";
import { catalogOf } from "../support/catalogs.ts";
import { briefHead, briefOf, sourceFrom } from "../support/documents.ts";

/** Sentences of which no two are alike, by a letter. */
const sentences: Readonly<Record<string, string>> = {
  a: "The survey was made in spring by the board of the harbour.",
  b: "A depth of nine metres is kept at even the lowest tide.",
  c: "Ships under every flag pass freely through all the year.",
  d: "Four cranes lift forty tonnes each on northern quays.",
  e: "An old lighthouse was first lit in 1874 beside western moles.",
  f: "Customs registers lie below in cellars under towers.",
  n: "Ferries alone use what was dredged lately for them.",
  m: "Nobody may anchor where telegraph cables cross underwater.",
  B: "A depth of eight metres is kept at even the lowest tide.",
};

/** A library at one time: the letters of its sources' paragraphs, and the bodies of its briefs. */
export interface Written {
  readonly sources: Readonly<Record<string, string>>;
  readonly briefs: Readonly<Record<string, string>>;
  /** Whether its briefs are drafts; published when absent. */
  readonly drafts?: boolean;
}

/** The catalog of a library; the locks are those of the same library as it was before. */
export function catalogWith(
  { sources, briefs, drafts }: Written,
  locks: ReadonlyMap<string, SourceLock> = new Map(),
): Catalog {
  const read = Object.entries(sources).map(
    ([id, letters]) =>
      sourceFrom(
        Array.from(letters)
          .map((letter) => sentences[letter])
          .join("\n\n"),
        {},
        id,
      ).source,
  );
  return catalogOf(
    read,
    Object.entries(briefs).map(([name, body]) => briefNamed(name, body, drafts === true)),
    [],
    locks,
  );
}

function briefNamed(name: string, body: string, draft: boolean): Brief {
  const head = draft ? briefHead.replace("status: published", "status: draft") : briefHead;
  return briefOf(head + body, name).brief;
}

/** The locks that a build of a library writes. */
export function locksOf(written: Written, before?: ReadonlyMap<string, SourceLock>): Map<string, SourceLock> {
  return new Map(Array.from(catalogWith(written, before).locks, ([id, { lock }]) => [id, lock]));
}

export function reviewOf(catalog: Catalog, id = "s"): SourceReview {
  const review = sourceReview(catalog, id);
  if (!review) throw new Error(`"${id}" has no lock.`);
  return review;
}

/** Each question as `key state suggestion`. */
export function asked(review: SourceReview, answers?: Answers): string[] {
  return questionsOf(review, answers).map((question) => {
    const about =
      question.kind === "paragraph" ? question.state.kind : question.kind === "citation" ? question.why : "";
    const { suggestion } = question;
    const to = suggestion ? `→ ${[suggestion.from, suggestion.to].filter(Boolean).join("-")}` : "";
    return [question.key, about, to].filter((text) => text !== "").join(" ");
  });
}

/** Answers by key: a pinpoint, "former" or "gone". */
export function answersOf(answers: Readonly<Record<string, string>>): Map<string, Answer> {
  return new Map(
    Object.entries(answers).map(([key, text]): [string, Answer] => {
      if (text === "gone" || text === "former") return [key, { kind: text }];
      const [part] = readPinpoint(text) ?? [];
      if (!part) throw new Error(`"${text}" is not a pinpoint.`);
      return [key, { kind: "is", part }];
    }),
  );
}

type Settled = Extract<Settlement, { kind: "settled" }>;

/** The library as it is after what a settlement writes, with its locks. */
export function afterSettling(
  written: Written,
  locks: ReadonlyMap<string, SourceLock>,
  settlement: Settled,
): { after: Written; catalog: Catalog } {
  const briefs = Object.entries(written.briefs).map(([name, body]) => {
    const edits = settlement.edits.filter(({ place }) => place.path === `briefs/${name}.md`);
    const text = rePoint(briefHead + body, edits);
    if (text.kind !== "text") throw new Error(`${name} is not as it was parsed.`);
    return [name, text.text.slice(briefHead.length)];
  });
  const after = { ...written, briefs: Object.fromEntries(briefs) as Record<string, string> };
  return { after, catalog: catalogWith(after, new Map([...locks, ...settlement.locks])) };
}

/** Settle a source with these answers; where that is refused, everything stays as it was. */
export function settled(
  written: Written,
  locks: ReadonlyMap<string, SourceLock>,
  answers: Readonly<Record<string, string>> = {},
): { outcome: Settlement; after: Written; catalog: Catalog } {
  const catalog = catalogWith(written, locks);
  const outcome = settle(catalog, "s", answersOf(answers), "2026-04-01");
  return {
    after: written,
    catalog,
    ...(outcome.kind === "settled" && afterSettling(written, locks, outcome)),
    outcome,
  };
}
