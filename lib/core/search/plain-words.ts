/** Texts as Pagefind reads them: it writes references out once, and parts words at Unicode's white space. */

const space = "\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const spaces = new RegExp(`[${space}]+`);
const severalSpaces = new RegExp(`[${space}]{2,}`, "g");
const spaceAround = new RegExp(`^[${space}]+|[${space}]+$`, "g");

const names: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["nbsp", "\u00a0"],
]);
const reference = /&(?:#(\d{2,5})|([a-z]+));/g;

/** Whether a text has no reference but those that are known here. */
export function isPlain(text: string): boolean {
  return !/&(?!(?:amp|lt|gt|quot|nbsp|#(?:3[2-9]|[4-9]\d|1[01]\d));)/.test(text);
}

/** A text, its references written out. */
export function writtenOut(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(reference, (whole, number: string | undefined, name: string | undefined) =>
    number === undefined ? (names.get(name ?? "") ?? whole) : String.fromCharCode(Number(number)),
  );
}

/** Written out and on one line. */
export function onOneLine(text: string): string {
  const trimmed = writtenOut(text).replace(spaceAround, "");
  return trimmed.replace(/(?:\n|\r\n)+/g, " ").replace(severalSpaces, " ");
}

/** The words of a text, with all signs that stand at them. */
export function wordsOf(text: string): string[] {
  return text.split(spaces).filter((word) => word !== "");
}
