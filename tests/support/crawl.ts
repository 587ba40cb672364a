import { gunzipSync } from "node:zlib";
import { Parser } from "htmlparser2";

/** What a reader's walk through a whole site found. */
export interface Crawl {
  /** A line each: a link, a place, an asset or a piece of the index that is not there. */
  readonly missing: readonly string[];
  /** Pages as they were served, by address below the site's. */
  readonly pages: ReadonlyMap<string, string>;
}

interface Page {
  readonly html: string;
  readonly ids: ReadonlySet<string>;
  readonly links: readonly string[];
}

/** Bytes of what is served at an address below the site's; undefined where there is nothing. */
export type Fetching = (path: string) => Promise<Buffer | undefined>;

/** Ask a web server. @param url of the site, ending with a slash. */
export function fetchFrom(url: string): Fetching {
  return async (path) => {
    const response = await fetch(new URL(path, url));
    return response.ok ? Buffer.from(await response.arrayBuffer()) : undefined;
  };
}

/**
 * Fetch a site from its home page: every page, everything that pages load, and the whole
 * search index.
 *
 * @param url ends with a slash. @param fetching asks the web server when absent.
 */
export async function crawl(url: string, fetching: Fetching = fetchFrom(url)): Promise<Crawl> {
  const base = new URL(url);
  const missing: string[] = [];
  const fetched = new Map<string, Promise<Buffer | undefined>>();
  const get = (path: string) => {
    const known = fetched.get(path);
    if (known) return known;
    const answer = fetching(path);
    fetched.set(path, answer);
    return answer;
  };
  const pages = new Map<string, Page>();
  const waiting = [""];
  const seen = new Set(waiting);
  const follow = async (href: string, from: string): Promise<void> => {
    const target = new URL(href, new URL(from, base));
    if (target.origin !== base.origin) return;
    if (!target.pathname.startsWith(base.pathname)) {
      missing.push(`${from} leads out of the site: ${href}`);
      return;
    }
    const path = decodeURIComponent(target.pathname.slice(base.pathname.length));
    const bytes = await get(path);
    if (!bytes) missing.push(`${from} → ${path}`);
    else if (isPage(path) && !seen.has(path)) {
      seen.add(path);
      waiting.push(path);
    } else if (/\.(?:css|js)$/.test(path) && !seen.has(path)) {
      seen.add(path);
      await Promise.all(loadedBy(path, bytes.toString()).map((other) => follow(other, path)));
    }
  };
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const bytes = await get(path);
    if (!bytes) {
      missing.push(`the page ${path || "at home"}`);
      continue;
    }
    const page = readPage(bytes.toString());
    pages.set(path, page);
    await Promise.all(page.links.map((href) => follow(href, path)));
  }
  const checkPlace = (path: string, id: string, from: string) => {
    const page = pages.get(path);
    if (id !== "" && page && !page.ids.has(id)) missing.push(`${from} → ${path}#${id}`);
  };
  for (const [from, { links }] of pages)
    for (const href of links) {
      const target = new URL(href, new URL(from, base));
      if (target.origin !== base.origin || !target.pathname.startsWith(base.pathname)) continue;
      checkPlace(
        decodeURIComponent(target.pathname.slice(base.pathname.length)),
        decodeURIComponent(target.hash.slice(1)),
        from,
      );
    }
  missing.push(...(await missingFromIndex(get, checkPlace)));
  return { missing, pages: new Map([...pages].map(([path, { html }]) => [path, html])) };
}

function isPage(path: string): boolean {
  return path === "" || path.endsWith("/") || path.endsWith(".html");
}

function readPage(html: string): Page {
  const ids = new Set<string>();
  const links: string[] = [];
  const parser = new Parser({
    onopentag(_, { id, href, src, action }) {
      if (id !== undefined) ids.add(id);
      links.push(...[href, src, action].filter((one) => one !== undefined));
    },
  });
  parser.end(html);
  return { html, ids, links };
}

function loadedBy(path: string, text: string): string[] {
  const pattern = path.endsWith(".css") ? /url\("([^")]+)"\)/g : /(?:from|import)\s*\(?["'](\.\/[^"']+)["']/g;
  return [...text.matchAll(pattern)].flatMap(([, other]) => (other?.startsWith("data:") ? [] : (other ?? [])));
}

/** Follow the search index from its entry: the index of each language, its pieces, and the pages they lead to. */
async function missingFromIndex(
  get: (path: string) => Promise<Buffer | undefined>,
  checkPlace: (path: string, id: string, from: string) => void,
): Promise<string[]> {
  const missing: string[] = [];
  const need = async (name: string) => {
    const bytes = await get(`pagefind/${name}`);
    if (!bytes) missing.push(`search → ${name}`);
    return bytes;
  };
  for (const name of ["pagefind.js", "pagefind-worker.js"]) await need(name);
  const entry = await need("pagefind-entry.json");
  if (!entry) return missing;
  const { languages } = JSON.parse(entry.toString()) as {
    languages: Record<string, { hash: string; wasm: string | null }>;
  };
  for (const [language, { hash, wasm }] of Object.entries(languages)) {
    await need(`wasm.${wasm ?? "unknown"}.pagefind`);
    const meta = await need(`pagefind.${hash}.pf_meta`);
    if (!meta) continue;
    // Names in it are plain text: a language and a hash.
    const names = new Set(
      gunzipSync(meta)
        .toString("latin1")
        .match(new RegExp(`${language}_[0-9a-f]{6,}`, "g")) ?? [],
    );
    for (const piece of names) {
      const [fragment, ...others] = await Promise.all([
        get(`pagefind/fragment/${piece}.pf_fragment`),
        get(`pagefind/index/${piece}.pf_index`),
        get(`pagefind/filter/${piece}.pf_filter`),
      ]);
      if (!fragment && !others.some((bytes) => bytes)) missing.push(`search → ${piece}`);
      if (!fragment) continue;
      const text = gunzipSync(fragment).toString("utf8");
      const { url, anchors } = JSON.parse(text.slice(text.indexOf("{"))) as { url: string; anchors: { id: string }[] };
      const path = url.replace(/^\//, "").replace(/(^|\/)index\.html$/, "$1");
      if (!(await get(path))) missing.push(`search → ${path}`);
      for (const { id } of anchors) checkPlace(path, id, "search");
    }
  }
  return missing;
}
