/**
 * Plain text of one line as Markdown that reads as that text, as a source's body is read:
 * no raw HTML, tables, labels and pages in braces. Only what would be read otherwise is escaped.
 */
export function escapeInline(text: string): string {
  return text
    .replace(/[\\`*[]|<(?=[a-z/!?])/gi, "\\$&")
    .replace(/_/g, (sign, at: number) => (isInsideWord(text, at) ? sign : "\\_"))
    .replace(/~~+/g, (signs) => signs.replace(/~/g, "\\~"))
    .replace(/&(?=#|[a-z])/gi, "\\&")
    .replace(/\{(?=#|pp?\.)/g, "\\{");
}

/** The same for text that begins a line, where signs and numbers would make a list, a heading, a quote or a fence. */
export function escapeLine(text: string): string {
  return escapeInline(text)
    .replace(/^(?=>|[-+](?=[-+\s]|$)|#{1,6}(?=\s|$))/, "\\")
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2");
}

/** The same for a heading, which also ends in the signs it begins with. */
export function escapeHeading(text: string): string {
  return escapeInline(text).replace(/#+$/, (signs) => signs.replace(/#/g, "\\#"));
}

/** The same for a table's cell. */
export function escapeCell(text: string): string {
  return escapeInline(text).replace(/\|/g, "\\|");
}

function isInsideWord(text: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(text[at - 1] ?? "") && /[\p{L}\p{N}]/u.test(text[at + 1] ?? "");
}
