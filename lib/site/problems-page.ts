import type { ShownProblem } from "../core/preview/shown-problem.ts";
import { cleanLine } from "../core/problem.ts";
import { escapeHtml } from "../core/text/escape.ts";
import { metaPolicy } from "../core/serving/security-policy.ts";

/** How a page of the preview is addressed, and what it is styled with. */
export interface PageFrame {
  /** Where the site is served, with slashes. */
  readonly pathPrefix: string;
  /** Addresses of its style sheets. */
  readonly stylesheets: readonly string[];
}

/** The list of all problems, which a preview shows where it has no page yet. */
export function problemsPage(problems: readonly ShownProblem[], frame: PageFrame): string {
  const title = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  const items = problems.map((problem) => {
    const { place, rule, message, shownAt } = problem;
    const where = `<code>${escapeHtml(`${cleanLine(place.path)}:${place.line}:${place.column}`)}</code>`;
    const link = shownAt ? `<a href="${escapeHtml(addressOf(shownAt, frame))}">${where}</a>` : where;
    return `<li><p>${link} <strong>${escapeHtml(rule)}</strong></p><p>${escapeHtml(cleanLine(message))}</p></li>`;
  });
  const links = frame.stylesheets.map((address) => `<link rel="stylesheet" href="${escapeHtml(address)}">`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(metaPolicy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Pincite preview</title>
${links.join("\n")}
<link rel="icon" href="${escapeHtml(frame.pathPrefix)}favicon.svg" type="image/svg+xml">
</head>
<body>
<main class="prose" id="problems">
<h1>${title}</h1>
<p class="lead">The preview comes back as soon as ${problems.length === 1 ? "it is" : "they are"} mended and saved.</p>
<ol>
${items.join("\n")}
</ol>
</main>
</body>
</html>
`;
}

/** Most files that the bar names; the list has them all. */
const namedFiles = 3;

/** The address of the list of all problems, behind the path prefix. */
export const problemsPath = "problems/";

/**
 * The bar on top of a page while there are problems elsewhere; empty when all of them stand
 * on the page itself.
 *
 * @param page root-relative address of the page, without the path prefix.
 */
export function problemsBar(problems: readonly ShownProblem[], page: string, frame: PageFrame): string {
  const files = new Map<string, ShownProblem[]>();
  for (const problem of problems) {
    if (problem.shownAt?.page === page) continue;
    const list = files.get(problem.place.path);
    if (list) list.push(problem);
    else files.set(problem.place.path, [problem]);
  }
  if (files.size === 0) return "";
  const list = `${frame.pathPrefix}${problemsPath}`;
  const items = [...files].slice(0, namedFiles).map(([path, found]) => {
    const first = found[0]?.shownAt;
    const href = first ? addressOf(first, frame) : list;
    const count = found.length === 1 ? "1 problem" : `${found.length} problems`;
    return `<li><a href="${escapeHtml(href)}">${count} in ${escapeHtml(cleanLine(path))}</a></li>`;
  });
  const more =
    files.size > namedFiles || problems.length > 1 ? `<li><a href="${escapeHtml(list)}">all problems</a></li>` : "";
  return `<nav class="problems-bar" lang="en" dir="ltr" aria-label="Problems elsewhere"><ul>${items.join("")}${more}</ul></nav>`;
}

function addressOf({ page, id }: NonNullable<ShownProblem["shownAt"]>, { pathPrefix }: PageFrame): string {
  return `${pathPrefix}${page.slice(1)}#${id}`;
}
