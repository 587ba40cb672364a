import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { collectAssets } from "../../lib/site/assets.ts";
import { layoutsFolder } from "../../lib/site/layouts-folder.ts";
import { copyFixture } from "../support/fixture-site.ts";
import { repository } from "../support/run-command.ts";
import { buildCopy } from "../support/site-copy.ts";
import { filesBelow } from "../support/tree.ts";

/** What only previews have; each stands in a file of theirs. */
const signs = [
  "copy-citation",
  "author.js",
  'id="author"',
  "is-problem",
  "is-warning",
  "refused-tag",
  "-findings",
  "problems-bar",
  "<!--preview",
];

test("a published site has nothing of what previews show, its warnings included", async () => {
  const copy = copyFixture("small");
  const brief = join(copy.root, "briefs/harbour.md");
  appendFileSync(brief, "\nThere were 1,240 ships in 2024.\n");
  await buildCopy(copy);
  const files = filesBelow(copy.dist).filter(
    (file) => /\.(?:html|css|js|json)$/.test(file) && !file.startsWith("pagefind/"),
  );
  expect(files).toContain("briefs/harbour/index.html");
  expect(readFileSync(join(copy.dist, "briefs/harbour/index.html"), "utf8")).toContain("1,240 ships");
  for (const file of files) {
    const text = readFileSync(join(copy.dist, file), "utf8");
    expect(
      signs.filter((sign) => text.includes(sign)),
      file,
    ).toEqual([]);
  }
});

test("the signs looked for are those that previews show", () => {
  const preview = collectAssets(layoutsFolder, true).map(({ name }) => name);
  const published = new Set(collectAssets(layoutsFolder).map(({ name }) => name));
  expect(preview.filter((name) => !published.has(name))).toEqual(["author.css", "author.js"]);
  const own = [
    "layouts/components/findings.njk",
    "layouts/base.njk",
    "layouts/scripts/author.js",
    "layouts/styles/author.css",
    "lib/core/markdown/render-rules.ts",
    "lib/site/problems-page.ts",
  ];
  const texts = own.map((file) => readFileSync(join(repository, file), "utf8")).join("\n");
  for (const sign of signs) expect(texts, sign).toContain(sign);
});
