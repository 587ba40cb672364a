import type { ImportedName } from "../imported-document.ts";
import { readLatex } from "./latex-text.ts";
import { makeName } from "./make-name.ts";

/**
 * The names of a BibTeX field. A name in braces of its own is a body; "others" is none.
 *
 * Names are taken apart as BibTeX does, and BibLaTeX's `family=…, given=…, prefix=…` is read.
 */
export function readBibtexNames(value: string): { readonly names: ImportedName[]; readonly hasOthers: boolean } {
  const each = splitOutside(value, /\s+and\s+/giy).map((name) => name.trim());
  const named = each.filter((name) => name !== "" && !/^others$/i.test(name));
  return { names: named.flatMap(readName), hasOthers: each.some((name) => /^others$/i.test(name)) };
}

function readName(name: string): ImportedName[] {
  if (isOneGroup(name)) return makeName({ literal: plain(name) });
  const parts = splitOutside(name, /\s*,\s*/gy);
  if (/^(?:family|given|prefix|suffix)(?:-i)?\s*=/i.test(name)) return readNamedParts(parts);
  const words = splitOutside((parts[0] ?? "").trim(), /[\s~]+/gy);
  if (parts.length === 1) return readSpoken(words);
  const [given, suffix] = parts.length === 2 ? [parts[1], undefined] : [parts[2], parts[1]];
  return makeName({ family: words.map(plain).join(" "), given: plain(given ?? ""), suffix: plain(suffix ?? "") });
}

/** Given names, then what is written in lower case, which begins the family's, then the rest. */
function readSpoken(words: readonly string[]): ImportedName[] {
  const small = words.findIndex((word, at) => at < words.length - 1 && isSmall(word));
  const at = small >= 0 ? small : words.length - 1;
  return makeName({ family: words.slice(at).map(plain).join(" "), given: words.slice(0, at).map(plain).join(" ") });
}

function readNamedParts(parts: readonly string[]): ImportedName[] {
  const found = new Map(
    parts.map((part) => {
      const [, name = "", value = ""] = /^\s*([\w-]+)\s*=([^]*)$/.exec(part) ?? [];
      return [name.toLowerCase(), plain(value).replace(/^"(.*)"$/, "$1")] as const;
    }),
  );
  return makeName({
    family: [found.get("prefix") ?? "", found.get("family") ?? ""].join(" "),
    given: found.get("given") ?? "",
    suffix: found.get("suffix") ?? "",
  });
}

function isSmall(word: string): boolean {
  return !/^\{[^\\]/.test(word) && /^\p{Ll}/u.test(plain(word));
}

/** Whether one pair of braces holds all of it. */
function isOneGroup(name: string): boolean {
  if (!/^\{[^\\]/.test(name) || !name.endsWith("}")) return false;
  let depth = 0;
  for (let at = 0; at < name.length; at++) {
    if (name[at] === "{") depth += 1;
    else if (name[at] === "}" && --depth === 0) return at === name.length - 1;
  }
  return false;
}

/** The pieces between separators that stand in no braces. @param separator sticky. */
function splitOutside(text: string, separator: RegExp): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === "{") depth += 1;
    else if (sign === "}") depth = Math.max(0, depth - 1);
    if (depth > 0 || !(sign === "," || sign === "~" || /\s/.test(sign ?? ""))) continue;
    separator.lastIndex = at;
    const match = separator.exec(text);
    if (!match) continue;
    pieces.push(text.slice(from, at));
    from = at + match[0].length;
    at = from - 1;
  }
  return [...pieces, text.slice(from)];
}

function plain(latex: string): string {
  return readLatex(latex).text;
}
