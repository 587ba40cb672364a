import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, posix } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { environmentWithBrowser } from "../support/browser.ts";
import { copyFixture, fixtureFolder } from "../support/fixture-site.ts";
import { elementsOf } from "../support/html-page.ts";
import { readPdf } from "../support/read-pdf.ts";
import { commandEnvironment, repository } from "../support/run-command.ts";
import { commandLine, copyProject, removeCopy, type SiteCopy } from "../support/site-copy.ts";
import { hashTree } from "../support/tree.ts";

function run(name: "pdf" | "build", copy: SiteCopy, args: readonly string[], env: Record<string, string> = {}) {
  const command = [join(repository, "lib/cli/bin.js"), name, ...commandLine(copy), ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    encoding: "utf8",
    env: commandEnvironment(env),
  });
  return { code: status, stdout, stderr };
}

const page = (copy: SiteCopy, slug: string) => readFileSync(join(copy.dist, `briefs/${slug}/index.html`), "utf8");
const pdf = (copy: SiteCopy, slug: string) => join(copy.dist, `briefs/${slug}/${slug}.pdf`);

let withBrowser: Record<string, string>;

beforeAll(async () => {
  withBrowser = await environmentWithBrowser();
});

describe("the briefs of a site in two languages, as PDFs", () => {
  let copy: SiteCopy;

  beforeAll(() => {
    copy = copyProject(fixtureFolder("urdu"));
    const { code, stdout, stderr } = run("pdf", copy, [], withBrowser);
    expect(stderr).toBe("");
    expect(stdout).toContain("2 PDFs on A4 paper");
    expect(code).toBe(0);
  });

  afterAll(() => {
    removeCopy(copy);
  });

  test.each([
    ["asylum", "The right of asylum", "en"],
    ["panah", "پناہ کا حق", "ur"],
  ])("%s has its title, its language, tags and an outline", async (slug, title, language) => {
    const { info, marked, outline } = await readPdf(pdf(copy, slug));
    expect(info.Title).toContain(title);
    expect(info.Language).toBe(language);
    expect(marked).toBe(true);
    expect(outline.map((entry) => entry.title)).toEqual([title]);
    const headings = elementsOf(page(copy, slug)).filter(({ name }) => name === "h2");
    const texts = headings.map(({ text }) => text.replace(/\s+/g, " ").trim());
    const sections = outline[0]?.items.map((entry) => entry.title) ?? [];
    expect(sections.length).toBeGreaterThan(1);
    expect(texts).toEqual(expect.arrayContaining(sections));
  });

  test("what a reader follows arrives: at a note, or at a file that stands where the PDF says", async () => {
    const { addresses, places } = await readPdf(pdf(copy, "panah"));
    const ours = addresses.filter((address) => !/^https?:/.test(address));
    expect(ours).toContain("../../sources/manshoor/#p14.1-panah-1");
    for (const address of ours) {
      const [path = "", id] = decodeURI(posix.join("briefs/panah", address)).split("#");
      const file = join(copy.dist, path.endsWith("/") || path === "." ? `${path}/index.html` : path);
      expect(existsSync(file), address).toBe(true);
      if (id !== undefined) expect(readFileSync(file, "utf8")).toContain(`id="${id}"`);
    }
    expect(places).toBeGreaterThan(4);
    expect(addresses.filter((address) => address.includes("pincite.invalid"))).toEqual([]);
  });

  test("on paper stand the notes with their paragraphs and the addresses of their sources, and no menu", async () => {
    const { pages, size } = await readPdf(pdf(copy, "asylum"));
    const text = pages.join(" ").replace(/\s+/g, " ");
    expect(text).toContain("¶14.1");
    expect(text).toContain("(/sources/charter/)");
    expect(text).toContain("(https://example.org/charter)");
    expect(pages[0]).toContain(`1 / ${pages.length}`);
    expect(page(copy, "asylum")).toContain(">Search<");
    expect(text).not.toContain("Search");
    expect(Math.round(size?.width ?? 0)).toBe(596);
  });

  test("each page leads to its PDF", () => {
    for (const slug of ["asylum", "panah"]) expect(page(copy, slug)).toContain(`href="/briefs/${slug}/${slug}.pdf"`);
  });

  test("a PDF bears the day of its brief, and a brief that is not asked for has none", async () => {
    expect(run("pdf", copy, ["panah"], withBrowser).code).toBe(0);
    expect((await readPdf(pdf(copy, "panah"))).info.CreationDate).toBe("D:20260309000000Z");
    expect(existsSync(pdf(copy, "asylum"))).toBe(false);
    expect(page(copy, "asylum")).not.toContain(".pdf");
  });
});

test("links lead to the site's public address where it has one, and the paper is what was asked for", async () => {
  const copy = copyFixture("urdu");
  const config = join(copy.root, ".eleventy.ts");
  const text = readFileSync(config, "utf8");
  writeFileSync(config, text.replace('language: "ur",', 'language: "ur",\n  url: "https://panah.example",'));
  expect(run("pdf", copy, ["asylum", "--paper", "letter"], withBrowser)).toMatchObject({ code: 0, stderr: "" });
  const { addresses, size, pages } = await readPdf(pdf(copy, "asylum"));
  expect(addresses.filter((address) => address.startsWith("https://panah.example/sources/charter/#p14.1"))).not.toEqual(
    [],
  );
  expect(pages.join(" ").replace(/\s+/g, "")).toContain("(https://panah.example/sources/charter/)");
  expect(Math.round(size?.height ?? 0)).toBe(792);
});

describe("where no PDF can be made", () => {
  /** Programs are found on no path, and the browser named is none. */
  const withoutBrowser = { PATH: "", CHROME_PATH: join(repository, "package.json") };

  test.each([
    ["a brief that is not there", ["harbor"], {}, 'There is no published brief "harbor". Nearest: harbour.'],
    ["no browser", [], withoutBrowser, "A PDF needs Chrome or Chromium. Install one, or name it with CHROME_PATH."],
  ])("%s: the site stays as it was", (_, args, env, message) => {
    const copy = copyFixture("small");
    expect(run("build", copy, []).code).toBe(0);
    const before = hashTree(copy.dist);
    const { code, stderr } = run("pdf", copy, args, env);
    expect(stderr).toContain(message);
    expect(code).toBe(1);
    expect(hashTree(copy.dist)).toBe(before);
  });

  test("a site that prints with every build is built without PDFs, and the build says so", () => {
    const copy = copyFixture("urdu");
    const config = join(copy.root, ".eleventy.ts");
    const text = readFileSync(config, "utf8");
    writeFileSync(config, text.replace('language: "ur",', 'language: "ur",\n  pdf: "A4",'));
    const { code, stdout } = run("build", copy, [], withoutBrowser);
    expect(stdout).toContain("no PDFs: A PDF needs Chrome or Chromium.");
    expect(code).toBe(0);
    expect(page(copy, "panah")).not.toContain(".pdf");
  });
});
