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
