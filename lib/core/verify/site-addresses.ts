/** A place in a built site: a file, relative to its folder, and an id on it; empty for the whole. */
export interface SitePlace {
  readonly file: string;
  readonly id: string;
}

/** Stands for the host of a site that names none. */
const nowhere = "http://site.invalid";

/**
 * Turns references in one file of a site into places of that site. What they say is not
 * to be trusted: whatever leads out of the folder is no place.
 */
export class SiteAddresses {
  readonly #root: URL;
  readonly #base: URL;

  private constructor(root: string, base: string) {
    this.#root = new URL(root);
    this.#base = new URL(base);
  }

  /** Of a page that is served under a path prefix, with slashes at both ends. */
  static ofPage(prefix: string, file: string): SiteAddresses {
    const root = `${nowhere}${prefix}`;
    return new SiteAddresses(root, root + encodePath(file));
  }

  /**
   * Of a file that names its own address: absolute, or relative to wherever it is served.
   *
   * @returns undefined when that is not the address of this file.
   */
  static ofFile(own: string, file: string): SiteAddresses | undefined {
    const path = encodePath(file);
    const isAbsolute = /^https?:/i.test(own);
    if (isAbsolute && (!URL.canParse(own) || !new URL(own).href.endsWith(`/${path}`))) return undefined;
    const base = isAbsolute ? new URL(own).href : `${nowhere}/${path}`;
    const addresses = new SiteAddresses(base.slice(0, -path.length), base);
    const place = addresses.placeOf(own);
    return place?.file === file && place.id === "" ? addresses : undefined;
  }

  placeOf(reference: string): SitePlace | undefined {
    if (!URL.canParse(reference, this.#base.href)) return undefined;
    const url = new URL(reference, this.#base.href);
    if (url.origin !== this.#root.origin || !url.pathname.startsWith(this.#root.pathname)) return undefined;
    const path = decode(url.pathname.slice(this.#root.pathname.length));
    const id = decode(url.hash.slice(1));
    if (path === undefined || id === undefined || leavesFolder(path)) return undefined;
    return { file: path === "" || path.endsWith("/") ? `${path}index.html` : path, id };
  }
}

/** The path prefix that a link shows, when it leads to a file of the site; undefined for any other link. */
export function prefixIn(href: string, file: string): string | undefined {
  const path = `/${encodePath(file)}`;
  return href.startsWith("/") && !href.startsWith("//") && href.endsWith(path)
    ? href.slice(0, -path.length + 1)
    : undefined;
}

function encodePath(file: string): string {
  return file.split("/").map(encodeURIComponent).join("/");
}

/** Undefined when the percent signs in it are no encoding of UTF-8. */
function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function leavesFolder(path: string): boolean {
  const steps = path.split("/");
  return (
    /[\\\0]/.test(path) ||
    steps.some((step, at) => step === ".." || step === "." || (step === "" && at < steps.length - 1))
  );
}
