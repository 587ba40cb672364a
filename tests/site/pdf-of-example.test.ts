import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { site } from "../../.eleventy.ts";
import { pdfPath, printBriefs } from "../../lib/site/pdf/print-briefs.ts";
import { launchBrowser } from "../support/browser.ts";
import { readExampleCatalog } from "../support/example-catalog.ts";
import { elementsOf, inside, type HtmlElement } from "../support/html-page.ts";
import { readPdf } from "../support/read-pdf.ts";

const { library } = await readExampleCatalog();
const briefs = library.briefs.filter(({ meta }) => meta.status === "published");
/** A copy of the built example site: the site itself is only read. */
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "pincite-printed-"));
  cpSync(inject("exampleSite").dist, folder, { recursive: true });
  const browser = await launchBrowser();
  // Without a public address, so that each link can be followed on disk.
  await printBriefs(browser, { folder, site: { ...site, url: "" }, paper: "A4" }, briefs);
  await browser.close();
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const plain = (text: string) => text.replace(/\s+/g, " ").trim();
const hasClass = ({ attributes }: HtmlElement, name: string) => (attributes.class ?? "").split(" ").includes(name);

test("the example library has briefs to print", () => {
  expect(briefs.length).toBeGreaterThanOrEqual(3);
});

describe.each(briefs.map((brief) => [brief.name, brief] as const))("the PDF of %s", (_, brief) => {
  const read = () => readPdf(join(folder, pdfPath(brief)));
  const elements = () => elementsOf(readFileSync(join(folder, brief.url, "index.html"), "utf8"));

  test("is tagged, with title, language and an outline of the headings of its page", async () => {
    const { info, marked, outline } = await read();
    expect(marked).toBe(true);
    expect(info.Title).toContain(brief.meta.title);
    expect(info.Language).toBe(brief.meta.language);
    expect(outline.map(({ title }) => title)).toEqual([brief.meta.title]);
    const headings = elements().filter(({ name }) => name === "h2");
    const sections = outline[0]?.items.map(({ title }) => plain(title)) ?? [];
    expect(sections.length).toBeGreaterThan(3);
    expect(headings.map(({ text }) => plain(text))).toEqual(expect.arrayContaining(sections));
  });

  test("has every link of its notes to a paragraph, and each arrives", async () => {
    const { addresses } = await read();
    const ours = addresses.filter((address) => !/^(?:https?|mailto):/.test(address));
    for (const address of new Set(ours)) {
      const [path = "", id] = decodeURI(posix.join(brief.url.slice(1), address)).split("#");
      const file = join(folder, path.endsWith("/") || path === "." ? `${path}/index.html` : path);
      expect(existsSync(file), address).toBe(true);
      if (id !== undefined) expect(readFileSync(file, "utf8"), address).toContain(`id="${id}"`);
    }
    const all = elements();
    const notes = all.filter((element) => hasClass(element, "note") && element.attributes.id?.startsWith("note-"));
    const inNotes = notes.flatMap((note) => inside(all, note));
    const links = inNotes
      .filter((element) => hasClass(element, "pinpoint"))
      .flatMap((pinpoint) => inside(inNotes, pinpoint))
      .flatMap(({ attributes: { href } }) => (href === undefined ? [] : [href]));
    expect(links.length).toBeGreaterThan(20);
    const arriving = new Set(ours.map((address) => decodeURI(`/${posix.join(brief.url.slice(1), address)}`)));
    expect(links.filter((href) => !arriving.has(decodeURI(href)))).toEqual([]);
  });

  test("leads from each mark to its note and back within the paper", async () => {
    const { places, lost } = await read();
    const marks = elements().filter(({ attributes }) => attributes.role === "doc-noteref");
    expect(lost).toEqual([]);
    expect(places).toBeGreaterThanOrEqual(marks.length);
  });
});
