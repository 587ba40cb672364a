import type { Problem } from "../core/problem.ts";
import { escapeHtml } from "../core/text/escape.ts";
import { metaPolicy } from "./security.ts";

/** What a preview shows in place of every page while there are problems. */
export function problemsPage(problems: readonly Problem[], stylesheet: string): string {
  const title = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  const items = problems.map(({ place, rule, message }) => {
    const where = escapeHtml(`${place.path}:${place.line}:${place.column}`);
    return `<li><p><code>${where}</code> <strong>${escapeHtml(rule)}</strong></p><p>${escapeHtml(message)}</p></li>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(metaPolicy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Pincite preview</title>
<link rel="stylesheet" href="${escapeHtml(stylesheet)}">
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
