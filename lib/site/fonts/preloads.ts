import { Parser } from "htmlparser2";
import { isArabic } from "./shown-characters.ts";

/** Set in Naskh, as reset.css has it; Arabic script in all other languages is set in Nastaliq. */
const naskhLanguages = new Set(["ar", "fa", "prs", "ps"]);
/** What they hold is not shown, or in no face of ours. */
const unseen = new Set(["head", "script", "style", "template", "noscript", "code", "pre", "kbd", "option"]);

interface OpenElement {
  readonly language: string;
  readonly isSeen: boolean;
  /** Only its summary is seen until a reader opens it. */
  readonly isShut: boolean;
}

/** Names of the Arabic faces that a page is set in, such as `["nastaliq"]`. */
export function arabicFacesOf(html: string): string[] {
  // Most pages have none, and are not read.
  if (!isArabic(html)) return [];
  const found = new Set<string>();
  const open: OpenElement[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      const outer = open.at(-1) ?? { language: "", isSeen: true, isShut: false };
      const isSeen = outer.isSeen && !(outer.isShut && name !== "summary") && !unseen.has(name);
      open.push({
        language: attributes.lang?.split("-")[0]?.toLowerCase() ?? outer.language,
        isSeen: isSeen && attributes.hidden === undefined,
        isShut: name === "details" && attributes.open === undefined,
      });
    },
    ontext(text) {
      const { language = "", isSeen = true } = open.at(-1) ?? {};
      if (isSeen && isArabic(text)) found.add(naskhLanguages.has(language) ? "naskh" : "nastaliq");
    },
    onclosetag() {
      open.pop();
    },
  });
  parser.end(html);
  return [...found].sort();
}

/**
 * A page that fetches its Arabic faces ahead, so that its first picture already has them
 * and no line moves when they come.
 *
 * @param addressOf for the name of a face such as `nastaliq`, with the path prefix.
 */
export function withFontPreloads(html: string, addressOf: (face: string) => string): string {
  const links = arabicFacesOf(html).map(
    (face) => `<link rel="preload" href="${addressOf(face)}" as="font" type="font/woff2" crossorigin>\n`,
  );
  return html.replace('<link rel="stylesheet"', (first) => links.join("") + first);
}
