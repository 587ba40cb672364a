import { decodeStrictly } from "./decode-strictly.ts";

/**
 * UTF-16 without a byte order mark, in the byte order in which it has spaces and lines;
 * undefined when neither gives a text.
 */
export function readWideText(bytes: Uint8Array): { text: string; name: string } | undefined {
  if (bytes.length < 2 || bytes.length % 2 !== 0) return undefined;
  const readings = ["utf-16le", "utf-16be"].flatMap((name) => {
    const text = decodeStrictly(bytes, name);
    return text !== undefined && isText(text) ? [{ text, name, score: plainness(text) }] : [];
  });
  const [best] = readings.sort((a, b) => b.score - a.score);
  return best && best.score > 0.5 ? best : undefined;
}

function isText(text: string): boolean {
  return !/[\x00-\x08\x0E-\x1F\x7F-\x9F]|\p{Cn}|\p{Co}|\p{Cs}/u.test(text);
}

/** The scripts that texts are written in; random pairs of bytes fall among many others. */
const scripts = [
  /[\p{Script=Latin}\p{N}\p{P}\p{Zs}\s]/gu,
  /[\p{Script=Arabic}\s\p{N}!-/:-@«»]/gu,
  /[\p{Script=Cyrillic}\p{N}\p{P}\s]/gu,
  /[\u4E00-\u9FFF\u3000-\u30FF\uFF00-\uFFEF\s!-~]/gu,
  /[\p{Script=Hangul}\s!-~]/gu,
  /[\p{Script=Devanagari}\s!-~]/gu,
  /[\p{Script=Hebrew}\p{P}\s]/gu,
  /[\p{Script=Greek}\p{P}\s]/gu,
];

/**
 * 0–1: how much of a text is of one script, with spaces or lines among it. The other byte
 * order turns a space into U+2000 and a line feed into U+0A00, so that has none.
 */
function plainness(text: string): number {
  const some = text.slice(0, 20_000);
  const share = Math.max(...scripts.map((script) => (some.match(script)?.length ?? 0) / some.length));
  const hasSpaces = /[ \n\u3002\uFF0C\u3001]/.test(some);
  return hasSpaces && share > 0.9 ? share : 0;
}
