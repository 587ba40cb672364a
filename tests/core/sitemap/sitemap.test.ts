import { XmlDocument } from "libxml2-wasm";
import { expect, test } from "vitest";
import { pageDays } from "../../../lib/core/sitemap/page-days.ts";
import { writeSitemap, type ListedPage } from "../../../lib/core/sitemap/sitemap.ts";
import { catalogOf, briefNamed, sourceOfWords } from "../support/catalogs.ts";
import { briefOf, briefHead } from "../support/documents.ts";

const namespaces = { s: "http://www.sitemaps.org/schemas/sitemap/0.9" };
const texts = (xml: string, path: string) =>
  XmlDocument.fromString(xml)
    .find(path, namespaces)
    .map(({ content }) => content);
const addressOf = (name: string) => `https://pincite.example/${name}`;

test("a sitemap names each page, with its day where a document gives one", () => {
  const pages: ListedPage[] = [{ url: "https://a.example/?a&b" }, { url: "https://a.example/b/", day: "2026-03-05" }];
  const [file, ...more] = writeSitemap(pages, addressOf);
  expect(more).toEqual([]);
  expect(file?.name).toBe("sitemap.xml");
  expect(texts(file?.content ?? "", "/s:urlset/s:url/s:loc")).toEqual(pages.map(({ url }) => url));
  expect(texts(file?.content ?? "", "/s:urlset/s:url/s:lastmod")).toEqual(["2026-03-05"]);
});

test("more addresses than one file may hold are in several, and an index names those", () => {
  const pages = Array.from({ length: 7 }, (_, index) => ({
    url: `https://a.example/${index}`,
    day: `2026-03-0${index + 1}`,
  }));
  const [index, ...parts] = writeSitemap(pages, addressOf, 3);
  expect(parts.map(({ name }) => name)).toEqual(["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]);
  expect(texts(index?.content ?? "", "/s:sitemapindex/s:sitemap/s:loc")).toEqual(
    parts.map(({ name }) => addressOf(name)),
  );
  expect(texts(index?.content ?? "", "//s:lastmod")).toEqual(["2026-03-03", "2026-03-06", "2026-03-07"]);
  expect(parts.flatMap(({ content }) => texts(content, "//s:loc"))).toEqual(pages.map(({ url }) => url));
  expect(writeSitemap(pages, addressOf, 7)).toHaveLength(1);
});

test("a page changed when the last of the documents behind it did", () => {
  const report = sourceOfWords("One. Two.");
  const older = briefNamed("older", 'It says so.{% cite "report", 1 %}');
  const changed = briefOf(
    briefHead.replace(
      "status: published",
      "topics: [law]\nstatus: withdrawn\nchanges: [{ date: 2026-03-07, kind: update, note: More. }]\nwithdrawn: { date: 2026-03-09, reason: It was wrong. }",
    ) + 'It says so.{% cite "report", 2 %}',
    "newer",
  ).brief;
  const catalog = catalogOf([report, sourceOfWords("Three.", {}, "unread")], [older, changed]);
  expect(catalog.problems).toEqual([]);
  const days = pageDays(catalog, [older, changed]);
  expect(days.get("/briefs/older/")).toBe("2026-03-05");
  for (const path of [
    "/",
    "/briefs/",
    "/briefs/newer/",
    "/evidence/newer/",
    "/topics/law/",
    "/sources/report/",
    "/sources/",
  ]) {
    expect([path, days.get(path)]).toEqual([path, "2026-03-09"]);
  }
  for (const path of ["/about/", "/sources/unread/"]) expect(days.has(path)).toBe(false);
});
