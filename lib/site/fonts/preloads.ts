import { Parser } from "htmlparser2";
import { isArabic } from "./shown-characters.ts";

/** Set in Naskh, as reset.css has it; Arabic script in all other languages is set in Nastaliq. */
const naskhLanguages = new Set(["ar", "fa", "prs", "ps"]);
/** What they hold is not shown, or in no face of ours. */
const unseen = new Set(["head", "script", "style", "template", "noscript", "code", "pre", "kbd", "option"]);

/** Parts of a brief that are laid out when a reader comes near them, and fetch their faces then. */
const laidOutLater = new Set(["notes", "cited-sources"]);
/**
 * Characters of text that a first screen may hold: a window of 1440 by 900 pixels has about
 * 3,000 of a list of sources. What stands further down has its face by the time that
 * somebody gets there, and every other reader is spared up to 180 kB ahead of the text.
 */
const firstScreen = 4000;

interface OpenElement {
  readonly language: string;
  readonly isSeen: boolean;
  /** Only its summary is seen until a reader opens it. */
  readonly isShut: boolean;
}

/** Names of the Arabic faces that the beginning of a page is set in, such as `["nastaliq"]`. */
export function arabicFacesOf(html: string): string[] {
  // Most pages have none, and are not read.
  if (!isArabic(html)) return [];
  const found = new Set<string>();
  const open: OpenElement[] = [];
  let characters = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      const outer = open.at(-1) ?? { language: "", isSeen: true, isShut: false };
      const isSeen =
        outer.isSeen &&
        !(outer.isShut && name !== "summary") &&
        !unseen.has(name) &&
        !laidOutLater.has(attributes.class ?? "");
      open.push({
        language: attributes.lang?.split("-")[0]?.toLowerCase() ?? outer.language,
        isSeen: isSeen && attributes.hidden === undefined,
        isShut: name === "details" && attributes.open === undefined,
      });
    },
    ontext(text) {
      const { language = "", isSeen = true } = open.at(-1) ?? {};
      if (!isSeen || characters > firstScreen) return;
      if (isArabic(text)) found.add(naskhLanguages.has(language) ? "naskh" : "nastaliq");
      characters += text.replace(/\s+/g, " ").length;
    },
    onclosetag() {
      open.pop();
    },
  });
  parser.end(html);
  return [...found].sort();
}

/**
 * A page that fetches the Arabic faces of its beginning ahead, so that its first picture already has them
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
