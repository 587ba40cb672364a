import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, inject, test } from "vitest";
import type { Catalog } from "../../lib/core/catalog/catalog.ts";
import { cslItem, cslItemOfBrief, type CslItem } from "../../lib/core/export/csl-item.ts";
import { zoteroType } from "../../lib/core/export/zotero-type.ts";
import { PageText } from "../../lib/site/page-text.ts";
import { publishedCitations, readExampleCatalog } from "../support/example-catalog.ts";
import { readWithCitationJs, withoutSpans, type BibliographyFile } from "../support/citation-js.ts";
import { elementsOf } from "../support/html-page.ts";
import { SchemaOrg } from "../support/schema-org.ts";
import { filesBelow } from "../support/tree.ts";
import { saveToZotero } from "../support/zotero-rules.ts";

const { dist } = inject("exampleSite");
const files = filesBelow(dist);
const read = (path: string) => readFileSync(join(dist, path), "utf8");
const formats: readonly (readonly [ending: string, format: BibliographyFile])[] = [
  ["bib", "BibTeX"],
  ["ris", "RIS"],
  ["json", "CSL-JSON"],
];
const schemaOrg = new SchemaOrg();

let catalog: Catalog;
beforeAll(async () => {
  catalog = await readExampleCatalog();
});

/** What each file beside a page should hold, by path without its ending. */
function exported(): Map<string, CslItem[]> {
  const site = {
    title: "Pincite",
    publisher: "Pincite example library",
    url: "https://pincite.example",
    pathPrefix: "/",
  };
  const found = new Map<string, CslItem[]>();
  for (const source of catalog.library.sources.values()) found.set(`sources/${source.id}/source`, [cslItem(source)]);
  for (const brief of catalog.library.briefs) {
    const cited = publishedCitations(catalog).filter(({ document }) => document === brief);
    found.set(`briefs/${brief.name}/brief`, [cslItemOfBrief(brief, site)]);
    const ids = new Set(cited.map(({ verified }) => verified.source.id));
    found.set(`briefs/${brief.name}/sources`, [...catalog.library.sources.values()].filter(({ id }) => ids.has(id)).map(cslItem)); // prettier-ignore
  }
  return found;
}

test.each(formats)("citation-js reads every .%s of the site, and every work in it", (ending, format) => {
  for (const [path, items] of exported()) {
    const works = readWithCitationJs(read(`${path}.${ending}`), format);
    expect(works.map(({ id }) => id).sort()).toEqual(items.map(({ id }) => id).sort());
    for (const item of items) {
      const work = works.find(({ id }) => id === item.id);
      expect(withoutSpans(String(work?.title))).toBe(item.title);
      // citation-js escapes what is escaped, %2f, a second time.
      const twice = item.URL && encodeURI(decodeURI(item.URL));
      expect([item.URL, twice]).toContain(work?.URL);
    }
  }
});

test("nothing of a draft and nothing that no work stands for is exported", () => {
  const endings = /\/(?:brief|sources|source)\.(?:bib|ris|json)$/;
  const made = files.filter((file) => endings.test(file)).map((file) => file.replace(/\.\w+$/, ""));
  expect(new Set(made)).toEqual(new Set(exported().keys()));
});

describe("by the rules of Zotero’s translator", () => {
  test("each brief is a Report with its author, institution, date, abstract and language", () => {
    for (const brief of catalog.library.briefs) {
      const saved = saveToZotero(new PageText(read(`briefs/${brief.name}/index.html`)), "https://example.org/x/");
      expect(saved.itemType).toBe("report");
      expect(Object.fromEntries(saved.fields)).toMatchObject({
        title: brief.meta.title,
        institution: "Pincite example library",
        date: brief.meta.date.replaceAll("-", "/"),
        abstractNote: brief.meta.summary,
        language: brief.language,
      });
      expect(saved.creators).toEqual(
        brief.meta.authors.map(({ literal, family, given }) => ({ role: "author", last: literal ?? family, first: given ?? "" })),
      ); // prettier-ignore
      expect(saved.fields.get("url")).toBe(`https://pincite.example${brief.url}`);
    }
  });

  test("each source is what it is, at its own address", () => {
    for (const { id, meta } of catalog.library.sources.values()) {
      const saved = saveToZotero(new PageText(read(`sources/${id}/index.html`)), "https://example.org/x/");
      expect(saved.itemType).toBe(zoteroType(meta.type));
      expect(saved.fields.get("title")).toBe(meta.title);
      if (meta.URL !== undefined) expect(saved.fields.get("url")).toBe(meta.URL);
    }
  });
});

