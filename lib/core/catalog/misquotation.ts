import type { Citation } from "../brief/citation.ts";
import type { Problem } from "../problem.ts";
import type { Paragraph, Source } from "../source/source.ts";
import { writePinpoint } from "../tags/pinpoint.ts";
import { fingerprintForm, quotationForm } from "../text/normal-form.ts";
import { shorten } from "../text/shorten.ts";
import { closestWords } from "./closest-words.ts";
import { quotationChecker } from "./quotation.ts";

/** What to tell an author whose words do not stand in the paragraphs cited, and what stands there. */
export function describeMisquotation(
  citation: Citation,
  words: string,
  source: Source,
  paragraphs: readonly Paragraph[],
): Problem {
  const { language } = source.meta;
  const shown = fingerprintForm(words);
  const start = `"${shorten(shown)}" is not in ¶${shorten(writePinpoint(citation.request.pinpoint))} of "${source.id}"`;
  const text = unbrokenTexts(paragraphs).join(" … ");
  const report = (message: string): Problem => ({
    place: citation.quotationPlace,
    rule: "quotation-matches",
    message,
  });

  const elsewhere = findElsewhere(words, source, paragraphs);
  if (elsewhere) {
    const { label } = elsewhere;
    const tag = `{% cite "${source.id}", "${label}", quote="${writeString(shown)}" %}`;
    return report(
      `${start}; it is in ¶${label}. ${shown === shorten(shown) ? `Write ${tag}` : `Cite ¶${label} instead`}.`,
    );
  }
  const close = closestWords(words, text, language);
  if (close === undefined || quotationForm(close, language) === quotationForm(words, language))
    return report(`${start}. Copy the words from the source: it begins "${shorten(fingerprintForm(text), 60)}".`);
  return report(`${start}; there stands "${shorten(close)}". Write quote="${writeString(close)}".`);
}

/** A quotation may run on into the next paragraph, but never over one that the pinpoint leaves out. */
export function unbrokenTexts(paragraphs: readonly Paragraph[]): string[] {
  const runs: string[][] = [];
  let last = 0;
  for (const { position, text } of paragraphs) {
    if (position === last + 1 && last > 0) runs.at(-1)?.push(text);
    else runs.push([text]);
    last = position;
  }
  return runs.map((run) => run.join(" "));
}

function findElsewhere(words: string, source: Source, paragraphs: readonly Paragraph[]): Paragraph | undefined {
  const check = quotationChecker(words, source.meta.language);
  const cited = new Set(paragraphs);
  return source.paragraphs.find((paragraph) => !cited.has(paragraph) && check([paragraph.text]) !== "absent");
}

function writeString(text: string): string {
  return text.replace(/["\\]/g, "\\$&");
}
