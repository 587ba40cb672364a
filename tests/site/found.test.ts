import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { XmlDocument } from "libxml2-wasm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { atomFaults } from "../support/atom-schema.ts";
import { fixtureFolder } from "../support/fixture-site.ts";
import { elementsOf, htmlPages } from "../support/html-page.ts";
import { invalidHtml } from "../support/html-validity.ts";
import { jsonFeedFaults } from "../support/json-feed-schema.ts";
import { runCommand } from "../support/run-command.ts";
import { commandLine, copyProject, removeCopy, type SiteCopy } from "../support/site-copy.ts";

const origin = "https://found.example";
const absolute = (path: string) => `${origin}/x/${path}`;

/** The fixture "life", which is served under /x/: as it is, and with a public address. */
let plain: SiteCopy;
let found: SiteCopy;
let said: { readonly plain: string; readonly found: string };
let pages: Map<string, string>;

beforeAll(async () => {
  plain = copyProject(fixtureFolder("life"));
  found = copyProject(fixtureFolder("life"));
  const config = join(found.root, ".eleventy.ts");
  const text = readFileSync(config, "utf8").replace('pathPrefix: "/x/"', `pathPrefix: "/x/", url: "${origin}/"`);
  writeFileSync(config, text);
  const charter = join(found.root, "sources/charter.md");
  writeFileSync(charter, readFileSync(charter, "utf8").replace(/^title: .*$/m, "title: 'The <Charter> & \"more\"'"));
  const outcomes = [await runCommand("build", ...commandLine(plain)), await runCommand("build", ...commandLine(found))];
  expect(outcomes.map(({ code, stderr }) => `${code} ${stderr}`)).toEqual(["0 ", "0 "]);
  said = { plain: outcomes[0]?.stdout ?? "", found: outcomes[1]?.stdout ?? "" };
  pages = htmlPages(found.dist);
});

afterAll(() => {
  for (const copy of [plain, found]) removeCopy(copy);
});

/** What the head of a page says: meta elements and links, by name; of several of a name, all. */
function headOf(html: string): Map<string, string[]> {
  const head = new Map<string, string[]>();
  for (const { name, attributes } of elementsOf(html)) {
    const key =
      name === "meta" ? (attributes.property ?? attributes.name) : name === "link" ? attributes.rel : undefined;
    if (key !== undefined) head.set(key, [...(head.get(key) ?? []), attributes.content ?? attributes.href ?? ""]);
  }
  return head;
}
const head = (path: string) => headOf(pages.get(path) ?? "");
const read = (copy: SiteCopy, path: string) => readFileSync(join(copy.dist, path), "utf8");

describe("the head of a page", () => {
  test.each([
    ["the home page", "", "The life of a brief", "website", "en_US"],
    ["the list of briefs", "briefs/", "Briefs", "website", "en_US"],
    ["a brief", "briefs/corrected-view/", "A view that was corrected", "article", "en_US"],
    ["a brief in Urdu", "briefs/wapas-liya-gaya/", "واپس لیا گیا: ایک رائے جو واپس لی گئی", "article", "ur_PK"],
    ["the evidence of a brief", "evidence/corrected-view/", "Evidence: A view that was corrected", "website", "en_US"],
    ["the evidence", "evidence/", "The evidence", "website", "en_US"],
    ["a source", "sources/charter/", 'The <Charter> & "more"', "website", "en_US"],
    ["a source in Urdu", "sources/misaq/", "پناہ کا میثاق", "website", "ur_PK"],
    ["the list of sources", "sources/", "Sources", "website", "en_US"],
    ["a topic", "topics/refugees/", "Topic: refugees", "website", "en_US"],
    ["search", "search/", "Search", "website", "en_US"],
  ])("of %s says where it is and what it shows", (_, path, title, type, locale) => {
    const all = head(`${path}index.html`);
    const one = (name: string) => all.get(name) ?? [];
    expect(one("canonical")).toEqual([absolute(path)]);
    expect(one("og:url")).toEqual([absolute(path)]);
    expect(one("og:title")).toEqual([title]);
    expect(one("og:type")).toEqual([type]);
    expect(one("og:locale")).toEqual([locale]);
    expect(one("og:site_name")).toEqual(["The life of a brief"]);
    expect(one("og:image:width")).toEqual(["1200"]);
    expect(one("og:image:height")).toEqual(["630"]);
    expect(one("og:image:alt")[0]).toMatch(/\S/);
    expect(one("twitter:card")).toEqual(["summary_large_image"]);
    expect(one("robots")).toEqual([]);
    const image = one("og:image")[0] ?? "";
    expect(image.startsWith(absolute("assets/card-"))).toBe(true);
    expect(existsSync(join(found.dist, image.slice(absolute("").length)))).toBe(true);
  });

  test("of a brief says when it was written and last changed, by whom and on what", () => {
    const all = head("briefs/corrected-view/index.html");
    expect(all.get("article:published_time")).toEqual(["2026-03-05"]);
    expect(all.get("article:modified_time")).toEqual(["2026-03-11"]);
    expect(all.get("article:tag")).toEqual(["refugees"]);
    expect(all.get("author")).toEqual(["Amina Shah"]);
    expect(all.get("og:description")).toEqual(["Everyone may ask for refuge; nobody need grant it."]);
    expect(all.get("og:image")).not.toEqual(head("index.html").get("og:image"));
  });

  test.each([
    ["of a missing page", "404.html", []],
    ["at an old address of a brief", "briefs/first-view/index.html", [absolute("briefs/corrected-view/")]],
    ["at an old address of a source", "sources/charta/index.html", [absolute("sources/charter/")]],
  ])("%s keeps search engines out, and says nothing else", (_, path, canonical) => {
    const all = head(path);
    expect(all.get("robots")).toEqual(["noindex"]);
    expect(all.get("canonical") ?? []).toEqual(canonical);
    expect([...all.keys()].filter((name) => /^(?:og|article|twitter):/.test(name))).toEqual([]);
  });

  test("is valid HTML on every page", async () => {
    const faults = await Promise.all([...pages].map(async ([file, html]) => [file, await invalidHtml(file, html)]));
    expect(faults.filter(([, list]) => list?.length)).toEqual([]);
  });
});

