/** Where a site is published: what of its options decides its addresses. */
export interface PublishedAt {
  /** The site's public address, without a path; empty while there is none. */
  readonly url: string;
  /** Beginning and ending with a slash. */
  readonly pathPrefix: string;
}

/** Path of a brief's evidence, root-relative and without the site's path prefix. */
export function evidencePath(brief: { readonly url: string }): string {
  return `${brief.url}evidence.json`;
}

/**
 * Writes addresses of a site into one of its files: absolute ones where the site's public
 * address is known, and else references that hold from wherever the file is served.
 *
 * @param from root-relative path of the file. @returns takes root-relative paths, all
 * without the site's path prefix.
 */
export function addressWriter({ url, pathPrefix }: PublishedAt, from: string): (path: string) => string {
  if (url !== "") return (path) => url.replace(/\/+$/, "") + pathPrefix + path.slice(1);
  const folders = from.split("/").slice(1, -1);
  return (path) => {
    const steps = path.split("/").slice(1);
    let shared = 0;
    while (shared < folders.length && shared < steps.length - 1 && folders[shared] === steps[shared]) shared++;
    const reference = "../".repeat(folders.length - shared) + steps.slice(shared).join("/");
    return reference === "" ? "./" : reference;
  };
}
