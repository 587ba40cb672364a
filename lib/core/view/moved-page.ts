import type { Brief } from "../brief/brief.ts";
import { evidencePath } from "../evidence/annotation-addresses.ts";
import type { Source } from "../source/source.ts";
import { sourcePath } from "./address.ts";
import { evidencePagePath } from "./evidence-view.ts";

/** A page that is left at an old address, and where it leads. */
export interface MovedPage {
  readonly section: "briefs" | "evidence" | "sources";
  /** The former name, and the name of today. */
  readonly from: string;
  readonly name: string;
  /** Where it leads: root-relative, without the site's path prefix. */
  readonly url: string;
  readonly title: string;
  readonly language: string;
}

/** The pages that stand at the former addresses of these briefs and sources, their evidence included. */
export function movedPages(briefs: readonly Brief[], sources: Iterable<Source>): MovedPage[] {
  const isRenamed = ({ formerNames }: Brief | Source) => formerNames.length > 0;
  return [
    ...briefs.filter(isRenamed).flatMap((brief) => {
      const { name, title, language } = brief;
      const page = { name, title, language };
      return brief.formerNames.flatMap((from): MovedPage[] => [
        { ...page, section: "briefs", from, url: brief.url },
        { ...page, section: "evidence", from, url: evidencePagePath(brief) },
      ]);
    }),
    ...[...sources].filter(isRenamed).flatMap((source) =>
      source.formerNames.map((from): MovedPage => ({
        section: "sources",
        from,
        name: source.id,
        url: sourcePath(source),
        title: source.meta.title,
        language: source.meta.language,
      })),
    ),
  ];
}

/** Where a brief's evidence was to be had under a former name, root-relative. */
export function formerEvidencePath(former: string): string {
  return evidencePath({ url: `/briefs/${former}/` });
}

/** A place on a page as its address tells what it is. */
export type PlaceName =
  | { readonly kind: "paragraph"; readonly label: string }
  | { readonly kind: "note" | "mark"; readonly note: string }
  | { readonly kind: "other"; readonly id: string };

/** What a reader is told of the place that an address names. @param id of an element on the page it leads to. */
export function placeName({ section }: Pick<MovedPage, "section">, id: string): PlaceName {
  const label = section === "sources" ? /^p([^-~]+)/.exec(id)?.[1] : undefined;
  if (label !== undefined) return { kind: "paragraph", label };
  const [, word, note] = (section === "briefs" ? /^(note|ref)-(\d+)(?:-\d+)?$/.exec(id) : null) ?? [];
  if (note !== undefined) return { kind: word === "note" ? "note" : "mark", note };
  return { kind: "other", id };
}