describe("JSON-LD", () => {
  const dataOf = (path: string) => {
    const scripts = elementsOf(read(path)).filter(({ attributes }) => attributes.type === "application/ld+json" && !attributes.rel); // prettier-ignore
    expect(scripts).toHaveLength(1);
    return JSON.parse(scripts[0]?.text ?? "") as Record<string, unknown>;
  };

  test("has the classes, properties and values of schema.org, on every page of a brief or source", () => {
    const pages = files.filter((file) => /^(?:briefs|sources)\/[^/]+\/index\.html$/.test(file));
    expect(pages.length).toBeGreaterThan(70);
    for (const page of pages) expect(schemaOrg.faultsOf(dataOf(page))).toEqual([]);
  });

  test("tells of a brief all the sources it cites, once", () => {
    for (const brief of catalog.library.briefs) {
      const { citation, "@type": type } = dataOf(`briefs/${brief.name}/index.html`);
      const names = (citation as { name: string }[]).map(({ name }) => name).sort();
      const cited = new Map(
        publishedCitations(catalog)
          .filter(({ document }) => document === brief)
          .map(({ verified: { source } }) => [source.id, source.meta.title]),
      );
      expect(type).toBe("Report");
      expect(names).toEqual([...cited.values()].sort());
    }
  });

  test("quotes words that the page shows as the original’s own, and never a digest", () => {
    let quoted = 0;
    for (const { id, meta, paragraphs } of catalog.library.sources.values()) {
      const path = `sources/${id}/index.html`;
      const graph = dataOf(path)["@graph"] as Record<string, unknown>[];
      const quotations = graph.filter((node) => node["@type"] === "Quotation");
      if (meta.rights === "digest" || meta.rights === "metadata-only") expect(quotations).toEqual([]);
      const page = new PageText(read(path));
      for (const { "@id": address, text } of quotations) {
        const anchor = decodeURIComponent(String(address).split("#")[1] ?? "");
        const shown = page.elements.find(({ attributes }) => attributes.id === anchor);
        const words = (one: string) => one.replace(/\s+/g, "");
        expect(words(shown ? page.textOf(shown) : "")).toContain(words(String(text)));
        expect(paragraphs.some((one) => one.text === text)).toBe(true);
        quoted += 1;
      }
    }
    expect(quoted).toBeGreaterThan(10);
  });
});

test("the vocabulary is not taken at its word: what schema.org does not know is found", () => {
  expect(schemaOrg.faultsOf({ "@type": "Report", nme: "x" })).toEqual(["$: Report has no nme"]);
  expect(schemaOrg.faultsOf({ "@type": "Brief", name: "x" })).toEqual(["$: Brief is no class"]);
  expect(schemaOrg.faultsOf({ "@type": "Book", reportNumber: "x" })).toEqual(["$: Book has no reportNumber"]);
  expect(schemaOrg.faultsOf({ "@type": "Report", datePublished: "5 March" })).toHaveLength(1);
  expect(schemaOrg.faultsOf({ "@type": "Report", author: { "@type": "Book", name: "x" } })).toHaveLength(1);
});

test("every signpost leads to a file that is there, and the linkset says the same", () => {
  const rels = ["describedby", "item", "collection", "linkset", "alternate"];
  for (const { name } of catalog.library.briefs) {
    const page = `briefs/${name}/index.html`;
    const links = elementsOf(read(page)).filter((one) => one.name === "link");
    const local = links.filter(({ attributes }) => rels.includes(attributes.rel ?? ""));
    expect(local.length).toBeGreaterThan(5);
    for (const { attributes } of local) {
      const path = new URL(attributes.href ?? "", "https://example.org/").pathname;
      expect([path, existsSync(join(dist, path.endsWith("/") ? `${path}index.html` : path))]).toEqual([path, true]);
    }
    const { linkset } = JSON.parse(read(`briefs/${name}/linkset.json`)) as { linkset: Record<string, { href: string }[]>[] }; // prettier-ignore
    const described = linkset[0]?.describedby?.map(({ href }) => new URL(href, `https://example.org/briefs/${name}/linkset.json`).pathname); // prettier-ignore
    expect(described).toEqual(
      local.filter(({ attributes }) => attributes.rel === "describedby").map(({ attributes }) => attributes.href),
    );
    expect(dirname(page)).toBe(`briefs/${name}`);
  }
});
