/** Where the Markdown of a page stands. @param page its root-relative address, with a slash at the end. */
export function markdownPath(page: string): string {
  return `${page}index.md`;
}
