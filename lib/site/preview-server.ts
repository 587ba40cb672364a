import DevServer from "@11ty/eleventy-dev-server";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Problem } from "../core/problem.ts";
import { problemsPage } from "./problems-page.ts";

export interface PreviewServer {
  /** Where the preview is, such as `http://localhost:8080/`. */
  readonly address: string;
  /** Show problems instead of pages, or pages again when there are none, in every open browser. */
  show(problems: readonly Problem[]): void;
  close(): Promise<void>;
}

/**
 * Serve a folder with live reload. Eleventy's own development server is used: it finds a
 * free port, reloads every open page and survives a lost connection.
 *
 * @param pathPrefix where the site is served, with slashes. @param stylesheet address of the site's CSS.
 */
export async function servePreview(
  folder: string,
  options: { readonly port: number; readonly pathPrefix: string; readonly stylesheet: string },
): Promise<PreviewServer> {
  let problems: readonly Problem[] = [];
  const showProblems = (request: IncomingMessage, response: ServerResponse, next: () => void) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    if (problems.length === 0 || !/(?:\/|\.html)$/.test(path)) {
      next();
      return;
    }
    // Not an error status: for those the server would inline its script, which the policy forbids.
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(problemsPage(problems, options.stylesheet));
  };
  const quiet = () => undefined;
  const server = DevServer.getServer("pincite", folder, {
    port: options.port,
    pathPrefix: options.pathPrefix,
    // Whole reloads: a page's notes and its sources' backlinks change together.
    domDiff: false,
    middleware: [showProblems],
    logger: { info: quiet, log: quiet, error: quiet },
  });
  server.serve(options.port);
  const port = await server.getPort();
  return {
    address: `http://localhost:${port}${options.pathPrefix}`,
    show(found) {
      problems = found;
      server.reload({ subtype: undefined });
    },
    close: () => server.close(),
  };
}
