import { hash } from "node:crypto";
import { builtInStyles, type BuiltInStyle } from "../../core/citation-style/forms.ts";
import { builtInNaming, type Naming } from "../../core/citation-style/naming.ts";
import type { Problem } from "../../core/problem.ts";
import type { Source } from "../../core/source/source.ts";
import { nearest } from "../../core/text/nearest.ts";
import type { SiteOptions } from "../site.ts";
import { readCslFiles } from "./csl-files.ts";
import { cslNaming } from "./csl-naming.ts";
import { StoredForms } from "./forms-cache.ts";

/** How the site names sources, and what is to be done when its pages are made. */
export interface OpenNaming {
  readonly naming: Naming;
  /** Another text for another style, or for other files of it. */
  readonly style: string;
  readonly problem?: undefined;
  /** Keep what was worked out for the next time. */
  save(): void;
}

export type NamingOutcome = OpenNaming | { readonly naming?: undefined; readonly problem: Problem };

/** Pincite's own names of sources, which need nothing. */
export function ownNaming(sources: ReadonlyMap<string, Source>): OpenNaming {
  return openBuiltIn("pincite", sources);
}

/** Open the style of citing that a site asks for. @param root absolute path of the project. */
export async function openNaming(
  { citations, language }: Pick<SiteOptions, "citations" | "language">,
  root: string,
  sources: ReadonlyMap<string, Source>,
): Promise<NamingOutcome> {
  const { style, locale } = citations ?? { style: "pincite" };
  const refuse = (message: string, path = ".eleventy.ts"): NamingOutcome => ({
    problem: { place: { path, line: 1, column: 1 }, rule: "citation-style", message },
  });
  const builtIn = builtInStyles.find((name) => name === style);
  if (builtIn) return openBuiltIn(builtIn, sources, locale);
  if (!/^(?!\/)(?!.*(?:^|\/)\.\.?(?:\/|$))[^\\:]+\.csl$/i.test(style)) return refuse(unknownStyle(style));
  const reading = await readCslFiles({ style, locale }, root, language);
  if (!reading.files) return reading;
  const cache = new StoredForms(root);
  try {
    const naming = cslNaming(reading.files, sources.values(), cache);
    // What is wrong with a style shows only when it is used.
    for (const source of sources.values()) naming.formsOf(source, language);
    const { style: text, locale: own, locales } = reading.files;
    return {
      naming,
      style: hash("sha256", JSON.stringify([text, own, [...locales]])),
      save: () => {
        cache.save();
      },
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refuse(
      `citeproc cannot use this style with the words of its locale: ${reason}. Put both files here as the CSL project publishes them.`,
      style,
    );
  }
}

/** @param locale of all pages; that of each page when absent. */
function openBuiltIn(style: BuiltInStyle, sources: ReadonlyMap<string, Source>, locale?: string): OpenNaming {
  return { naming: inLanguage(style, sources, locale), style: `${style} ${locale ?? ""}`, save: () => undefined };
}

function inLanguage(style: BuiltInStyle, sources: ReadonlyMap<string, Source>, locale: string | undefined): Naming {
  const naming = builtInNaming(style, sources.values());
  if (locale === undefined) return naming;
  return { formsOf: (source) => naming.formsOf(source, locale), aloneOf: (item) => naming.aloneOf(item, locale) };
}

function unknownStyle(style: string): string {
  const [near] = nearest(style, builtInStyles);
  const names = builtInStyles.map((name) => `"${name}"`).join(", ");
  const hint = near === undefined ? "" : ` Did you mean "${near}"?`;
  return `citations.style is "${style}".${hint} Write ${names}, or the path of a .csl file in the project, such as "styles/house.csl".`;
}
