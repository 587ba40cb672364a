import type { Citation } from "../brief/citation.ts";
import type { Problem } from "../problem.ts";
import type { Paragraph, Source } from "../source/source.ts";
import { writePinpoint } from "../tags/pinpoint.ts";
import { fingerprintForm, quotationForm } from "../text/normal-form.ts";
import { shorten } from "../text/shorten.ts";
import { closestWords } from "./closest-words.ts";
import { adviseOnPieces } from "./piece-advice.ts";
import { quotationChecker, type Quotation } from "./quotation.ts";

/** What to tell an author whose words do not stand in the paragraphs cited, and what stands there. */
export function describeMisquotation(
  citation: Citation,
  quotation: Quotation,
  source: Source,
  paragraphs: readonly Paragraph[],
): Problem {
  const { language } = source.meta;
  const texts = unbrokenTexts(paragraphs);
  const pinpoint = `¶${shorten(writePinpoint(citation.request.pinpoint))}`;
  const where = `${pinpoint} of "${source.id}"`;
  const shown = fingerprintForm(quotation.text);
  const report = (message: string): Problem => ({
    place: citation.quotationPlace,
    rule: "quotation-matches",
    message,
  });

  const elsewhere = findElsewhere(quotation, source, paragraphs);
  if (elsewhere) {
    const { label } = elsewhere;
    const tag = correctedTag(citation, shown, label);
    const fix = tag === undefined ? `Cite ¶${label} instead` : `Write ${tag}`;
    return report(`"${shorten(shown)}" is in ¶${label} of "${source.id}", not in ${pinpoint}. ${fix}.`);
  }
  const advice = adviseOnPieces(quotation, texts, language, where);
  if (advice !== undefined) return report(advice);
  const start = `"${shorten(shown)}" is not in ${where}`;
  const text = texts.join(" … ");
  const close = closestWords(shown, text, language);
  if (close === undefined || quotationForm(close, language) === quotationForm(shown, language))
    return report(`${start}. Copy the words from the source: it begins "${shorten(fingerprintForm(text), 60)}".`);
  return report(`${start}; there stands "${shorten(close)}". Write quote="${writeString(close)}".`);
}

/** The tag as it would hold, with all the author's options; undefined when they are too long for a message. */
function correctedTag({ request }: Citation, words: string, label: string): string | undefined {
  const { sourceId, relation, quotation, remark = "" } = request;
  if (words !== shorten(words) || remark !== shorten(remark)) return undefined;
  const options = [
    `quote="${writeString(words)}"`,
    ...(quotation?.altered ? ['altered="yes"'] : []),
    ...(relation === "supports" ? [] : [`as="${relation}"`]),
    ...(remark === "" ? [] : [`note="${writeString(remark)}"`]),
  ];
  return `{% cite "${sourceId}", "${label}", ${options.join(", ")} %}`;
}

/**
 * The texts that a quotation may stand in. It may run on into the next paragraph, but never
 * over one that the pinpoint leaves out. Paragraphs are joined by line breaks, and have none inside.
 */
export function unbrokenTexts(paragraphs: readonly Paragraph[]): string[] {
  const runs: string[][] = [];
  let last = 0;
  for (const { position, text } of paragraphs) {
    const line = text.replace(/\s/g, " ");
    if (position === last + 1 && last > 0) runs.at(-1)?.push(line);
    else runs.push([line]);
    last = position;
  }
  return runs.map((run) => run.join("\n"));
}

function findElsewhere(quotation: Quotation, source: Source, paragraphs: readonly Paragraph[]): Paragraph | undefined {
  const check = quotationChecker(quotation, source.meta.language);
  const cited = new Set(paragraphs);
  return source.paragraphs.find((paragraph) => !cited.has(paragraph) && check([paragraph.text]).kind === "found");
}

function writeString(text: string): string {
  return text.replace(/["\\]/g, "\\$&");
}
