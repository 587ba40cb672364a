import { nearest } from "../core/text/nearest.ts";

/** The encodings of the WHATWG Encoding Standard by name, but for those that no text is kept in. */
const names = [
  "utf-8", "utf-16le", "utf-16be", "ibm866", "iso-8859-2", "iso-8859-3", "iso-8859-4", "iso-8859-5", "iso-8859-6",
  "iso-8859-7", "iso-8859-8", "iso-8859-10", "iso-8859-13", "iso-8859-14", "iso-8859-15", "iso-8859-16", "koi8-r",
  "koi8-u", "macintosh", "windows-874", "windows-1250", "windows-1251", "windows-1252", "windows-1253", "windows-1254",
  "windows-1255", "windows-1256", "windows-1257", "windows-1258", "x-mac-cyrillic", "gbk", "gb18030", "big5", "euc-jp",
  "iso-2022-jp", "shift_jis", "euc-kr",
] as const; // prettier-ignore

export type NamedEncoding =
  | { readonly kind: "encoding"; readonly name: string }
  /** A sentence that says what to write. */
  | { readonly kind: "unknown"; readonly advice: string };

/** The encoding that somebody names, by any label of the standard, such as "cp1256" or "Latin1". */
export function readEncodingName(label: string): NamedEncoding {
  const name = nameOf(label.trim());
  if (name !== undefined) return { kind: "encoding", name };
  const [near = "windows-1252"] = nearest(label.trim(), names);
  return {
    kind: "unknown",
    advice: `"${label}" is not an encoding. Write ${near}, or another name of the WHATWG Encoding Standard.`,
  };
}

function nameOf(label: string): string | undefined {
  try {
    const { encoding } = new TextDecoder(label);
    return names.find((name) => name === encoding);
  } catch {
    return undefined;
  }
}
