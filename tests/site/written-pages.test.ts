import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildIfChanged } from "../../lib/site/build-if-changed.ts";
import { openProject } from "../../lib/site/project.ts";
import { copyFixture } from "../support/fixture-site.ts";
import { contentsOf, differing } from "../support/site-contents.ts";
import { buildCopy } from "../support/site-copy.ts";
import { edit } from "../support/two-sites.ts";

/** Build a site whose configuration does something more, before it takes Pincite in. @returns its folder. */
async function siteWith(more: string): Promise<string> {
  const { root, dist } = copyFixture("small");
  const configuration = [
    'import { defineSite, pincite } from "./lib/site/pincite.ts";',
    'export const site = defineSite({ title: "Small" });',
    "export default function configure(config) {",
    more,
    "  config.addPlugin(pincite, site);",
    '  return { dir: { output: "dist" }, templateFormats: [], pathPrefix: site.pathPrefix };',
    "}",
    "",
  ];
  writeFileSync(join(root, ".eleventy.ts"), configuration.join("\n"));
  const project = await openProject(root, dist, { frozen: false, today: "2026-03-05" });
  const { problems } = await buildIfChanged(project, { strict: false }, () => undefined);
  expect(problems).toBeUndefined();
  return dist;
}

test("a site's own transforms change pages that would otherwise be written at once", async () => {
  const dist = await siteWith(
    '  config.addTransform("signed", (html) => html.replace("</body>", "<!-- with care --></body>"));',
  );
  for (const page of ["index.html", "briefs/harbour/index.html", "sources/survey/index.html"])
    expect(readFileSync(join(dist, page), "utf8")).toContain("<!-- with care -->");
});

test("a site's own linters see pages that would otherwise be written at once", async () => {
  const dist = await siteWith(
    '  config.addLinter("lines", (html, _input, path) => { (globalThis.linted ??= new Map()).set(path, html); });',
  );
  const { linted } = globalThis as unknown as { linted: ReadonlyMap<string, string> };
  const [, html = ""] = [...linted].find(([path]) => path.endsWith("sources/survey/index.html")) ?? [];
  expect(html).toContain("</html>");
  expect(readFileSync(join(dist, "sources/survey/index.html"), "utf8")).toContain("</html>");
});

test("what listens to Eleventy hears of every page, and of what it holds", async () => {
  await siteWith(
    '  config.on("eleventy.after", ({ results }) => { globalThis.told = new Map(results.map((one) => [one.url, one.content])); });',
  );
  const { told } = globalThis as unknown as { told: ReadonlyMap<string, string> };
  expect([...told.keys()]).toEqual(expect.arrayContaining(["/", "/briefs/harbour/", "/sources/", "/sources/survey/"]));
  expect(told.get("/sources/survey/")).toContain("</html>");
});

test.each(["styles", "urdu", "life"])(
  "pages that Eleventy makes, since somebody listens, are those that are made by themselves: %s",
  async (fixture) => {
    const [plain, attended] = [copyFixture(fixture), copyFixture(fixture)];
    edit(
      attended,
      ".eleventy.ts",
      "config.addPlugin(",
      'config.on("eleventy.after", () => undefined);\n  config.addPlugin(',
    );
    await Promise.all([plain, attended].map(buildCopy));
    expect(differing(contentsOf(attended.dist), contentsOf(plain.dist))).toEqual([]);
  },
);
