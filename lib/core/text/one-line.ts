import { cleanText } from "./invisible.ts";
import { collapseWhiteSpace } from "./normal-form.ts";

/** Text of one line, such as front matter can hold: single spaces, and nothing that belongs in no text. */
export function oneLine(text: string): string {
  return collapseWhiteSpace(cleanText(collapseWhiteSpace(text)).replace(/\uFEFF/g, ""));
}
