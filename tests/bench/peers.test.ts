import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { filesBelow } from "../support/tree.ts";
import type { Contender } from "./contender.ts";
import { eleventy } from "./contenders/eleventy.ts";
import { hugo, installedHugo } from "./contenders/hugo.ts";
import { makeCorpus } from "./corpus.ts";
import { Project } from "./project.ts";

/** What this test asks of a page and of its elements. */
interface HtmlPart {
  readonly textContent: string;
  getAttribute(name: string): string | null;
  getElementById(id: string): HtmlPart | null;
  querySelector(selector: string): HtmlPart | null;
  querySelectorAll(selector: string): Iterable<HtmlPart>;
}

const corpus = [...makeCorpus(20)];
const citing = /\{% cite "([^"]+)", (\d+) %\}/g;
const idsOf = (folder: string) => corpus.filter(({ path }) => path.startsWith(folder)).map(({ path }) => path);
const addresses = (folder: string) => idsOf(folder).map((path) => `/${path.replace(/\.md$/, "/")}`);

/** For each paragraph that is cited, the addresses of the briefs that cite it. */
function wantedBacklinks(): Map<string, Set<string>> {
  const wanted = new Map<string, Set<string>>();
  for (const { path, text } of corpus) {
    for (const [, id, paragraph] of text.matchAll(citing)) {
      const place = `/sources/${id ?? ""}/#p${paragraph ?? ""}`;
      wanted.set(place, (wanted.get(place) ?? new Set()).add(`/${path.replace(/\.md$/, "/")}`));
    }
  }
  return wanted;
}

function describePeer(peer: Contender, isThere: boolean): void {
  describe.skipIf(!isThere)(`the site that ${peer.label} makes${isThere ? "" : " (not installed: not tested)"}`, () => {
    let work: string;
    let page: (address: string) => HtmlPart;
    beforeAll(() => {
      work = mkdtempSync(join(tmpdir(), "pincite-peer-"));
      const project = new Project(peer, work);
      for (const file of corpus) project.write(file);
      const { program, args, cwd, env } = project.build();
      execFileSync(program, args, { cwd, env: { ...process.env, ...env }, stdio: "pipe" });
      const pages = new Map<string, HtmlPart>();
      page = (address) => {
        const known = pages.get(address);
        if (known) return known;
        const html = readFileSync(join(project.dist, address, "index.html"), "utf8");
        const { document } = parseHTML(html) as unknown as { document: HtmlPart };
        pages.set(address, document);
        return document;
      };
    });
    afterAll(() => {
      rmSync(work, { recursive: true, force: true });
    });

    test("has a page for each brief and each source, and no other", () => {
      const found = filesBelow(join(work, peer.name, "dist"))
        .filter((file) => file.endsWith("index.html"))
        .map((file) => `/${file.replace(/index\.html$/, "")}`);
      for (const folder of ["briefs", "sources"]) {
        const pages = found.filter((address) => new RegExp(`^/${folder}/[^/]+/$`).test(address));
        expect(pages.toSorted()).toEqual(addresses(folder).toSorted());
      }
    });

    test("leads from each citation, by a note, to a paragraph that is there", () => {
      for (const { path, text } of corpus.filter((file) => file.path.startsWith("briefs/"))) {
        const brief = page(`/${path.replace(/\.md$/, "/")}`);
        const places = [...text.matchAll(citing)].map(([, id, number]) => `/sources/${id ?? ""}/#p${number ?? ""}`);
        const marks = [...brief.querySelectorAll("main p sup a, main li sup a")];
        const led = marks.map((mark) => {
          const note = brief.getElementById(mark.getAttribute("href")?.slice(1) ?? "");
          return note?.querySelector("a[href^='/sources/']")?.getAttribute("href");
        });
        expect(led).toEqual(places);
        for (const place of places) {
          const [address = "", id = ""] = place.split("#");
          expect([...page(address).querySelectorAll(`p#${id}`)]).toHaveLength(1);
        }
      }
    });

    test("shows each paragraph of a source under its number", () => {
      const source = corpus.find(({ path }) => path === "sources/s-00002.md")?.text ?? "";
      const paragraphs = source
        .slice(source.indexOf("\n---\n", 3) + 5)
        .trim()
        .split("\n\n");
      const shown = paragraphs.map(
        (_, index) => page("/sources/s-00002/").getElementById(`p${index + 1}`)?.textContent,
      );
      expect(shown).toEqual(paragraphs);
    });

    test("names below a source the briefs that cite each paragraph, each once, and no others", () => {
      const wanted = new Map([...wantedBacklinks()].map(([place, briefs]) => [place, [...briefs].sort()]));
      const found = new Map<string, string[]>();
      for (const address of addresses("sources")) {
        let place = "";
        for (const link of page(address).querySelectorAll("dl a")) {
          const href = link.getAttribute("href") ?? "";
          if (href.startsWith("#")) found.set((place = address + href), []);
          else found.get(place)?.push(href);
        }
      }
      for (const briefs of found.values()) briefs.sort();
      expect(found).toEqual(wanted);
    });

    test("lists every brief, every source, and the briefs of each topic", () => {
      const links = (address: string) =>
        [...page(address).querySelectorAll("main a")].map((link) => link.getAttribute("href"));
      expect(links("/").toSorted()).toEqual(addresses("briefs").toSorted());
      expect(links("/sources/").toSorted()).toEqual(addresses("sources").toSorted());
      const listed = links("/topics/").flatMap((topic) => links(topic ?? ""));
      const topics = corpus.flatMap(({ text }) => /^topics: \[(.*)\]$/m.exec(text)?.[1]?.split(", ") ?? []);
      expect(listed).toHaveLength(topics.length);
    });
  });
}

describePeer(eleventy, true);
describePeer(hugo, installedHugo() !== undefined);
