import { collapseWhiteSpace } from "../core/text/normal-form.ts";
import { isPartialDate } from "../core/text/date.ts";
import { isLanguageTag, readNames } from "./dublin-core.ts";
import type { ImportedMetadata } from "./imported-document.ts";
import type { PdfInformation } from "./pdf-pages.ts";

/** What programs write where nobody gave a title. */
const noTitle =
  /^(?:untitled|about:blank|document\d*|microsoft (?:word|powerpoint)\b.*|.*\.(?:docx?|pdf|indd|pptx?|qxd|tmp))$/i;

/** What a PDF's information dictionary says of the document. */
export function readInformation(information: PdfInformation): ImportedMetadata {
  const title = textOf(information.get("Title"));
  const author = readNames(textOf(information.get("Author")));
  const language = textOf(information.get("Language"));
  const issued = readPdfDay(textOf(information.get("CreationDate")));
  return {
    ...(title !== "" && !noTitle.test(title) && { title }),
    ...(author.length > 0 && { author }),
    ...(isLanguageTag(language) && { language }),
    ...(issued !== undefined && { issued }),
  };
}

function textOf(value: unknown): string {
  return typeof value === "string" ? collapseWhiteSpace(value.replace(/\u0000/g, "")) : "";
}

/** The day of a date as PDF writes it: D:YYYYMMDDHHmmSS. */
function readPdfDay(text: string): string | undefined {
  const [, year, month, date] = /^D:(\d{4})(\d{2})(\d{2})/.exec(text) ?? [];
  const day = [year, month, date].join("-");
  return isPartialDate(day) ? day : undefined;
}
