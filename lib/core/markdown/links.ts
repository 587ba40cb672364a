import type MarkdownIt from "markdown-it";

const allowedScheme = /^(?:https?|mailto):/i;
const anyScheme = /^[a-z][a-z0-9+.-]*:/i;

/**
 * Whether a brief may link to an address: http, https, mailto, a place on the page,
 * or an address of this site. Other schemes, and `//host` in disguise, stay text.
 */
export function isBriefLink(url: string): boolean {
  const bare = url.trim();
  if (anyScheme.test(bare)) return allowedScheme.test(bare);
  return !/^[/\\]{2}/.test(bare);
}

/** Whether a source's own text may link to an address: only out, to http, https or mailto. */
export function isSourceLink(url: string): boolean {
  return allowedScheme.test(url.trim());
}

/** Let only addresses that `allow` accepts become links; the rest show as they are typed. */
export function restrictLinks(md: MarkdownIt, allow: (url: string) => boolean): void {
  md.validateLink = (url) => allow(url);
}
