import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { fixtureFolder } from "../support/fixture-site.ts";
import { commandLine, copyProject, removeCopy, type SiteCopy } from "../support/site-copy.ts";
import { runCommand } from "../support/run-command.ts";
import { serveSite, type SiteServer } from "../support/static-server.ts";
import { filesBelow } from "../support/tree.ts";

/** A module as docs/search.md describes it, that knows the answers by heart. */
const module = `
let isOpen = false;
export async function open() {
  isOpen = true;
}
export async function search(query, filters) {
  if (!isOpen) throw new Error("not opened");
  if (query === "fail") throw new Error("the engine is away");
  const source = {
    kind: "source", url: "/x/sources/charter/", title: "Charter <b>of</b> refuge", language: "en",
    places: [{ anchor: "p1", label: "1", words: ["Everyone may seek ", { found: "refuge" }, " <img src=x>"] }],
  };
  const brief = { kind: "brief", url: "/x/briefs/asylum/", title: "Asylum", language: "en", status: "withdrawn" };
  const bad = { kind: "brief", url: "javascript:alert(1)", title: "Bad", language: "en" };
  const results = filters.kind === "brief" ? [brief] : [source, brief, bad];
  return { results, totals: { brief: 1, source: 480 }, filters: { kind: { brief: 1, source: 480 } } };
}
`;

async function buildWith(
  search: string,
): Promise<{ copy: SiteCopy; code: number | null; stderr: string; stdout: string }> {
  const copy = copyProject(fixtureFolder("loop"));
  const config = join(copy.root, ".eleventy.ts");
  writeFileSync(config, readFileSync(config, "utf8").replace("defineSite({", `defineSite({ search: ${search},`));
  writeFileSync(join(copy.root, "my-search.js"), module);
  return { copy, ...(await runCommand("build", ...commandLine(copy))) };
}

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe("a site whose searches a module of its own answers", () => {
  let copy: SiteCopy;
  let site: SiteServer;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    const built = await buildWith('{ module: "./my-search.js", origins: ["https://engine.example"] }');
    ({ copy } = built);
    expect(built.stderr).toBe("");
    expect(built.stdout).toContain("none: ./my-search.js answers searches");
    site = await serveSite(copy.dist, "/x/");
  });
  afterAll(async () => {
    await site.close();
    removeCopy(copy);
  });
  beforeEach(async () => {
    complaints.length = 0;
    page = await browser.newPage();
    page.on("pageerror", (error) => complaints.push(error.message));
  });
  afterEach(async () => {
    await page.close();
    expect(complaints).toEqual([]);
  });

  const status = () => page.locator(".search-status").textContent();

  test("has no index, and lets its pages ask the engine", () => {
    expect(filesBelow(copy.dist).filter((file) => file.startsWith("pagefind/"))).toEqual([]);
    expect(readFileSync(join(copy.dist, "_headers"), "utf8")).toContain("connect-src 'self' https://engine.example;");
    expect(readFileSync(join(copy.dist, "index.html"), "utf8")).toContain(" https://engine.example; worker-src");
  });

  test("shows on the search page what the module found, as text, with its own number of each kind", async () => {
    await page.goto(new URL("search/?q=refuge", site.url).href);
    await expect.poll(status).toBe("481 results for “refuge”");
    expect(await page.getByRole("heading", { level: 2 }).allTextContents()).toEqual([
      "Briefs 1",
      "Source paragraphs, by source 480",
    ]);
    expect(await page.locator(".result").count()).toBe(2);
    expect(await page.locator(".result-title").allTextContents()).toEqual([
      "Asylum Withdrawn",
      "Charter <b>of</b> refuge",
    ]);
    expect(await page.locator(".hit mark").allTextContents()).toEqual(["refuge"]);
    expect(await page.locator(".hit").textContent()).toBe("¶1Everyone may seek refuge <img src=x>");
    expect(await page.locator("main img, a[href^=javascript]").count()).toBe(0);
    await page.locator("a.hit").click();
    await page.waitForURL(new URL("sources/charter/#p1", site.url).href);
    await expect
      .poll(() => page.evaluate<string[]>("Array.from(CSS.highlights.get('found') ?? [], String)"))
      .toEqual(["refuge"]);
  });

  test("gives it the filters of the address", async () => {
    await page.goto(new URL("search/?q=refuge&kind=brief", site.url).href);
    await page.locator(".result").first().waitFor();
    expect(await page.locator(".result").count()).toBe(1);
    expect(await page.locator('select[name="kind"]').inputValue()).toBe("brief");
  });

  test("answers in the dialog over a page, and says so when the engine is away", async () => {
    await page.goto(new URL("briefs/asylum/", site.url).href);
    await page.keyboard.press("/");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.type("refuge");
    await expect.poll(status).toBe("481 results for “refuge”");
    await page.getByRole("combobox").fill("fail");
    await expect.poll(status).toBe("The search index could not be loaded.");
  });
});

describe("a site without search", () => {
  let copy: SiteCopy;
  beforeAll(async () => {
    const built = await buildWith('"none"');
    ({ copy } = built);
    expect(built.stderr).toBe("");
    expect(built.stdout).toMatch(/^index +no search /m);
  });
  afterAll(() => {
    removeCopy(copy);
  });

  test("has no index, no page, no link, no field and no script for it", () => {
    const files = filesBelow(copy.dist);
    expect(files.filter((file) => /^(?:pagefind|search)\/|search|found/.test(file))).toEqual([]);
    for (const file of files.filter((one) => one.endsWith(".html"))) {
      const html = readFileSync(join(copy.dist, file), "utf8");
      expect([file, /\/search\/|\/search-|role="search"|<search/.exec(html)?.[0]]).toEqual([file, undefined]);
    }
  });

  test("shows its pages without a fault of a script", async () => {
    const site = await serveSite(copy.dist, "/x/");
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    for (const path of ["", "briefs/asylum/", "sources/charter/", "404.html"]) {
      await page.goto(new URL(path, site.url).href, { waitUntil: "networkidle" });
      await page.keyboard.press("/");
    }
    expect(complaints).toEqual([]);
    await page.close();
    await site.close();
  });
});

test.each([
  [
    '"pagefnd"',
    'The site\'s search is "pagefnd". Write search: "pagefind", "none", or { module: "./my-search.js" } with a script of your own.',
  ],
  [
    '{ module: "./gone.js" }',
    "The site's search is in ./gone.js, and the project has no such file. Write its path from the project's folder.",
  ],
  [
    '{ module: "../../etc/hosts.js" }',
    "The site's search is in ../../etc/hosts.js, and the project has no such file. Write its path from the project's folder.",
  ],
  [
    '{ module: "./my-search.js", origins: ["https://engine.example/x"] }',
    'The origins of the site\'s search are ["https://engine.example/x"]. Write each as a browser has it, without a path: origins: ["https://search.example.org"].',
  ],
])("search: %s is refused in one line", async (search, sentence) => {
  const { copy, code, stderr } = await buildWith(`${search} as never`);
  removeCopy(copy);
  expect(stderr).toBe(`${sentence}\n`);
  expect(code).toBe(1);
});
