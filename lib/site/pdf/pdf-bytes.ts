import { compareText } from "../../core/text/compare.ts";

/** Stands for the address of a site that has none yet, while a page of it is printed. */
export const placeholderOrigin = "https://pincite.invalid";

/**
 * Make a site's links in a PDF relative to where the PDF is served, for a site that has no
 * public address: `https://pincite.invalid/sources/x/` becomes `../../sources/x/`.
 *
 * A PDF counts its own bytes, so what becomes shorter is followed by spaces, which mean
 * nothing between a PDF's words. Chromium writes links neither compressed nor encrypted.
 *
 * @param pdf as Chromium printed it. @param depth folders between the site's root and the PDF.
 */
export function withRelativeLinks(pdf: Buffer, depth: number): Buffer {
  const up = "../".repeat(depth);
  return rewrite(pdf, /\/URI \((https:\/\/pincite\.invalid\/)((?:[^()\\]|\\.)*)\)/g, (_, _origin, path) => {
    return `/URI (${up}${path})`;
  });
}

/**
 * Date a PDF by what it says, not by the hour in which it was printed.
 *
 * @param date ISO 8601, `2026-03-05`.
 */
export function datedPdf(pdf: Buffer, date: string): Buffer {
  const day = date.replaceAll("-", "");
  return rewrite(pdf, /\/(CreationDate|ModDate) \(D:\d{14}[^()]*\)/g, (_, name) => `/${name} (D:${day}000000Z)`);
}

/**
 * Write the headings of a page into the outline of its PDF as they are read. Chromium
 * leaves out the space where a heading goes on in the next line, and writes words that run
 * from right to left in the order in which they are drawn, the last one first. Which
 * heading is meant is told by its letters.
 *
 * @param headings text of the page's headings, in any order.
 */
export function withOutlineAsRead(pdf: Buffer, headings: readonly string[]): Buffer {
  const byLetters = new Map<string, string>();
  for (const heading of headings.map((text) => text.replace(/\s+/g, " ").trim())) {
    const known = byLetters.get(lettersOf(heading)) ?? heading;
    // Two headings of the same letters cannot be told apart; both stay as they are.
    byLetters.set(lettersOf(heading), known === heading ? heading : "");
  }
  // White space around a string means nothing, and makes room for what was left out.
  const title = /\/Title (?:<FEFF((?:[\dA-F]{4})+)>|\(((?:[^()\\]|\\[()\\])+)\))\s?/g;
  return rewrite(pdf, title, (found, hex = "", plain = "") => {
    const drawn = hex === "" ? plain.replace(/\\(.)/g, "$1") : Buffer.from(hex, "hex").swap16().toString("utf16le");
    const heading = byLetters.get(lettersOf(drawn)) ?? "";
    const written = `/Title${textString(heading)}`;
    return heading === "" || heading === drawn || written.length > found.length ? found : written;
  });
}

/** As PDF writes a text: ASCII as it is, all else as the bytes of UTF-16, which take half the place of Chromium's digits. */
function textString(text: string): string {
  const isAscii = /^[\x20-\x7e]*$/.test(text);
  const bytes = isAscii ? text : Buffer.from(`\ufeff${text}`, "utf16le").swap16().toString("latin1");
  const escapes: Readonly<Record<string, string>> = { "\r": "\\r", "\n": "\\n" };
  return `(${bytes.replace(/[()\\\r\n]/g, (byte) => escapes[byte] ?? `\\${byte}`)})`;
}

/** The same for a text in whatever order its letters stand. */
function lettersOf(text: string): string {
  return Array.from(text.replace(/\s/g, "")).sort(compareText).join("");
}

/** Replace what a pattern finds by something no longer than it, filled up with spaces. */
function rewrite(pdf: Buffer, pattern: RegExp, replacement: (...groups: string[]) => string): Buffer {
  // Latin-1 gives every byte its character, and back.
  const text = pdf.toString("latin1").replace(pattern, (found: string, ...groups: string[]) => {
    const written = replacement(found, ...groups);
    if (written.length > found.length) throw new Error(`${written} is longer than what it replaces in the PDF`);
    return written.padEnd(found.length);
  });
  return Buffer.from(text, "latin1");
}
