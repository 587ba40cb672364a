import { describe, expect, test } from "vitest";
import { verifyBuiltSite } from "../../lib/site/verify-site.ts";
import { examine } from "../support/accessibility.ts";
import { useFixtureBrowser } from "../support/fixture-browser.ts";
import { elementsOf, htmlPages } from "../support/html-page.ts";
import { invalidHtml } from "../support/html-validity.ts";
import { openWatchedPage } from "../support/watched-page.ts";

/** In the page, not here: these tests are compiled without the browser's types. */
declare const document: {
  readonly documentElement: { readonly scrollWidth: number; readonly clientWidth: number };
  readonly fonts: { readonly ready: Promise<Iterable<{ readonly family: string; readonly status: string }>> };
};

const site = useFixtureBrowser("urdu");

const pageAt = (path: string) => elementsOf(htmlPages(site.dist).get(`${path}index.html`) ?? "");
const textOf = (path: string) => pageAt(path).find(({ name }) => name === "main")?.text ?? "";

test("every page of a site in Urdu is valid HTML, and its citations are proved like any other's", async () => {
  const pages = [...htmlPages(site.dist)];
  expect(pages.length).toBeGreaterThan(12);
  for (const [file, html] of pages) expect(await invalidHtml(file, html), file).toEqual([]);
  expect(verifyBuiltSite(site.dist)).toMatchObject({ report: { faults: [], counts: { briefs: 2, notes: 10 } } });
});

test.each([
  ["", "ur", "rtl"],
  ["about/", "ur", "rtl"],
  ["briefs/panah/", "ur", "rtl"],
  ["briefs/asylum/", "en", "ltr"],
  ["sources/manshoor/", "ur", "rtl"],
])("/%s is a page in %s, written %s", (path, lang, dir) => {
  expect(pageAt(path).find(({ name }) => name === "html")?.attributes).toMatchObject({ lang, dir });
});

test("a source's own language stands at its text; the page around it is in the site's", () => {
  const elements = pageAt("sources/charter/");
  expect(elements.find(({ name }) => name === "html")?.attributes.dir).toBe("rtl");
  expect(elements.find(({ name }) => name === "article")?.attributes.lang).toBe("en");
  expect(elements.find(({ attributes }) => attributes.class === "source-text")?.attributes.dir).toBe("ltr");
  expect(elements.find(({ attributes }) => attributes.class === "source-about")?.attributes.lang).toBe("ur");
});

test("beside its original a translation keeps its language and direction, paragraph by paragraph", () => {
  const sides = pageAt("sources/manshoor/beside/").filter(({ attributes }) =>
    (attributes.class ?? "").startsWith("beside-cell is-"),
  );
  expect(sides.map(({ attributes }) => `${attributes.lang} ${attributes.dir}`)).toEqual([
    "en ltr",
    "ur rtl",
    "en ltr",
    "ur rtl",
  ]);
  for (const path of ["sources/manshoor/", "sources/charter/"])
    expect(
      pageAt(path).some(({ attributes }) => attributes.href === "/sources/manshoor/beside/"),
      path,
    ).toBe(true);
});

test("a brief speaks its own language, labels and notes included, whatever the site's is", () => {
  expect(textOf("briefs/panah/")).toContain("لبِ لباب");
  expect(textOf("briefs/panah/")).toContain("نقل کردہ الفاظ ماخذ میں حرف بہ حرف موجود ہیں۔");
  expect(textOf("briefs/panah/")).toContain("آمنہ شاہ، زارا خان");
  expect(textOf("briefs/panah/")).toContain("5 مارچ، 2026");
  expect(textOf("briefs/panah/")).not.toMatch(/Bottom line|Primary source|Quoted words/);
  expect(textOf("briefs/asylum/")).toContain("Bottom line");
  expect(textOf("briefs/asylum/")).toContain("Quoted words found in the source, letter for letter.");
});

describe("a page fetches the faces of its scripts only", () => {
  test.each([
    ["briefs/panah/", ["Noto Naskh Arabic", "Noto Nastaliq Urdu", "Source Serif"]],
    ["sources/charter-ps/", ["Noto Naskh Arabic", "Noto Nastaliq Urdu"]],
  ])("%s", async (path, expected) => {
    const { page, complaints } = await openWatchedPage(await site.browser.newContext());
    await page.goto(new URL(path, site.url).href);
    const loaded = await page.evaluate(async () =>
      Array.from(await document.fonts.ready)
        .filter(({ status }) => status === "loaded")
        .map(({ family }) => family),
    );
    expect([...new Set(loaded)].sort()).toEqual(expect.arrayContaining(expected));
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test("a page without Arabic script fetches none", async () => {
    const { page } = await openWatchedPage(await site.browser.newContext());
    const fetched: string[] = [];
    page.on("request", (request) => fetched.push(request.url()));
    await page.goto(new URL("briefs/asylum/", site.url).href);
    await page.waitForLoadState("networkidle");
    expect(fetched.filter((url) => url.includes("naskh"))).toEqual([]);
    expect(fetched.some((url) => url.includes("serif"))).toBe(true);
    await page.context().close();
  });
});

describe.each(["light", "dark"] as const)("in %s colours", (colorScheme) => {
  test.each([
    ["briefs/panah/", 360],
    ["briefs/panah/", 1440],
    ["sources/manshoor/", 360],
    ["sources/manshoor/", 1440],
    ["evidence/panah/", 360],
    ["about/", 1440],
    ["search/", 360],
  ])("/%s keeps to WCAG 2.2 AA and fits a window %d pixels wide", async (path, width) => {
    const viewport = { width, height: 800 };
    const context = await site.browser.newContext({ viewport, colorScheme, bypassCSP: true, reducedMotion: "reduce" });
    const page = await context.newPage();
    await page.goto(new URL(path, site.url).href);
    expect((await examine(page, "html")).violations).toEqual([]);
    const { scrollWidth, clientWidth } = await page.evaluate(() => ({
      scrollWidth: document.documentElement.scrollWidth,
      clientWidth: document.documentElement.clientWidth,
    }));
    expect(scrollWidth).toBe(clientWidth);
    await context.close();
  });
});
