import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PageText } from "../../lib/site/page-text.ts";
import { environmentWithBrowser } from "../support/browser.ts";
import { fixtureFolder } from "../support/fixture-site.ts";
import { elementsOf } from "../support/html-page.ts";
import { commandEnvironment, repository } from "../support/run-command.ts";
import { commandLine, copyProject, removeCopy, type SiteCopy } from "../support/site-copy.ts";
import { edit } from "../support/two-sites.ts";
import { saveToZotero } from "../support/zotero-rules.ts";

let copy: SiteCopy;

beforeAll(async () => {
  copy = copyProject(fixtureFolder("urdu"));
  edit(copy, ".eleventy.ts", "language:", 'url: "https://urdu.example",\n  language:');
  const command = [join(repository, "lib/cli/bin.js"), "pdf", ...commandLine(copy)];
  const env = commandEnvironment(await environmentWithBrowser());
  const { status: code, stderr } = spawnSync(process.execPath, command, { encoding: "utf8", env });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
});

afterAll(() => {
  removeCopy(copy);
});

const read = (path: string) => readFileSync(join(copy.dist, path), "utf8");

test.each(["asylum", "panah"])("the page of %s tells machines where its PDF is served", (slug) => {
  const page = `https://urdu.example/briefs/${slug}/`;
  const address = `${page}${slug}.pdf`;
  const html = read(`briefs/${slug}/index.html`);
  const links = elementsOf(html).filter(({ name, attributes }) => name === "link" && attributes.rel === "item");
  expect(links.map(({ attributes }) => attributes)).toEqual([
    { rel: "item", href: `/briefs/${slug}/${slug}.pdf`, type: "application/pdf" },
  ]);
  expect(existsSync(join(copy.dist, `briefs/${slug}/${slug}.pdf`))).toBe(true);

  const saved = saveToZotero(new PageText(html), "https://x.example/");
  expect([saved.itemType, saved.pdf, saved.fields.get("url")]).toEqual(["report", address, page]);
  for (const field of ["title", "institution", "date", "abstractNote", "language"])
    expect(saved.fields.get(field), field).toMatch(/\S/);
  expect(saved.creators.length).toBeGreaterThan(0);

  const { linkset } = JSON.parse(read(`briefs/${slug}/linkset.json`)) as { linkset: Record<string, unknown>[] };
  expect(linkset[0]?.item).toEqual([{ href: address, type: "application/pdf" }]);
  expect(linkset).toContainEqual({ anchor: address, collection: [{ href: page, type: "text/html" }] });
  const data = elementsOf(html).find(({ name, attributes }) => name === "script" && attributes.type === "application/ld+json"); // prettier-ignore
  expect(JSON.parse(data?.text ?? "")).toMatchObject({
    encoding: { contentUrl: address, encodingFormat: "application/pdf" },
  });
});
