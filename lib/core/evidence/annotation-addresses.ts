import { absoluteAddress, type PublishedAt } from "../site-address.ts";

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
export function addressWriter(site: PublishedAt, from: string): (path: string) => string {
  const folders = from.split("/").slice(1, -1);
  return (path) => {
    const absolute = absoluteAddress(site, path);
    if (absolute !== undefined) return absolute;
    const steps = path.split("/").slice(1);
    let shared = 0;
    while (shared < folders.length && shared < steps.length - 1 && folders[shared] === steps[shared]) shared++;
    const reference = "../".repeat(folders.length - shared) + steps.slice(shared).join("/");
    return reference === "" ? "./" : reference;
  };
}
