import { readEncodingName } from "./known-encodings.ts";
import type { DetectedEncoding } from "./imported-document.ts";
import { guessLegacyText } from "./legacy-encodings.ts";
import { decodeStrictly } from "./decode-strictly.ts";
import { readWideText } from "./wide-text.ts";

export type TextDecoding =
  | { readonly kind: "text"; readonly text: string; readonly encoding: DetectedEncoding }
  | { readonly kind: "refused"; readonly reason: string };

const noText = "is not text: its bytes are those of a binary file.";
const noClean =
  "is in an encoding that could not be told for sure. Name it with --encoding, or save it as UTF-8 and add it again.";

/**
 * The text of a file of plain bytes: what its byte order mark says, or UTF-16 without one,
 * or strict UTF-8, or the older encoding that gives whole words. Bytes are never replaced.
 *
 * @param declared a WHATWG label that the document itself names, as HTML may.
 * @param told a WHATWG label that somebody gives: then it is that encoding or none.
 */
export function decodeText(bytes: Uint8Array, declared?: string, told?: string): TextDecoding {
  const marked = encodingOfMark(bytes);
  if (told !== undefined) return decodeAsTold(bytes, told, marked);
  if (marked !== undefined) return checked(decodeStrictly(bytes, marked), marked, true);
  if (bytes.includes(0)) {
    const wide = readWideText(bytes);
    return wide ? checked(wide.text, wide.name, true) : { kind: "refused", reason: noText };
  }
  if (hasJapaneseEscapes(bytes)) return checked(decodeStrictly(bytes, "iso-2022-jp"), "iso-2022-jp", true);
  const text = decodeStrictly(bytes, "utf-8");
  if (text !== undefined) return checked(text, "utf-8", true);
  if (declared !== undefined && !/^utf-?8$/i.test(declared)) {
    const said = decodeStrictly(bytes, declared);
    if (said !== undefined && !hasControls(said)) return checked(said, declared.toLowerCase(), true);
  }
  const wide = readWideText(bytes);
  if (wide) return checked(wide.text, wide.name, false);
  const guess = guessLegacyText(bytes);
  return guess
    ? checked(guess.text, guess.name, false)
    : { kind: "refused", reason: looksBinary(bytes) ? noText : noClean };
}

function decodeAsTold(bytes: Uint8Array, told: string, marked: string | undefined): TextDecoding {
  const named = readEncodingName(told);
  if (named.kind === "unknown") return { kind: "refused", reason: `would be read otherwise: ${named.advice}` };
  const { name } = named;
  if (marked !== undefined && marked !== name)
    return { kind: "refused", reason: `is marked as ${marked} by its first bytes, so that it cannot be in ${name}.` };
  const text = decodeStrictly(bytes, name);
  if (text !== undefined) return checked(text, name, true);
  return { kind: "refused", reason: `is not in ${name}: some of its bytes mean nothing there.` };
}

function encodingOfMark([a, b, c]: Uint8Array): string | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  return a === 0xfe && b === 0xff ? "utf-16be" : undefined;
}

function checked(text: string | undefined, name: string, certain: boolean): TextDecoding {
  if (text === undefined)
    return { kind: "refused", reason: `begins like ${name.toUpperCase()} but is not: it is damaged.` };
  // Old editors end a file with U+001A.
  const whole = text.replace(/^\uFEFF/, "").replace(/\x1A+\s*$/, "");
  return isMostlyControls(whole)
    ? { kind: "refused", reason: noText }
    : { kind: "text", text: whole, encoding: { name, certain } };
}

/** ESC $ B and its like: Japanese mail of old, every byte of which is ASCII. */
function hasJapaneseEscapes(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0x1b); at >= 0; at = bytes.indexOf(0x1b, at + 1))
    if (bytes[at + 1] === 0x24 && (bytes[at + 2] === 0x42 || bytes[at + 2] === 0x40)) return true;
  return false;
}

const controls = /[\x00-\x08\x0E-\x1F\x7F]/g;

function hasControls(text: string): boolean {
  return /[\x00-\x08\x0E-\x1F\x7F-\x84\x86-\x9F]/.test(text);
}

/** One control character in two hundred is no slip any more. */
function isMostlyControls(text: string): boolean {
  return (text.match(controls)?.length ?? 0) > text.length / 200;
}

function looksBinary(bytes: Uint8Array): boolean {
  const some = bytes.subarray(0, 10_000);
  const odd = some.filter((byte) => byte < 9 || (byte > 13 && byte < 32) || byte === 127).length;
  return odd > some.length / 200;
}
