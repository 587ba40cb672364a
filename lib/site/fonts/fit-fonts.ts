import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeAsset, nameFonts, writeAssets, type Asset } from "../assets.ts";
import type { PageNotes } from "../page-notes.ts";
import { renameInHead, renamings, withNames, type Renaming } from "../rename-addresses.ts";
import { cutFont } from "./cut-font.ts";
import { faces, rangeOf, readFace, type Face } from "./faces.ts";
import { withFontPreloads } from "./preloads.ts";
import { charactersIn, codeOf, isArabic, ShownCharacters } from "./shown-characters.ts";

/** What fonts are fitted to. Paths are absolute. */
export interface FittedSite {
  /** The built site, in which whole fonts were written and named. */
  readonly folder: string;
  /** Where fonts that were cut before are kept. */
  readonly cache: string;
  /** Style sheets as they are written: fonts by name, `url("serif.woff2")`. */
  readonly styles: string;
  readonly assets: readonly Asset[];
  /** Root-relative address of an asset, with the path prefix. */
  readonly addressOf: (asset: Asset) => string;
  /** What pages show that are not in the folder yet. */
  readonly more: string;
  /** What is known of pages that were written ready but for the names of fonts. */
  readonly notes: PageNotes;
}

export interface FontFitting {
  /** What each page shows beyond ASCII, by path below the folder, with slashes. */
  readonly characters: ReadonlyMap<string, string>;
  /** Of all assets by name, as pages have them now. */
  readonly addresses: ReadonlyMap<string, string>;
  /** Files below the folder that are called otherwise than when pages were written. */
  readonly renamed: ReadonlyMap<string, string>;
}

/**
 * Cut a built site's fonts down to the characters that its pages show and the alphabets
 * that readers type, name them in its style sheet and pages after what is left, and let
 * each page fetch its Arabic faces ahead.
 *
 * A face that no page has a character for stays whole: nothing but a query loads it.
 */
export async function fitFonts({
  folder,
  cache,
  styles,
  assets,
  addressOf,
  more,
  notes,
}: FittedSite): Promise<FontFitting> {
  const former = new Map(assets.map((asset) => [asset.name, addressOf(asset)]));
  const characters = charactersOfPages(folder, former.get("site.css") ?? "", notes);
  const shown = shownBy([...characters.values(), more], assets);
  const fitted: Asset[] = [];
  for (const face of faces) {
    const kept = charactersOf(face, styles, shown);
    if (kept)
      fitted.push(makeAsset(`${face.name}.woff2`, await cutFont(readFace(face), { ...face, characters: kept }, cache)));
  }
  const fonts = faces.flatMap(
    ({ name }) => [...fitted, ...assets].find((asset) => asset.name === `${name}.woff2`) ?? [],
  );
  fitted.push(makeAsset("site.css", Buffer.from(nameFonts(styles, fonts))));

  const addresses = new Map([...former, ...fitted.map((asset) => [asset.name, addressOf(asset)] as const)]);
  const renamed = new Map<string, string>();
  for (const { name, path } of assets) {
    const now = fitted.find((asset) => asset.name === name);
    if (!now) continue;
    rmSync(join(folder, path));
    if (now.path !== path) renamed.set(path.slice(1), now.path.slice(1));
  }
  writeAssets(fitted, folder);
  const names = renamings(former, addresses);
  for (const page of characters.keys()) {
    const path = join(folder, page);
    if (notes.has(page)) renameInHead(path, names);
    else addPreloads(path, addresses, names);
  }
  return { characters, addresses, renamed };
}

/** As {@link fitFonts} for pages that are joined with others later: all but the cutting, since the others are not known. */
export function preparePages({
  folder,
  assets,
  addressOf,
  notes,
}: Pick<FittedSite, "folder" | "assets" | "addressOf" | "notes">): FontFitting {
  const addresses = new Map(assets.map((asset) => [asset.name, addressOf(asset)]));
  const characters = charactersOfPages(folder, addresses.get("site.css") ?? "", notes);
  for (const page of characters.keys()) if (!notes.has(page)) addPreloads(join(folder, page), addresses);
  return { characters, addresses, renamed: new Map() };
}

/** @param path absolute path of a page that nobody took notes of. @param addresses of assets by name. */
function addPreloads(path: string, addresses: ReadonlyMap<string, string>, renamed: readonly Renaming[] = []): void {
  const html = readFileSync(path, "utf8");
  const ready = withFontPreloads(withNames(html, renamed), (face) => addresses.get(`${face}.woff2`) ?? "");
  if (ready !== html) writeFileSync(path, ready);
}

/**
 * What each page that loads a style sheet shows beyond ASCII, by path below the folder, with
 * slashes; pages that do not are none of Pincite's. Those of which nobody took notes are read
 * again when they are changed: held all at once, they would fill the memory.
 */
function charactersOfPages(folder: string, styleSheet: string, notes: PageNotes): ReadonlyMap<string, string> {
  const characters = new Map<string, string>();
  for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!path.endsWith(".html")) continue;
    const file = path.replaceAll("\\", "/");
    const noted = notes.has(file) ? notes.charactersOf(file) : readCharacters(join(folder, path), styleSheet);
    if (noted !== undefined) characters.set(file, noted);
  }
  return characters;
}

function readCharacters(path: string, styleSheet: string): string | undefined {
  const html = readFileSync(path, "utf8");
  return html.includes(`"${styleSheet}"`) ? charactersIn(html) : undefined;
}

/** Characters of texts, and of what style sheets and scripts write into pages. */
function shownBy(texts: Iterable<string>, assets: readonly Asset[]): readonly string[] {
  const shown = new ShownCharacters();
  for (const text of texts) shown.add(text);
  for (const { name, bytes } of assets) if (!name.endsWith(".woff2")) shown.add(bytes.toString("utf8"));
  return shown.sorted();
}

/** What is kept of a face, in order; undefined where no page shows a character of it. */
function charactersOf(face: Face, styles: string, shown: readonly string[]): readonly string[] | undefined {
  const range = rangeOf(face, styles);
  const inRange = (character: string) => {
    const code = codeOf(character);
    return range.some(([first, last]) => first <= code && code <= last);
  };
  const needed = shown.filter(inRange);
  const isNeeded = face.script === "Latin" || (face.script === "Arabic" ? needed.some(isArabic) : needed.length > 0);
  if (!isNeeded) return undefined;
  return [...new Set([...Array.from(face.alphabet), ...needed])].filter(inRange).sort((a, b) => codeOf(a) - codeOf(b));
}
