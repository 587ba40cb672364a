import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A font that pages load, from a package, and what is kept of it where it is cut down to what a site shows. */
export interface Face {
  /** How the style sheets ask for it: `serif` for `serif.woff2`. */
  readonly name: string;
  readonly module: string;
  readonly file: string;
  /** "Latin" is on every page; the letters of "more Latin" and "Arabic" only on some. */
  readonly script: "Latin" | "more Latin" | "Arabic";
  /** The lightest and the boldest that style sheets ask for; they stand in its @font-face too. */
  readonly weights: readonly [lightest: number, boldest: number];
  /** What readers may type on any page, kept whether a text has it or not. */
  readonly alphabet: string;
}

const ascii = Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index)).join("");
/** With the signs that pages and browsers add themselves: quotes, dashes, bullets, an ellipsis. */
const latin = `${ascii}\u00a0©«°·»×–—‐‑‘’“”„†‡•…‰′″‹›€™−`;
/** Letters of Arabic, Persian, Dari, Pashto and Urdu, their marks, digits and points, and what parts or joins them. */
const arabic = [
  "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي",
  "پچژکگی",
  "ټځڅډړږښګڼۀېۍ",
  "ٹڈڑںھہۂۃےۓ",
  "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0653\u0654\u0655\u0670",
  "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹",
  "٪٫٬،؛؟۔",
  "\u200c\u200d\u200e",
].join("");

const serif = { module: "@fontsource-variable/source-serif-4", weights: [400, 700] } as const;

/** In the order in which the style sheets name them. */
export const faces: readonly Face[] = [
  { ...serif, name: "serif", script: "Latin", file: "source-serif-4-latin-wght-normal.woff2", alphabet: latin },
  { ...serif, name: "serif-italic", script: "Latin", file: "source-serif-4-latin-wght-italic.woff2", alphabet: latin },
  {
    ...serif,
    name: "serif-ext",
    script: "more Latin",
    file: "source-serif-4-latin-ext-wght-normal.woff2",
    alphabet: "",
  },
  {
    name: "nastaliq",
    module: "@fontsource-variable/noto-nastaliq-urdu",
    file: "noto-nastaliq-urdu-arabic-wght-normal.woff2",
    script: "Arabic",
    weights: [400, 700],
    alphabet: arabic,
  },
  {
    name: "naskh",
    module: "@fontsource-variable/noto-naskh-arabic",
    file: "noto-naskh-arabic-arabic-wght-normal.woff2",
    script: "Arabic",
    weights: [400, 700],
    alphabet: arabic,
  },
];

/** The whole font, as WOFF2. */
export function readFace({ module, file }: Face): Buffer {
  const require = createRequire(import.meta.url);
  return readFileSync(join(dirname(require.resolve(`${module}/package.json`)), "files", file));
}

/**
 * The characters for which browsers fetch a face: its `unicode-range` in a style sheet.
 *
 * @returns first and last code point of each stretch. @throws when the style sheet does not say it.
 */
export function rangeOf(face: Pick<Face, "name">, styles: string): readonly (readonly [first: number, last: number])[] {
  const rule = styles.split("@font-face").find((part) => part.includes(`url("${face.name}.woff2")`));
  const range = /unicode-range:([^;}]+)[;}]/.exec(rule ?? "")?.[1];
  if (range === undefined) throw new Error(`The style sheets do not say for which characters ${face.name}.woff2 is`);
  return range.split(",").map((stretch) => {
    const [first, last] = /U\+([\dA-F]+)(?:-([\dA-F]+))?/i.exec(stretch)?.slice(1) ?? [];
    if (first === undefined) throw new Error(`"${stretch.trim()}" is no range of characters`);
    return [Number.parseInt(first, 16), Number.parseInt(last ?? first, 16)] as const;
  });
}
