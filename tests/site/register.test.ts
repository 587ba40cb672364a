import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { z } from "zod";
import type { Catalog } from "../../lib/core/catalog/catalog.ts";
import { readYaml } from "../../lib/core/front-matter/yaml.ts";
import { splitFrontMatter } from "../../lib/core/front-matter/split.ts";
import { FileText } from "../../lib/core/text/file-text.ts";
import { readExampleCatalog } from "../support/example-catalog.ts";
import { repository } from "../support/run-command.ts";

const text = z.string().min(1);
const entry = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: text,
  kind: text,
  values: z.array(text).min(1),
  use: text,
  briefs: z.array(text).min(1),
});
const register = z.object({ groups: z.array(z.object({ name: text, entries: z.array(entry).min(1) })) });

const path = "layouts/library/register.njk";
const file = new FileText(path, readFileSync(join(repository, path), "utf8"));
const entries = register.parse(readYaml(splitFrontMatter(file).yaml).data).groups.flatMap((group) => group.entries);

let catalog: Catalog;
/** By brief: the entries that it links to. */
const linked = new Map<string, Set<string>>();

beforeAll(async () => {
  catalog = await readExampleCatalog();
  for (const { name, links } of catalog.library.briefs) {
    const found = links.flatMap(({ href }) => /^\/library\/register\/#(.+)$/.exec(href)?.[1] ?? []);
    linked.set(name, new Set(found));
  }
});

test("the register has every contradiction that was found, once", () => {
  expect(entries.length).toBeGreaterThanOrEqual(21);
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
});

describe.each(entries.map((one) => [one.id, one] as const))("%s", (id, { values, briefs }) => {
  test("has a citation for each value", () => {
    expect(values.filter((value) => !/\{% cite "[a-z0-9-]+", ("[^"]+"|\d+)/.test(value))).toEqual([]);
  });

  test("is linked from the briefs that it names, and from no other", () => {
    const naming = [...linked].filter(([, ids]) => ids.has(id)).map(([name]) => name);
    expect(naming.sort()).toEqual([...briefs].sort());
  });

  test("has its place on the page", () => {
    const page = readFileSync(join(inject("exampleSite").dist, "library/register/index.html"), "utf8");
    expect(page).toContain(`<h3 id="${id}">`);
  });
});

test("what the register says is found from each paragraph that it cites", () => {
  const page = catalog.library.pages.find(({ name }) => name === "register");
  const sentences = page?.citations.map(({ sentence }) => sentence);
  expect(sentences).toContain("521 terrorist attacks: PIPS.");
  expect(sentences?.filter((sentence) => sentence === "" || sentence === page?.title)).toEqual([]);
});
