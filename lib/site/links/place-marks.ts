/**
 * A number by which a place of a site can be looked for among many: two marks that differ are
 * of two places, and two places seldom have the same. FNV-1a over UTF-16, 32 bits.
 *
 * @param file below the site's folder. @param id of an element in it; empty for the file itself.
 */
export function markOf(file: string, id: string): number {
  return stir(stir(0x811c9dc5, file), `#${id}`) >>> 0;
}

function stir(hash: number, text: string): number {
  let now = hash;
  for (let index = 0; index < text.length; index++) now = Math.imul(now ^ text.charCodeAt(index), 0x01000193);
  return now;
}

/** Marks as a record holds them. */
export function writeMarks(marks: Iterable<number>): string {
  return Buffer.from(Uint32Array.from(new Set(marks)).sort().buffer).toString("base64");
}

export function readMarks(text: string): Uint32Array {
  const bytes = Buffer.from(text, "base64");
  return new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}
