/** Another site whose sources may be cited, as the configuration names it. */
export interface LibraryOptions {
  /** The address under which it is published, with its path. */
  readonly url: string;
  /** Whether this site's search looks through the other, too. The other must allow it. */
  readonly search?: boolean;
}

export type LibraryAddress =
  /** Absolute, without query and fragment, ending in a slash. */
  | { readonly kind: "address"; readonly url: string }
  /** A clause that follows the name of the library. */
  | { readonly kind: "refused"; readonly reason: string };

/** The address of a library, checked: nothing is fetched where others could change it on its way. */
export function libraryAddress({ url }: LibraryOptions): LibraryAddress {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || !/^https?:$/.test(parsed.protocol))
    return refused('has no address. Write url: "https://…/" in .eleventy.ts.');
  if (parsed.protocol === "http:" && !isLoopback(parsed.hostname))
    return refused(
      "has an address that begins with http:, where its words could be changed on their way. Write https:.",
    );
  if (parsed.username !== "" || parsed.password !== "")
    return refused("has an address with a user name or password in it. Take them out.");
  parsed.hash = "";
  parsed.search = "";
  if (!parsed.pathname.endsWith("/")) parsed.pathname += "/";
  return { kind: "address", url: parsed.href };
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(host);
}

function refused(reason: string): LibraryAddress {
  return { kind: "refused", reason };
}
