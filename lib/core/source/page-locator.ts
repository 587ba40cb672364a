/** On which page of the original a paragraph begins. */
export interface PageLocator {
  /** As it is printed there, such as "12", "xii" or "A-3". */
  readonly page: string;
  /** 1-based place among the sheets of the file, where it is another. */
  readonly sheet?: number;
}

/** Letters and digits in any script, joined by single `.` or `-`; at most 12 characters. */
const pagePattern = /^(?=.{1,12}$)[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[.-][\p{L}\p{M}\p{N}]+)*$/u;
const locator = /^(\S+?)(?:,\s+sheet\s+([1-9]\d{0,4}))?$/;

/** The page that `text` names, in NFC; undefined when it is not the number of one. */
export function readPageNumber(text: string): string | undefined {
  const page = text.normalize("NFC");
  return pagePattern.test(page) ? page : undefined;
}

/** @param text what stands behind "p." in braces, such as "12" or "xii, sheet 4". */
export function readPageLocator(text: string): PageLocator | undefined {
  const [, written, sheet] = locator.exec(text.trim()) ?? [];
  const page = readPageNumber(written ?? "");
  if (page === undefined) return undefined;
  return { page, ...(sheet !== undefined && { sheet: Number(sheet) }) };
}

/** As it is written in braces; reading it gives the same again. */
export function writePageLocator({ page, sheet }: PageLocator): string {
  return `p. ${page}${sheet === undefined ? "" : `, sheet ${sheet}`}`;
}

/** What the rule asks for, for messages. */
export const pageAdvice = "one page: letters and digits, such as {p. 12}, {p. xii} or {#14.1 p. 12}";
