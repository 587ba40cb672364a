/** Windows-1252 from 0x80 to 0x9F; a space where it has no character. Node's own decoder takes these for controls. */
const western = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";
const westernLabel = /^(?:windows-1252|cp-?1252|x-cp1252|iso-?8859-1|latin-?1|l1|us-ascii|ascii)$/i;

/**
 * Bytes as text in one encoding; undefined when they are not in it, or nobody knows it.
 *
 * @param label as WHATWG names encodings; ISO-8859-1 is read as Windows-1252, as browsers do.
 */
export function decodeStrictly(bytes: Uint8Array, label: string): string | undefined {
  if (westernLabel.test(label.trim())) return decodeWestern(bytes);
  try {
    return new TextDecoder(label.trim(), { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function decodeWestern(bytes: Uint8Array): string | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  // The five bytes that stand for nothing.
  if (/[\x81\x8D\x8F\x90\x9D]/.test(text)) return undefined;
  return text.replace(/[\x80-\x9F]/g, (one) => western[one.charCodeAt(0) - 0x80] ?? one);
}
