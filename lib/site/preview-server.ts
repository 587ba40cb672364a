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

/**
 * Serve a folder with live reload. Eleventy's own development server is used: it finds a
 * free port, reloads every open page and survives a lost connection. While there are
 * problems each page has a bar that says so, and where there is no page stands their list.
 */
export async function servePreview(
  folder: string,
  { port: wanted, ...frame }: PageFrame & { readonly port: number },
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
  const quiet = () => undefined;
  const server = DevServer.getServer("pincite", folder, {
    port: wanted,
    pathPrefix: frame.pathPrefix,
    // Whole reloads: a page's notes and its sources' backlinks change together.
    domDiff: false,
    middleware: [showProblems],
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

/** The page that is asked for: its address behind the path prefix, with a slash before it; undefined for other files. */
function pageAt({ url = "/" }: IncomingMessage, pathPrefix: string): string | undefined {
  const { pathname } = new URL(url, "http://localhost");
  // Names of pages need no percent signs, and none leads out of the folder: `URL` has taken every `..` out.
  if (!pathname.startsWith(pathPrefix) || !/^[\w./-]*(?:\/|\.html)$/.test(pathname)) return undefined;
  return pathname.slice(pathPrefix.length - 1);
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
