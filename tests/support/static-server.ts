import { readFileSync, statSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

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
 * Serve a built site on 127.0.0.1 as a web host would: with the headers that its `_headers`
 * asks for, `nosniff`, and the site's own page for what is not there.
 *
 * @param folder absolute path of the built site. @param pathPrefix with slashes at both ends.
 */
export async function serveSite(folder: string, pathPrefix = "/"): Promise<SiteServer> {
  const wanted = readFileSync(join(folder, "_headers"), "utf8");
  const named = (name: string) => new RegExp(`^  ${name}: (.*)$`, "m").exec(wanted)?.[1];
  const origin = named("Access-Control-Allow-Origin");
  const searchHeaders = origin === undefined ? {} : { "access-control-allow-origin": origin };
  const policy = named("Content-Security-Policy") ?? "";
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
    const file = fileFor(folder, pathPrefix, decodeURIComponent(pathname));
    if (file === undefined) send(response, 404, join(folder, "404.html"), policy);
    else if (file === "add-slash") response.writeHead(301, { location: `${pathname}/` }).end();
    else send(response, 200, file, policy, pathname.startsWith(`${pathPrefix}pagefind/`) ? searchHeaders : {});
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

function send(
  response: ServerResponse,
  status: number,
  file: string,
  policy: string,
  more: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, {
    "content-type": types[extname(file)] ?? "application/octet-stream",
    "content-security-policy": policy,
    ...more,
    "x-content-type-options": "nosniff",
    // Names in assets/ change with the content.
    "cache-control": file.includes("/assets/") ? "max-age=31536000, immutable" : "no-cache",
  });
  response.end(readFileSync(file));
}