describe("feeds", () => {
  test.each(["feed.xml", "corrections.xml"])("%s is Atom", (path) => {
    expect(atomFaults(read(found, path))).toEqual([]);
  });

  test.each(["feed.json", "corrections.json"])("%s is a JSON Feed", (path) => {
    expect(jsonFeedFaults(read(found, path))).toEqual([]);
  });

  test("tell of withdrawals and corrections in the language of the brief, and of no draft", () => {
    const titles = (path: string) =>
      (JSON.parse(read(found, path)) as { items: { title: string }[] }).items.map(({ title }) => title);
    expect(titles("feed.json")).toEqual([
      "واپس لیا گیا: ایک رائے جو واپس لی گئی",
      "Withdrawn: A view we no longer hold",
      "A view that was corrected",
    ]);
    expect(titles("corrections.json")).toEqual([
      "واپس لیا گیا: ایک رائے جو واپس لی گئی",
      "Withdrawn: A view we no longer hold",
      "Correction: A view that was corrected",
      "Correction: A view that was corrected",
      "Correction: A view we no longer hold",
    ]);
  });

  test("are named in the head and at the foot of every page", () => {
    for (const html of pages.values()) {
      expect(headOf(html).get("alternate")).toEqual(
        expect.arrayContaining(["/x/feed.xml", "/x/feed.json", "/x/corrections.xml", "/x/corrections.json"]),
      );
      const links = elementsOf(html).filter(({ name }) => name === "a");
      expect(links.map(({ attributes }) => attributes.href)).toEqual(expect.arrayContaining(["/x/feed.xml"]));
    }
  });
});

test("the sitemap names every page that search engines may find, and no other", () => {
  const sitemap = XmlDocument.fromString(read(found, "sitemap.xml"));
  const listed = sitemap
    .find("//s:loc", { s: "http://www.sitemaps.org/schemas/sitemap/0.9" })
    .map((one) => one.content);
  const open = [...pages].filter(([, html]) => !headOf(html).get("robots")?.includes("noindex"));
  expect(listed.toSorted()).toEqual(open.map(([file]) => absolute(file.replace(/index\.html$/, ""))).toSorted());
  expect(listed.join(" ")).not.toMatch(/draft|404|first-view/);
});

test("a robots.txt that nobody would read is not written below a path", () => {
  expect(existsSync(join(found.dist, "robots.txt"))).toBe(false);
});

test("a site without a public address has none of it, and the build says so in one line", () => {
  for (const file of ["feed.xml", "feed.json", "corrections.xml", "corrections.json", "sitemap.xml", "robots.txt"]) {
    expect([file, existsSync(join(plain.dist, file))]).toEqual([file, false]);
  }
  for (const [file, html] of htmlPages(plain.dist)) {
    const names = [...headOf(html).keys()].filter((name) => /^(?:og|article|twitter):|^canonical$/.test(name));
    expect([file, names]).toEqual([
      file,
      /first-view|second-view|purani|charta|mithaq/.test(file) ? ["canonical"] : [],
    ]);
  }
  expect(said.plain.split("\n").filter((line) => line.includes("no url"))).toHaveLength(1);
  expect(said.found).not.toContain("no url");
});
