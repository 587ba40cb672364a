import { readSiteUrl } from "../site-address.ts";

export type AddressReading =
  | { readonly kind: "address"; readonly url: string; readonly pathPrefix: string }
  /** In whole sentences, with what to write. */
  | { readonly kind: "refused"; readonly reason: string };

/** Read the public address of a site with its path, if it has one; nothing is an answer, too. */
export function readAddress(written: string): AddressReading {
  const text = written.trim();
  if (text === "") return { kind: "address", url: "", pathPrefix: "/" };
  const refuse = (what: string): AddressReading => ({
    kind: "refused",
    reason: `"${text}" ${what}. Write an address such as https://briefs.example.org or https://example.org/briefs/.`,
  });
  if (!URL.canParse(text)) return refuse("is no web address");
  const address = new URL(text);
  const pathPrefix = address.pathname.replace(/\/*$/, "/");
  if (!/^\/(?:[\w~-][\w.~-]*\/)*$/.test(pathPrefix)) return refuse("has a path that cannot be served everywhere");
  address.pathname = "/";
  const reading = readSiteUrl(address.href);
  return reading.kind === "origin"
    ? { kind: "address", url: reading.origin, pathPrefix }
    : refuse("is no address of a site");
}
