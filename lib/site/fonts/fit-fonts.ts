import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeAsset, nameFonts, writeAssets, type Asset } from "../assets.ts";
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
}

export interface FontFitting {
  /** What each page shows beyond ASCII, by path below the folder, with slashes. */
  readonly characters: ReadonlyMap<string, string>;
  /** Of all assets by name, as pages have them now. */
  readonly addresses: ReadonlyMap<string, string>;
}

/**
 * Cut a built site's fonts down to the characters that its pages show and the alphabets
 * that readers type, name them in its style sheet and pages after what is left, and let
 * each page fetch its Arabic faces ahead.
 *
 * A face that no page has a character for stays whole: nothing but a query loads it.
 */
export async function fitFonts({ folder, cache, styles, assets, addressOf, more }: FittedSite): Promise<FontFitting> {
  const addresses = new Map(assets.map((asset) => [asset.name, addressOf(asset)]));
  const characters = charactersOfPages(folder, addresses.get("site.css") ?? "");
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

  const renamed = fitted.map((asset): [former: string, now: string] => {
    const former = addresses.get(asset.name) ?? "";
    addresses.set(asset.name, addressOf(asset));
    // No text of a page holds a quotation mark as it is: an address is found in attributes alone.
    return [`"${former}"`, `"${addressOf(asset)}"`];
  });
  for (const { name, path } of assets) if (fitted.some((asset) => asset.name === name)) rmSync(join(folder, path));
  writeAssets(fitted, folder);
  for (const page of characters.keys()) {
    const html = readFileSync(join(folder, page), "utf8");
    const named = renamed.reduce((text, [former, now]) => text.replaceAll(former, now), html);
    const ready = withFontPreloads(named, (face) => addresses.get(`${face}.woff2`) ?? "");
    if (ready !== html) writeFileSync(join(folder, page), ready);
  }
  return { characters, addresses };
}

/** As {@link fitFonts} for pages that are joined with others later: all but the cutting, since the others are not known. */
export function preparePages({
  folder,
  assets,
  addressOf,
}: Pick<FittedSite, "folder" | "assets" | "addressOf">): FontFitting {
  const addresses = new Map(assets.map((asset) => [asset.name, addressOf(asset)]));
  const characters = charactersOfPages(folder, addresses.get("site.css") ?? "");
  for (const page of characters.keys()) {
    const html = readFileSync(join(folder, page), "utf8");
    const ready = withFontPreloads(html, (face) => addresses.get(`${face}.woff2`) ?? "");
    if (ready !== html) writeFileSync(join(folder, page), ready);
  }
  return { characters, addresses };
}

/**
 * What each page that loads a style sheet shows beyond ASCII, by path below the folder, with
 * slashes; pages that do not are none of Pincite's. They are read again when they are
 * changed: held all at once, they would fill the memory.
 */
function charactersOfPages(folder: string, styleSheet: string): ReadonlyMap<string, string> {
  const characters = new Map<string, string>();
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".html")) continue;
    const html = readFileSync(join(folder, file), "utf8");
    if (html.includes(`"${styleSheet}"`)) characters.set(file.replaceAll("\\", "/"), charactersIn(html));
  }
  return characters;
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
