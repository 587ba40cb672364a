import { printName } from "../front-matter/fields.ts";
import { rememberedIn } from "../remembered.ts";
import type { Grade, Rights, SourceFlag } from "../source/source-schema.ts";
import type { Source } from "../source/source.ts";
import { formatDate } from "../text/date.ts";
import type { Direction } from "../text/language.ts";
import { sourcePath } from "./address.ts";

/** What is said of a source wherever it is named. */
export interface SourceCard {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  /** Authors, or else the publisher or container; empty when none is known. */
  readonly byline: string;
  /** As a reader writes it; empty when unknown. */
  readonly dateText: string;
  /** ISO 8601, for sorting and machines; empty when unknown. */
  readonly issued: string;
  readonly grade: Grade;
  readonly rights: Rights;
  readonly flags: readonly SourceFlag[];
  readonly language: string;
  readonly direction: Direction;
  /** The original's address; empty when unknown. */
  readonly original: string;
  /** The other site that it stands on, and its page there; absent for a source of the site's own. */
  readonly elsewhere?: { readonly title: string; readonly url: string };
}

/** @param language of the page that shows it, for dates. */
export const sourceCard: (source: Source, language: string) => SourceCard = rememberedIn((source, language) => {
  const { meta, elsewhere } = source;
  return {
    id: source.id,
    url: sourcePath(source),
    title: meta.title,
    byline: meta.author?.map(printName).join(", ") ?? meta.publisher ?? meta["container-title"] ?? "",
    dateText: meta.issued === undefined ? "" : formatDate(meta.issued, language),
    issued: meta.issued ?? "",
    grade: meta.grade,
    rights: meta.rights,
    flags: meta.flags,
    language: meta.language,
    direction: source.direction,
    original: meta.URL ?? "",
    ...(elsewhere && { elsewhere: { title: elsewhere.title, url: elsewhere.address } }),
  };
});
