import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join, posix } from "node:path";
import { pathToFileURL } from "node:url";
import type { Problem } from "../../core/problem.ts";
import { compareText } from "../../core/text/compare.ts";
import { readText } from "../../files/read-text.ts";

export type Citeproc = typeof import("citeproc").default;

/** Everything that a style in a file takes: all of it the project's own, nothing fetched. */
export interface CslFiles {
  readonly citeproc: Citeproc;
  /** XML. */
  readonly style: string;
  /** XML, by name such as "en-GB"; never empty. */
  readonly locales: ReadonlyMap<string, string>;
  /** Name of that of the site's notes. */
  readonly locale: string;
}

export type CslReading = { readonly files: CslFiles } | { readonly files?: undefined; readonly problem: Problem };

/** Asked for by the project's configuration. */
export interface CslWish {
  /** Relative to the project, with slashes. */
  readonly style: string;
  readonly locale?: string | undefined;
}

/** @param root absolute path of the project. @param language of the site, for a style that names no locale. */
export async function readCslFiles(
  { style: path, locale: wished }: CslWish,
  root: string,
  language: string,
): Promise<CslReading> {
  const refuse = (message: string, where = path): CslReading => ({
    problem: { place: { path: where, line: 1, column: 1 }, rule: "citation-style", message },
  });
  if (!existsSync(join(root, path)))
    return refuse(
      `citations.style names ${path}, and there is no such file. Put the style there, or write one of the names.`,
      ".eleventy.ts",
    );
  const reading = readText(join(root, path), path);
  if (!reading.file) return { problem: { ...reading.problem, rule: "citation-style" } };
  const style = reading.file.text;
  if (!/<style\b[^>]*\bxmlns=["']http:\/\/purl\.org\/net\/xbiblio\/csl["']/.test(style))
    return refuse(
      'This is no style of CSL: it has no <style xmlns="http://purl.org/net/xbiblio/csl">. Put a .csl file here.',
    );
  const parent = /<link\b[^>]*\bhref=["']([^"']+)["'][^>]*\brel=["']independent-parent["']/.exec(style)?.[1];
  if (parent !== undefined)
    return refuse(`This style only refers to another, ${parent}. Put the file of that one here.`);

  const folder = posix.dirname(path);
  const found = localesIn(join(root, folder));
  const named = wished ?? /<style\b[^>]*\bdefault-locale=["']([A-Za-z-]+)["']/.exec(style)?.[1] ?? language;
  const locale = localeFor(named, found);
  if (locale === undefined) {
    const file = posix.join(folder, `locales-${named.includes("-") ? named : `${named}-…`}.xml`);
    const others = found.length > 0 ? ` or set citations.locale to ${found.join(" or ")}` : "";
    return refuse(
      `The words of the locale "${named}" are not here. Put ${file}, from the locales of the CSL project, beside the style,${others || " or set citations.locale to one that you have"}.`,
    );
  }
  const locales = new Map<string, string>();
  for (const name of found) {
    const place = posix.join(folder, `locales-${name}.xml`);
    const text = readText(join(root, place), place);
    if (!text.file) return { problem: { ...text.problem, rule: "citation-style" } };
    if (!/<locale\b/.test(text.file.text))
      return refuse("This is no locale of CSL. Put the file of the CSL project here.", place);
    locales.set(name, text.file.text);
  }
  const citeproc = await loadCiteproc(root);
  if (!citeproc)
    return refuse(
      `citations.style ${path} needs citeproc, which is not installed in this project. Type: npm install citeproc`,
      ".eleventy.ts",
    );
  return { files: { citeproc, style, locales, locale } };
}

/** The locale that serves a language: its own, or one of the same language. */
export function localeFor(language: string, names: readonly string[]): string | undefined {
  const lower = language.toLowerCase();
  const [main = ""] = lower.split("-");
  return (
    names.find((name) => name.toLowerCase() === lower) ??
    names.find((name) => name.toLowerCase().split("-")[0] === main)
  );
}

function localesIn(folder: string): string[] {
  const names = readdirSync(folder).flatMap(
    (name) => /^locales-([A-Za-z]{2,3}(?:-[A-Za-z]{2,4})?)\.xml$/.exec(name)?.[1] ?? [],
  );
  return names.sort(compareText);
}

/** citeproc as the project has it; undefined where it has none. */
async function loadCiteproc(root: string): Promise<Citeproc | undefined> {
  let path: string;
  try {
    path = createRequire(join(root, "package.json")).resolve("citeproc");
  } catch {
    return undefined;
  }
  const loaded = (await import(pathToFileURL(path).href)) as { readonly default: Citeproc };
  return loaded.default;
}
