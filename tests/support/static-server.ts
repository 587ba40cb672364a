import { readFileSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { headerPolicy } from "../../lib/site/security.ts";

export interface SiteServer {
  /** Where the site is served, ending in its path prefix: `http://127.0.0.1:…/`. */
  readonly url: string;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
};

/**
 * Serve a built site on 127.0.0.1 as a web host would: with the site's content security
 * policy as a header, `nosniff`, and the site's own page for what is not there.
 *
 * @param folder absolute path of the built site. @param pathPrefix with slashes at both ends.
 * @param isCompressed whether text goes over the wire as small as the browser takes it.
 */
export async function serveSite(folder: string, pathPrefix = "/", isCompressed = false): Promise<SiteServer> {
  const compress = isCompressed ? compressor() : undefined;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
    const file = fileFor(folder, pathPrefix, decodeURIComponent(pathname));
    if (file === undefined) send(request, response, 404, join(folder, "404.html"), compress);
    else if (file === "add-slash") response.writeHead(301, { location: `${pathname}/` }).end();
    else send(request, response, 200, file, compress);
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

/** The file at an address; undefined when there is none. */
function fileFor(folder: string, pathPrefix: string, pathname: string): string | undefined {
  if (!pathname.startsWith(pathPrefix)) return undefined;
  const relative = normalize(pathname.slice(pathPrefix.length));
  if (relative.startsWith("..")) return undefined;
  const path = join(folder, relative);
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

function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  file: string,
  compress: Compress | undefined,
): void {
  const compressed = compress?.(file, request.headers["accept-encoding"] ?? "");
  response.writeHead(status, {
    ...(compressed && { "content-encoding": compressed.encoding, vary: "Accept-Encoding" }),
    "content-type": types[extname(file)] ?? "application/octet-stream",
    "content-security-policy": headerPolicy,
    "x-content-type-options": "nosniff",
    // Names in assets/ change with the content.
    "cache-control": file.includes("/assets/") ? "max-age=31536000, immutable" : "no-cache",
  });
  response.end(compressed?.body ?? readFileSync(file));
}
