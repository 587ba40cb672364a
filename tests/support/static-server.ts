import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { contentType } from "../../lib/core/serving/content-type.ts";
import { revalidatedCaching } from "../../lib/core/serving/serving-rules.ts";
import { writeHeaders } from "../../lib/core/serving/write-headers.ts";

export interface SiteServer {
  /** Where the site is served, ending in its path prefix: `http://127.0.0.1:…/`. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serve a built site on 127.0.0.1 as a web host would: with the headers that its `_headers`
 * asks for, or else those of every site, and the site's own page for what is not there.
 *
 * @param folder absolute path of the built site. @param pathPrefix with slashes at both ends.
 * @param isCompressed whether text goes over the wire as small as the browser takes it.
 */
export async function serveSite(folder: string, pathPrefix = "/", isCompressed = false): Promise<SiteServer> {
  const compress = isCompressed ? compressor() : undefined;
  const headersAt = hostHeaders(folder, pathPrefix);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
    const file = fileFor(folder, pathPrefix, decodeURIComponent(pathname));
    const answer = (status: number, path: string) => {
      send(request, response, { status, file: path, headers: headersAt(pathname), compress });
    };
    if (file === undefined) answer(404, join(folder, "404.html"));
    else if (file === "add-slash") response.writeHead(301, { location: `${pathname}/` }).end();
    else answer(200, file);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${pathPrefix}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

/** What Netlify and Cloudflare Pages make of `_headers`: all rules that fit an address hold; a rule ends in `*`. */
function hostHeaders(folder: string, pathPrefix: string): (pathname: string) => Record<string, string> {
  const file = join(folder, "_headers");
  const text = existsSync(file) ? readFileSync(file, "utf8") : writeHeaders(pathPrefix);
  const rules = text.split(/\n(?=\S)/).map((rule) => {
    const [pattern = "", ...lines] = rule.trimEnd().split("\n");
    const headers = lines.map((line): [string, string] => [
      line.slice(2, line.indexOf(":")),
      line.slice(line.indexOf(":") + 2),
    ]);
    return { start: pattern.replace(/\*$/, ""), headers };
  });
  return (pathname) => ({
    "Cache-Control": revalidatedCaching,
    ...Object.fromEntries(rules.filter(({ start }) => pathname.startsWith(start)).flatMap(({ headers }) => headers)),
  });
}

/** The file at an address; undefined when there is none. */
function fileFor(folder: string, pathPrefix: string, pathname: string): string | undefined {
  if (!pathname.startsWith(pathPrefix)) return undefined;
  const below = normalize(pathname.slice(pathPrefix.length));
  if (below.startsWith("..")) return undefined;
  const path = join(folder, below);
  const kind = statSync(path, { throwIfNoEntry: false });
  if (kind?.isFile()) return path;
  if (!kind?.isDirectory()) return undefined;
  return pathname.endsWith("/") ? fileFor(folder, pathPrefix, `${pathname}index.html`) : "add-slash";
}

/** Bytes in an encoding that a request takes. */
type Compress = (
  file: string,
  accepted: string,
) => { readonly encoding: "br" | "gzip"; readonly body: Buffer } | undefined;

/** What was compressed once is kept, as hosts do. */
function compressor(): Compress {
  const kept = new Map<string, Buffer>();
  return (file, accepted) => {
    const encoding = accepted.includes("br") ? "br" : accepted.includes("gzip") ? "gzip" : undefined;
    if (encoding === undefined || ![".html", ".css", ".js", ".json", ".svg", ".xml", ".txt"].includes(extname(file)))
      return undefined;
    const key = `${encoding} ${file}`;
    const body = kept.get(key) ?? (encoding === "br" ? brotliCompressSync : gzipSync)(readFileSync(file));
    kept.set(key, body);
    return { encoding, body };
  };
}

interface Answer {
  readonly status: number;
  /** Absolute path. */
  readonly file: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly compress: Compress | undefined;
}

function send(request: IncomingMessage, response: ServerResponse, { status, file, headers, compress }: Answer): void {
  const compressed = compress?.(file, request.headers["accept-encoding"] ?? "");
  response.writeHead(status, {
    ...(compressed && { "content-encoding": compressed.encoding, vary: "Accept-Encoding" }),
    "content-type": contentType(file),
    ...headers,
  });
  response.end(compressed?.body ?? readFileSync(file));
}
