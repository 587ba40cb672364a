import type { LockEvent } from "../anchoring/lock.ts";
import { diffWords, type DiffPart } from "../anchoring/word-diff.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { Source } from "../source/source.ts";
import { formatDate } from "../text/date.ts";
import { withFragment, sourcePath } from "./address.ts";
import type { ParagraphAddresses } from "./paragraph-addresses.ts";

/** Something that happened to a source's text since it was first cited. */
export interface HistoryView {
  readonly kind: LockEvent["kind"];
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly dateText: string;
  /** The paragraph's label, and its address; empty when it is about the whole source, or the address is no more. */
  readonly label: string;
  readonly url: string;
  /** The label it had before, when it moved. */
  readonly formerLabel: string;
  /** What of its text changed; empty when nothing did, or nothing may be shown. */
  readonly changes: readonly DiffPart[];
}

/**
 * A source's history, newest first.
 *
 * @param shown whether the text of the paragraph with this label may be shown.
 * @param language of the page that shows it.
 */
export function sourceHistory(
  catalog: Catalog,
  source: Source,
  addresses: ParagraphAddresses,
  shown: (label: string) => boolean,
  language: string,
): HistoryView[] {
  const lock = catalog.locks.get(source.id)?.lock;
  const urlOf = (label: string): string => {
    const paragraph = source.byLabel.get(label);
    return paragraph ? withFragment(sourcePath(source), addresses.idOf(paragraph)) : "";
  };
  // What only drafts cite is known to no reader.
  const isKnown = ({ label }: LockEvent) =>
    label === undefined || lock?.cited.has(label) === true || lock?.gone.has(label) === true;
  return (lock?.history ?? [])
    .filter(isKnown)
    .map(({ date, kind, label = "", before = "", after = "" }): HistoryView => ({
      kind,
      date,
      dateText: formatDate(date, language),
      label,
      url: kind === "gone" ? "" : urlOf(label),
      formerLabel: kind === "re-pointed" ? before : "",
      changes: kind === "accepted" && shown(label) ? diffWords(before, after) : [],
    }))
    .reverse();
}
