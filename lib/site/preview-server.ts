import DevServer from "@11ty/eleventy-dev-server";
import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import type { PreviewUpdate } from "./preview.ts";
import { problemsBar, problemsPage, problemsPath, type PageFrame } from "./problems-page.ts";

/** What the server has to know of an update to show it. */
type Shown = Pick<PreviewUpdate, "problems" | "hasLists">;

export interface PreviewServer {
  /** Where the preview is, such as `http://localhost:8080/`. */
  readonly address: string;
  /** Show the pages as they are now in every open browser, with what is wrong on top of them. */
  show(update: Shown): void;
  close(): Promise<void>;
}

export interface ServerOptions {
  readonly port: number;
  /** Called before anything is served: done when what stands at an address is as it should be. See `Preview.make`. */
  readonly make: (path: string) => Promise<void>;
}

/**
 * Serve a folder with live reload. Eleventy's own development server is used: it finds a
 * free port, reloads every open page and survives a lost connection. While there are
 * problems each page has a bar that says so, and where there is no page stands their list.
 */
export async function servePreview(
  folder: string,
  { port: wanted, make, ...frame }: PageFrame & ServerOptions,
): Promise<PreviewServer> {
  let shown: Shown = { problems: [], hasLists: true };
  const showProblems = (request: IncomingMessage, response: ServerResponse, next: () => void) => {
    const page = pageAt(request, frame.pathPrefix);
    if (shown.problems.length === 0 || page === undefined) {
      next();
      return;
    }
    // Not an error status: for those the server would inline its script, which the policy forbids.
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(withBar(shown, folder, page, frame) ?? problemsPage(shown.problems, frame));
  };
  const makeFirst = (request: IncomingMessage, _response: ServerResponse, next: () => void) => {
    const path = pathOf(request, frame.pathPrefix);
    // What went wrong was reported, and what is there is served.
    const made = path === undefined ? Promise.resolve() : make(path).catch(() => undefined);
    return made.then(() => {
      next();
    });
  };
  const quiet = () => undefined;
  const server = DevServer.getServer("pincite", folder, {
    port: wanted,
    pathPrefix: frame.pathPrefix,
    // Whole reloads: a page's notes and its sources' backlinks change together.
    domDiff: false,
    middleware: [makeFirst, showProblems],
    logger: { info: quiet, log: quiet, error: quiet },
  });
  server.serve(wanted);
  const port = await server.getPort();
  return {
    address: `http://localhost:${port}${frame.pathPrefix}`,
    show(update) {
      shown = update;
      server.reload({ subtype: undefined });
    },
    close: () => server.close(),
  };
}

/** What is asked for: its address behind the path prefix, with a slash before it; undefined for what is not below it. */
function pathOf({ url = "/" }: IncomingMessage, pathPrefix: string): string | undefined {
  const { pathname } = new URL(url, "http://localhost");
  return pathname.startsWith(pathPrefix) ? pathname.slice(pathPrefix.length - 1) : undefined;
}

/** The page that is asked for; undefined for other files. */
function pageAt(request: IncomingMessage, pathPrefix: string): string | undefined {
  const path = pathOf(request, pathPrefix);
  // Names of pages need no percent signs, and none leads out of the folder: `URL` has taken every `..` out.
  return path !== undefined && /^[\w./-]*(?:\/|\.html)$/.test(path) ? path : undefined;
}

const documentPage = /^\/(?:briefs|sources)\/[^/]+\/$/;

/** A page with the bar in it; undefined where there is none to show. */
function withBar({ problems, hasLists }: Shown, folder: string, page: string, frame: PageFrame): string | undefined {
  if (page === `/${problemsPath}` || (!hasLists && !documentPage.test(page))) return undefined;
  try {
    const html = readFileSync(join(folder, page.endsWith("/") ? `${page}index.html` : page), "utf8");
    // A function: what is put in may hold signs that mean something in a replacement.
    return html.replace("<!--preview-->", () => problemsBar(problems, page, frame));
  } catch {
    return undefined;
  }
}
