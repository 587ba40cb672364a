/**
 * The content security policy of every page. Nothing is loaded from elsewhere, nothing
 * inline runs, no style attribute applies. Pagefind's search needs WebAssembly.
 */
const directives = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
] as const;

/** The policies of a site whose search asks these origins, too, such as "https://library.example". */
export function policiesFor(searched: readonly string[]): { readonly meta: string; readonly header: string } {
  const withSearch = (policy: string) =>
    policy.replace("connect-src 'self'", ["connect-src 'self'", ...searched].join(" "));
  return { meta: withSearch(metaPolicy), header: withSearch(headerPolicy) };
}

/** For a `<meta>` element, where `frame-ancestors` is not heeded. */
export const metaPolicy: string = directives.join("; ");

/** For the HTTP header. */
export const headerPolicy: string = [...directives, "frame-ancestors 'none'"].join("; ");
