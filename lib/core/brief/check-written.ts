import type { Token } from "markdown-it";
import type { Problem } from "../problem.ts";
import type { FileText } from "../text/file-text.ts";
import { placeholderPattern } from "./brief-placeholder.ts";
import { withoutCode } from "./without-code.ts";

/**
 * The places of a brief, front matter included, that were left for its author to fill.
 *
 * @param bodyLine 0-based line of the file on which the body begins.
 */
export function checkWritten(file: FileText, bodyLine: number, tokens: readonly Token[]): Problem[] {
  if (!placeholderPattern().test(file.text)) return [];
  return Array.from(withoutCode(file, bodyLine, tokens).matchAll(placeholderPattern()), ({ index }): Problem => {
    const message =
      "This is still to be written. Put your own words here, or take it out; as status: draft the brief may have it.";
    return { place: file.placeAt(index), rule: "brief-written", message };
  });
}
