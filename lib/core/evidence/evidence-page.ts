import { cutList, type ListPage } from "../list/list-page.ts";
import type { ContestedParagraph } from "./contested-paragraphs.ts";
import type { DisputedClaim } from "./disputed-claims.ts";
import type { Reliance } from "./reliance.ts";
import type { BriefFigures, SiteEvidence } from "./site-evidence.ts";

/** Rows of a table and claims with their notes that a page of the site's evidence holds, of each list. */
export const evidenceLengths = { rows: 100, claims: 50 } as const;

/**
 * One page of the evidence of all briefs: of each of its lists the part that stands there.
 * A list that has ended on a page before is empty.
 */
export interface EvidencePage extends Omit<ListPage<never>, "items" | "first" | "last" | "total"> {
  readonly briefs: ListPage<BriefFigures>;
  readonly reliance: ListPage<Reliance>;
  /** Disputed sentences for which another note names support, and those without any. */
  readonly contradictions: ListPage<DisputedClaim>;
  readonly otherDisputed: ListPage<DisputedClaim>;
  readonly contested: ListPage<ContestedParagraph>;
}

/** The pages of the site's evidence, one at the least. @param list root-relative address of the first. */
export function evidencePages(
  list: string,
  evidence: SiteEvidence,
  { rows, claims }: { readonly rows: number; readonly claims: number } = evidenceLengths,
): EvidencePage[] {
  const { briefs, reliance, disputed, contested } = evidence;
  const cut = {
    briefs: cutList(list, briefs, rows),
    reliance: cutList(list, reliance, rows),
    contradictions: cutList(
      list,
      disputed.filter(({ supporting }) => supporting.length > 0),
      claims,
    ),
    otherDisputed: cutList(
      list,
      disputed.filter(({ supporting }) => supporting.length === 0),
      claims,
    ),
    contested: cutList(list, contested, claims),
  };
  const count = Math.max(...Object.values(cut).map(({ length }) => length));
  const places = cutList(list, Array.from({ length: count }), 1);
  return places.map(({ path, number }, index) => ({
    path,
    list,
    number,
    count,
    briefs: partAt(cut.briefs, index),
    reliance: partAt(cut.reliance, index),
    contradictions: partAt(cut.contradictions, index),
    otherDisputed: partAt(cut.otherDisputed, index),
    contested: partAt(cut.contested, index),
  }));
}

/** The part of a list on a page; what comes after its end is empty. */
function partAt<Item>(pages: readonly ListPage<Item>[], index: number): ListPage<Item> {
  const page = pages[index];
  const [first] = pages;
  if (!first) throw new Error("A list has one page at the least");
  return page ?? { ...first, items: [], first: 0, last: 0 };
}
