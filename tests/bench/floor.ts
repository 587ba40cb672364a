import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import MarkdownIt from "markdown-it";
import { report } from "./child-report.ts";

/**
 * The floor: the least that any build of this corpus does. One bare loop reads each
 * file, cuts off its front matter, renders the Markdown and writes one page, with no
 * citations, layout, lists, search or checks.
 *
 * `node --import tsx tests/bench/floor.ts <root> <dist>`
 */
const [root = ".", dist = "dist"] = process.argv.slice(2);
const markdown = new MarkdownIt({ html: false });

for (const folder of ["briefs", "sources"]) {
  for (const file of readdirSync(join(root, folder))) {
    const text = readFileSync(join(root, folder, file), "utf8");
    const body = text.slice(text.indexOf("\n---\n", 3) + 5);
    const page = join(dist, folder, basename(file, ".md"));
    mkdirSync(page, { recursive: true });
    writeFileSync(join(page, "index.html"), markdown.render(body));
  }
}
report([]);
