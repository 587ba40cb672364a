import type { Brief } from "../brief/brief.ts";
import { compareText } from "../text/compare.ts";
import { formatDate } from "../text/date.ts";

/** Something that was said of a brief on a day. */
export interface DatedNote {
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly dateText: string;
  readonly note: string;
}

/** What has happened to a brief since its date, for readers to see before they rely on it. */
export interface BriefLife {
  /** Since when its authors no longer stand by it, and why. */
  readonly withdrawn: DatedNote | undefined;
  /** Newest first; of one day as they are written. */
  readonly corrections: readonly DatedNote[];
  readonly updates: readonly DatedNote[];
}

/** Dates are written in the brief's own language. */
export function briefLife({ meta, language }: Pick<Brief, "meta" | "language">): BriefLife {
  const dated = (date: string, note: string): DatedNote => ({ date, dateText: formatDate(date, language), note });
  const changes = [...meta.changes].sort((a, b) => compareText(b.date, a.date));
  const ofKind = (wanted: "correction" | "update") =>
    changes.filter(({ kind }) => kind === wanted).map(({ date, note }) => dated(date, note));
  return {
    withdrawn: meta.withdrawn && dated(meta.withdrawn.date, meta.withdrawn.reason),
    corrections: ofKind("correction"),
    updates: ofKind("update"),
  };
}
