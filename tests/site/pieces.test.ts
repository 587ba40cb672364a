import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyBuiltSite } from "../../lib/site/verify-site.ts";
import { elementsOf, htmlPages, inside } from "../support/html-page.ts";
import { invalidHtml } from "../support/html-validity.ts";
import { fixtureFolder } from "../support/fixture-site.ts";
import { buildCopy, copyProject, removeCopy, type SiteCopy } from "../support/site-copy.ts";

/** A site whose two briefs, one of them in Urdu, use everything that a brief can be made of. */
let copy: SiteCopy;
let pages: Map<string, string>;

beforeAll(async () => {
  copy = copyProject(fixtureFolder("pieces"));
  await buildCopy(copy);
  pages = htmlPages(copy.dist);
});

afterAll(() => {
  removeCopy(copy);
});

const pageOf = (slug: string) => elementsOf(pages.get(`briefs/${slug}/index.html`) ?? "");

test("every page is valid HTML", async () => {
  for (const [file, html] of pages) expect(await invalidHtml(file, html), file).toEqual([]);
});

test("every citation is proved again, those in blocks and captions too", () => {
  const verification = verifyBuiltSite(copy.dist);
  expect(verification.kind === "verified" && verification.report.faults).toEqual([]);
});

test.each([
  ["pieces", "1 high, 1 moderate, 1 low"],
  ["tukre", "1 زیادہ"],
])("the evidence box of %s counts what the text marks with confidence", (slug, counted) => {
  const all = pageOf(slug);
  const box = inside(
    all,
    all.find(({ attributes }) => attributes.class === "evidence-box"),
  );
  expect(box.map(({ text }) => text)).toContain(counted);
});

test("each chart has a drawing with a name, its figures as a table, and a file that holds the same", () => {
  const all = pageOf("pieces");
  const drawings = all.filter(({ attributes }) => attributes.class === "chart-drawing");
  expect(drawings.map((one) => inside(all, one)[0]?.text)).toEqual([
    "The same, drawn.",
    "Estimates of the pilots on duty.",
    "The tolls; of them only the last rise is documented.",
    "Ships at each berth.",
  ]);
  const links = all.flatMap(({ attributes: { href } }) => (href?.endsWith(".csv") === true ? [href] : []));
  const files = links.map((href) => readFileSync(join(copy.dist, href.replace("/x/", "")), "utf8"));
  expect(files[2]).toBe("Year,Cargo,Tugs\n2020,10,4\n2021,10,4\n2022,,4\n2023,12,5\n2024,15,5\n");
  expect(files[3]).toContain("The <b>second</b>,120.5,");
});

test.each([
  ["pieces", [480, 960, 1440], 1440, 720],
  ["tukre", [300], 300, 150],
])(
  "the image of %s comes in widths no larger than it is, and keeps its place while it loads",
  (slug, widths, width, height) => {
    const [picture, source, image] = pageOf(slug).filter(({ name }) => ["picture", "source", "img"].includes(name));
    expect(picture?.name).toBe("picture");
    expect(image?.attributes).toMatchObject({ width: String(width), height: String(height), loading: "lazy" });
    expect(image?.attributes.alt).not.toBe("");
    for (const set of [source?.attributes.srcset ?? "", image?.attributes.srcset ?? ""]) {
      const files = set.split(", ").map((one) => one.split(" "));
      expect(files.map(([, size]) => size)).toEqual(widths.map((one) => `${one}w`));
      for (const [url = ""] of files) {
        expect(url).toMatch(/^\/x\/assets\/[a-z0-9-]+-[\w-]{10}\.(?:webp|png|jpeg)$/);
        expect(readFileSync(join(copy.dist, url.replace("/x/", ""))).length).toBeGreaterThan(100);
      }
    }
  },
);

test("the scripts of a brief stay under 15 kB, compressed", () => {
  const scripts = pageOf("pieces").flatMap(({ name, attributes }) =>
    name === "script" && attributes.src !== undefined ? [attributes.src] : [],
  );
  const sizes = scripts.map((src) => gzipSync(readFileSync(join(copy.dist, src.replace("/x/", "")))).length);
  expect(sizes.length).toBeGreaterThan(1);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(15_000);
});
