import { compareText } from "../text/compare.ts";
import { addressOf, type PageRecord, type ParagraphRecord } from "./page-record.ts";

/** Something that changes for readers. Addresses are below the site's. */
export type Change =
  | { readonly kind: "added" | "gone" | "changed"; readonly page: PageRecord; readonly address: string }
  /** The old address leads on to the new one. */
  | { readonly kind: "moved"; readonly page: PageRecord; readonly address: string; readonly leadsTo: string }
  | {
      readonly kind: "corrected" | "withdrawn";
      readonly page: PageRecord;
      readonly address: string;
      readonly note: string;
    }
  | { readonly kind: "reworded"; readonly page: PageRecord; readonly address: string; readonly label: string }
  | {
      readonly kind: "renumbered";
      readonly page: PageRecord;
      readonly address: string;
      readonly label: string;
      readonly now: string;
    }
  /** `leadsOn` where the page still has a place of its name. */
  | {
      readonly kind: "lost";
      readonly page: PageRecord;
      readonly address: string;
      readonly label: string;
      readonly leadsOn: boolean;
    };

export interface SiteChanges {
  /** In the order in which readers care: what is withdrawn and corrected, then pages, then paragraphs. */
  readonly changes: readonly Change[];
  /** Pages that only look otherwise. */
  readonly restyled: number;
}

/** A site as far as changes are told from it. */
export interface SiteInventory {
  /** By path below the site's folder. */
  readonly pages: ReadonlyMap<string, PageRecord>;
  /** By path, what tells whether the file is the same. */
  readonly files: ReadonlyMap<string, { readonly sha256: string }>;
}

const order: readonly Change["kind"][] = [
  "withdrawn",
  "corrected",
  "gone",
  "moved",
  "added",
  "changed",
  "lost",
  "renumbered",
  "reworded",
];

/**
 * What changes for readers from one site to the next.
 *
 * @param hasPlace whether a page of the new site has an element with an id.
 */
export function compareSites(
  before: SiteInventory,
  after: SiteInventory,
  hasPlace: (path: string, id: string) => boolean,
): SiteChanges {
  const changes: Change[] = [];
  let restyled = 0;
  for (const [path, page] of before.pages) {
    if (after.pages.has(path) || page.kind === "moved") continue;
    changes.push({ kind: "gone", page, address: addressOf(path) });
  }
  for (const [path, page] of after.pages) {
    const address = addressOf(path);
    const old = before.pages.get(path);
    if (page.kind === "moved") {
      if (old && old.kind !== "moved") changes.push({ kind: "moved", page: old, address, leadsTo: page.leadsTo ?? "" });
      continue;
    }
    if (!old || old.kind === "moved") changes.push({ kind: "added", page, address });
    else if (old.words !== page.words) changes.push({ kind: "changed", page, address });
    else if (before.files.get(path)?.sha256 !== after.files.get(path)?.sha256) restyled += 1;
    changes.push(...newsOf(old, page, address));
    if (old?.kind === "source" && page.kind === "source")
      changes.push(...paragraphChanges(old.paragraphs, page, address, (id) => hasPlace(path, id)));
  }
  return { changes: sortChanges(changes), restyled };
}

/** What is newly said of a brief on top. Of a new page nothing: nobody has read it. */
function newsOf(old: PageRecord | undefined, page: PageRecord, address: string): Change[] {
  if (!old) return [];
  const { withdrawn, corrections } = page;
  const before = new Set(old.corrections);
  const fresh = corrections.filter((note) => !before.has(note));
  return [
    ...(withdrawn !== undefined && old.withdrawn === undefined
      ? [{ kind: "withdrawn" as const, page, address, note: withdrawn }]
      : []),
    ...fresh.map((note) => ({ kind: "corrected" as const, page, address, note })),
  ];
}

function paragraphChanges(
  before: readonly ParagraphRecord[],
  page: PageRecord,
  address: string,
  hasPlace: (id: string) => boolean,
): Change[] {
  const now = new Map(page.paragraphs.map((paragraph) => [paragraph.id, paragraph]));
  const olderIds = new Map(before.map((paragraph) => [paragraph.id, paragraph]));
  const arrived = page.paragraphs.filter(({ id, words }) => words !== "" && olderIds.get(id)?.words !== words);
  return before.flatMap(({ id, label, words }): Change[] => {
    const same = now.get(id);
    if (same?.words === words) return [];
    const elsewhere = words === "" ? undefined : arrived.find((one) => one.words === words);
    if (elsewhere) return [{ kind: "renumbered", page, address, label, now: elsewhere.label }];
    if (same) return [{ kind: "reworded", page, address, label }];
    return [{ kind: "lost", page, address, label, leadsOn: hasPlace(id) }];
  });
}

function sortChanges(changes: readonly Change[]): Change[] {
  const rank = ({ kind }: Change) => order.indexOf(kind);
  return changes
    .map((change, index) => ({ change, index }))
    .sort(
      (a, b) => rank(a.change) - rank(b.change) || compareText(a.change.address, b.change.address) || a.index - b.index,
    )
    .map(({ change }) => change);
}
