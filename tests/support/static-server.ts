import { readFileSync, statSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join, normalize, relative } from "node:path";
import { contentType } from "../../lib/core/serving/content-type.ts";
import { headersOf } from "../../lib/core/serving/serving-rules.ts";

export interface SiteServer {
  /** Where the site is served, ending in its path prefix: `http://127.0.0.1:…/`. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serve a built site on 127.0.0.1 as a web host would: with every header of the serving
 * rules, and the site's own page for what is not there.
 *
 * @param folder absolute path of the built site. @param pathPrefix with slashes at both ends.
 */
export async function serveSite(folder: string, pathPrefix = "/"): Promise<SiteServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
    const file = fileFor(folder, pathPrefix, decodeURIComponent(pathname));
    if (file === undefined) send(response, 404, folder, "404.html");
    else if (file === "add-slash") response.writeHead(301, { location: `${pathname}/` }).end();
    else send(response, 200, folder, relative(folder, file));
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
  const below = normalize(pathname.slice(pathPrefix.length));
  if (below.startsWith("..")) return undefined;
  const path = join(folder, below);
  const kind = statSync(path, { throwIfNoEntry: false });
  if (kind?.isFile()) return path;
  if (!kind?.isDirectory()) return undefined;
  return pathname.endsWith("/") ? fileFor(folder, pathPrefix, `${pathname}index.html`) : "add-slash";
}

function send(response: ServerResponse, status: number, folder: string, file: string): void {
  response.writeHead(status, {
    "content-type": contentType(file),
    ...Object.fromEntries(headersOf(file.replaceAll("\\", "/"))),
  });
  response.end(readFileSync(join(folder, file)));
}
