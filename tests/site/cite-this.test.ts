import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { elementsOf, htmlPages, inside } from "../support/html-page.ts";
import { invalidHtml } from "../support/html-validity.ts";
import { fixtureFolder } from "../support/fixture-site.ts";
import { buildCopy, copyProject, removeCopy, type SiteCopy } from "../support/site-copy.ts";
import { edit } from "../support/two-sites.ts";

let copy: SiteCopy;
let asked = "pincite";

beforeAll(() => {
  copy = copyProject(fixtureFolder("styles"));
});

afterAll(() => {
  removeCopy(copy);
});

const report = "https://styles.example/briefs/repeats/";
const update = "https://docs.example.org/update";

/** What readers copy of a brief, of a source, and of a paragraph before its label; and what stands in italics. */
const expected: readonly (readonly [style: string, brief: string, source: string, paragraph: string, italics: string[]])[] = [
  [
    "pincite",
    `Cited again, Amina Shah, Refugee Desk, 5 March 2026, ${report}`,
    `Pakistan Update, Refugee Office, United Nations, RO/2025/7, 5 August 2025, ${update}`,
    "Pakistan Update, Refugee Office, 5 August 2025, ",
    ["Pakistan Update"],
  ],
  [
    "chicago",
    `Amina Shah, “Cited again” (Refugee Desk, March 5, 2026), ${report}.`,
    `Refugee Office, “Pakistan Update,” RO/2025/7 (New York: United Nations, August 5, 2025), ${update}.`,
    "Refugee Office, “Pakistan Update,” RO/2025/7 (New York: United Nations, August 5, 2025), ",
    [],
  ],
  [
    "oscola",
    `Amina Shah, ‘Cited again’ (Refugee Desk 2026) <${report}>.`,
    `Refugee Office, ‘Pakistan Update’ (United Nations 2025) RO/2025/7 <${update}> accessed 5 March 2026.`,
    "Refugee Office, ‘Pakistan Update’ (United Nations 2025) RO/2025/7 ",
    [],
  ],
  [
    "apa",
    `Shah, A. (2026). Cited again. Refugee Desk. ${report}`,
    `Refugee Office. (2025). Pakistan Update (RO/2025/7). United Nations. ${update}`,
    "Refugee Office. (2025). Pakistan Update (RO/2025/7). United Nations, ",
    ["Pakistan Update"],
  ],
  [
    "styles/house.csl",
    `Shah, Cited again, 5 March 2026, ${report}.`,
    `Refugee Office, Pakistan Update, 5 August 2025, ${update}.`,
    "Refugee Office, Pakistan Update, 5 August 2025, ",
    [],
  ],
]; // prettier-ignore

describe.each(expected)("a site in the style %s", (style, brief, source, paragraph, italics) => {
  let pages: Map<string, string>;

  beforeAll(async () => {
    edit(copy, ".eleventy.ts", `"${asked}"`, `"${style}"`);
    asked = style;
    await buildCopy(copy);
    pages = htmlPages(copy.dist);
  });

  const page = (path: string) => elementsOf(pages.get(`${path}/index.html`) ?? "");
  const offered = (path: string) => page(path).filter(({ attributes }) => attributes.class === "cite-text");

  test("offers its briefs and sources in it, and BibTeX, RIS and CSL-JSON beside", () => {
    expect(offered("briefs/repeats")[0]?.text).toBe(brief);
    expect(offered("sources/update")[0]?.text).toBe(source);
    expect(offered("sources/update").map(({ text }) => text.slice(0, 7))).toEqual([
      source.slice(0, 7),
      expect.stringMatching(/^@report/),
      expect.stringMatching(/^TY {2}- /),
      expect.stringMatching(/^\[/),
    ]);
  });

  test("lets a paragraph be copied in it", () => {
    const article = page("sources/update").find(({ attributes }) => "data-cited" in attributes);
    expect(article?.attributes["data-cited"]).toBe(paragraph);
  });

  test("sets in italics what the style does", () => {
    const all = page("sources/update");
    const [box] = all.filter(({ attributes }) => attributes.class === "cite-text");
    const slanted = inside(all, box).filter(({ name, attributes }) => name === "i" || (name === "cite" && !attributes.class)); // prettier-ignore
    expect(slanted.map(({ text }) => text)).toEqual(italics);
  });

  test("keeps what is Urdu by itself among English, and the other way about", () => {
    const html = pages.get("briefs/urdu/index.html") ?? "";
    const box = /<p class="cite-text">(.*)<\/p>/.exec(html)?.[1] ?? "";
    expect(box).toContain('<cite lang="ur" dir="rtl"');
    // Where Pincite knows what is a fact of the work, none of them stands loose in the other direction.
    if (!style.endsWith(".csl")) expect(box.replace(/<(bdi|cite)\b.*?<\/\1>|&\w+;/g, "")).not.toMatch(/\p{L}/u);
  });

  test("makes valid pages", async () => {
    for (const [path, html] of pages) expect(await invalidHtml(path, html), path).toEqual([]);
  });
});
