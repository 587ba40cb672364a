import { beforeEach, expect, test } from "vitest";
import type { CitedForms } from "../../../lib/core/citation-style/forms.ts";
import { textOf } from "../../../lib/core/citation-style/run.ts";
import type { CslItem } from "../../../lib/core/export/csl-item.ts";
import type { Source } from "../../../lib/core/source/source.ts";
import { LibraryReader } from "../../../lib/files/library-reader.ts";
import { cslNaming } from "../../../lib/site/citations/csl-naming.ts";
import { readCslFiles, type CslFiles } from "../../../lib/site/citations/csl-files.ts";
import type { FormsCache } from "../../../lib/site/citations/forms-cache.ts";
import { copyFixture, fixtureFolder } from "../../support/fixture-site.ts";

/** A cache that counts what had to be made. */
class CountingCache implements FormsCache {
  readonly kept = new Map<string, CitedForms>();
  made = 0;
  get = (key: string) => this.kept.get(key);
  set = (key: string, forms: CitedForms) => {
    this.made += 1;
    this.kept.set(key, forms);
  };
}

const root = fixtureFolder("styles");
let files: CslFiles;
let sources: Source[];

beforeEach(async () => {
  const { root: copy } = copyFixture("styles");
  const reading = await readCslFiles({ style: "styles/house.csl" }, copy, "en");
  if (!reading.files) throw new Error(reading.problem.message);
  ({ files } = reading);
  const library = await new LibraryReader({ root, pages: "", language: "en" }).read();
  sources = [...library.sources.values()];
});

const asked = (naming: ReturnType<typeof cslNaming>, some: readonly Source[]) =>
  new Map(some.map((source) => [source.id, naming.formsOf(source, "en")]));

test("names are the same in whichever order sources come and are asked for, with a cache or without", () => {
  const cache = new CountingCache();
  const forwards = asked(cslNaming(files, sources, cache), sources);
  const turned = [...sources].reverse();
  for (const one of [cache, new CountingCache()])
    expect(asked(cslNaming(files, turned, one), turned)).toEqual(new Map([...forwards].reverse()));
});

test("the second time nothing is made, and after a change only what changed", () => {
  const cache = new CountingCache();
  asked(cslNaming(files, sources, cache), sources);
  expect(cache.made).toBe(sources.length);
  asked(cslNaming(files, sources, cache), sources);
  expect(cache.made).toBe(sources.length);
  const [first, ...rest] = sources;
  if (!first) throw new Error("The fixture has no source");
  const changed = [{ ...first, meta: { ...first.meta, title: "Another title" } }, ...rest];
  asked(cslNaming(files, changed, cache), changed);
  expect(cache.made).toBe(sources.length + 1);
  asked(cslNaming({ ...files, style: `${files.style}\n` }, sources, cache), sources);
  expect(cache.made).toBe(2 * sources.length + 1);
});

test("a brief is named, too, even where a source is called the same", () => {
  const naming = cslNaming(files, sources, new CountingCache());
  const brief: CslItem = {
    id: "update",
    type: "report",
    title: "A brief",
    author: [{ family: "Shah", given: "Amina" }],
  };
  expect(textOf(naming.aloneOf(brief, "en").whole)).toBe("Shah, A brief.");
  const source = sources.find(({ id }) => id === "update");
  if (!source) throw new Error("The fixture has no update");
  expect(textOf(naming.formsOf(source, "en").whole)).toContain("Pakistan Update");
});

test.each([
  ["2026-02-24/2026-03", "February–March 2026"],
  ["2018-12/2023", "2018–2023"],
  ["2025-12-10/2025-12-11", "10–11 December 2025"],
])("a span of %s is named, however exact its ends are", (issued, expected) => {
  const spanning = sources.map((source) => ({ ...source, meta: { ...source.meta, issued } }));
  const [first] = asked(cslNaming(files, spanning, new CountingCache()), spanning).values();
  expect(textOf(first?.whole ?? [])).toContain(expected);
});

test("what looks like a mark in a title is left out, and no markup comes from it", () => {
  const hostile = sources.map((source) => ({
    ...source,
    meta: { ...source.meta, title: "\uE000<script>alert(1)</script>\uE001 <b onclick=x>bold</b>" },
  }));
  for (const forms of asked(cslNaming(files, hostile, new CountingCache()), hostile).values()) {
    expect(forms.first.filter((run) => "slot" in run)).toEqual([{ slot: "pinpoint" }]);
    expect(textOf(forms.whole)).not.toContain("\uE000");
  }
});
