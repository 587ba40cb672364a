import { cleanLine } from "../core/problem.ts";
import { shorten } from "../core/text/shorten.ts";

/** Longer than the names that people give. */
const mostCharacters = 120;

/**
 * What to call a document from the web: the name that its server gives it (RFC 6266), or
 * the last part of its address, or the host. One line without folders: a name to be shown,
 * and nothing to make a path of.
 */
export function nameOfResponse(url: URL, disposition: string | null): string {
  const parts = url.pathname.split("/").filter((part) => part !== "");
  const names = [givenName(disposition ?? ""), decode(parts.at(-1) ?? ""), url.hostname];
  return names.map(harmless).find((name) => name !== "") ?? "document";
}

function givenName(disposition: string): string {
  const extended = /\bfilename\*\s*=\s*utf-8'[^']*'([^;\s]+)/i.exec(disposition)?.[1];
  if (extended !== undefined) return decode(extended);
  const [, quoted, plain] = /\bfilename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(disposition) ?? [];
  return quoted?.replace(/\\(.)/g, "$1") ?? plain ?? "";
}

function harmless(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  const clean = cleanLine(last).replace(/^\.+/, "").trim();
  return shorten(clean, mostCharacters);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
