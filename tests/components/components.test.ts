import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { grades, rightsKinds, sourceFlags } from "../../lib/core/source/source-schema.ts";
import { relations } from "../../lib/core/tags/relation.ts";
import { layoutsFolder } from "../../lib/site/layouts-folder.ts";
import { examine } from "../support/accessibility.ts";
import { launchBrowser } from "../support/browser.ts";
import { elementsOf, htmlPages } from "../support/html-page.ts";
import { invalidHtml } from "../support/html-validity.ts";
import { serveComponents, type ServedComponents } from "../support/rendered-components.ts";
import { addressOf, componentPages, type ComponentPage, type Direction, unseenComponents } from "./component-pages.ts";

let browser: Browser;
let ltr: ServedComponents;
let rtl: ServedComponents;

beforeAll(async () => {
  browser = await launchBrowser();
  // One after the other: Pagefind has one backend a process.
  ltr = await serveComponents("ltr");
  rtl = await serveComponents("rtl");
});

afterAll(async () => {
  await Promise.all([browser.close(), ltr.close(), rtl.close()]);
});

const components = readdirSync(join(layoutsFolder, "components")).map((file) => basename(file, ".njk"));

describe("every component", () => {
  test("has a page, and every page names components that there are", () => {
    const shown = new Set(componentPages.flatMap(({ shows }) => shows));
    const missing = components.filter((name) => !shown.has(name) && !unseenComponents.includes(name));
    expect(missing, "components without a line in tests/components/component-pages.ts").toEqual([]);
    expect([...shown].filter((name) => !components.includes(name))).toEqual([]);
  });

  test.each(components.filter((name) => !unseenComponents.includes(name)))(
    "%s is there with every part that has a class of its own",
    (name) => {
      const template = readFileSync(join(layoutsFolder, "components", `${name}.njk`), "utf8");
      const written = template.matchAll(/\sclass="([^"{]*)/g);
      const classes = new Set(
        [...written].flatMap(([, names = ""]) => names.split(" ").filter((one) => /\w$/.test(one))),
      );
      const there = new Set(componentPages.filter(({ shows }) => shows.includes(name)).flatMap(classesOf));
      expect([...classes].filter((one) => !there.has(one))).toEqual([]);
    },
  );
});

/** What stands in class attributes of a page as it is served; parts that scripts put in are in its templates. */
function classesOf(page: ComponentPage): string[] {
  const path = addressOf(page, "ltr").replace(/\?.*/, "");
  const html = readFileSync(join(ltr.folder, path, "index.html"), "utf8");
  return elementsOf(html).flatMap(({ attributes }) => (attributes.class ?? "").split(/\s+/));
}

test.each([
  ["grade", grades.map((grade) => `badge-${grade}`)],
  ["relation", relations.filter((relation) => relation !== "supports").map((relation) => `relation-${relation}`)],
])("every %s is there", (_, expected) => {
  const there = new Set(componentPages.flatMap((page) => (page.name === "missing" ? [] : classesOf(page))));
  expect(expected.filter((one) => !there.has(one))).toEqual([]);
});

test.each([
  ["flag", "flag", sourceFlags],
  ["kind of rights", "rights", rightsKinds],
  [
    "verification",
    "verification",
    ["verbatim", "typographic", "elided", "altered", "transcluded", "paraphrase", "digest"],
  ],
  ["event of a history", "history", ["imported", "changed", "accepted", "re-pointed", "gone"]],
])("every %s is there", (_, group, keys) => {
  const strings = JSON.parse(readFileSync(join(layoutsFolder, "strings/en.json"), "utf8")) as Strings;
  const text = [...htmlPages(ltr.folder).values()].join("\n").replace(/\s+/g, " ");
  const words = (key: string) => (strings[group]?.[key] ?? key).replace(/\{.*/, "").trim();
  expect(keys.filter((key) => !text.includes(words(key)))).toEqual([]);
});

type Strings = Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;

/** In the page: where a drawing's words stand, in pixels. */
const wordsOfCharts = `Array.from(document.querySelectorAll(".chart-drawing"), (drawing) => {
  const boxOf = (element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return { left, right, top, bottom, words: element.textContent };
  };
  const words = Array.from(drawing.querySelectorAll("text"), boxOf).filter(({ left, right }) => right > left);
  return { drawing: boxOf(drawing), words };
})`;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly words: string;
}

test.each(["ltr", "rtl"] as const)(
  "from %s no words of a chart are cut off or stand over each other",
  async (direction) => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, reducedMotion: "reduce" });
    const page = await context.newPage();
    const faults: string[] = [];
    let seen = 0;
    for (const component of componentPages.filter(({ name }) =>
      ["blocks", "evidence", "evidence-of-brief"].includes(name),
    )) {
      await page.goto((direction === "ltr" ? ltr : rtl).url + addressOf(component, direction));
      await page.evaluate("document.fonts.ready.then(() => true)");
      for (const { drawing, words } of await page.evaluate<{ drawing: Box; words: Box[] }[]>(wordsOfCharts))
        for (const [index, one] of words.entries()) {
          seen++;
          // Letters of Nastaliq reach a little over the beginning of their line, and are not cut off there.
          if (one.left < drawing.left - 6 || one.right > drawing.right + 6)
            faults.push(`${component.name}: "${one.words}" is cut off`);
          // Boxes of lines are higher than their letters: what stands beside each other is looked at.
          const isBeside = (other: Box) =>
            Math.abs(other.bottom - one.bottom) < 4 && other.left < one.right - 1 && one.left < other.right - 1;
          for (const other of words.slice(index + 1))
            if (isBeside(other)) faults.push(`${component.name}: "${one.words}" and "${other.words}" meet`);
        }
    }
    await context.close();
    expect(seen).toBeGreaterThan(40);
    expect(faults).toEqual([]);
  },
);

test("every page of the components is valid HTML, in both directions", async () => {
  const faults: string[] = [];
  for (const { folder } of [ltr, rtl])
    for (const [file, html] of htmlPages(folder))
      faults.push(...(await invalidHtml(file, html)).map((line) => `${file}:${line}`));
  expect(faults).toEqual([]);
});

describe.each([
  ["ltr", "light"],
  ["rtl", "dark"],
] as const)("from %s in %s colours", (direction: Direction, colorScheme) => {
  test.each(componentPages.map((page) => [page.name, page] as const))(
    "%s keeps to WCAG 2.2 AA and fits a phone",
    async (_, component) => {
      const site = direction === "ltr" ? ltr : rtl;
      const viewport = { width: 360, height: 740 };
      // Axe is put into the page, which the site's policy lets nobody do.
      const context = await browser.newContext({ viewport, colorScheme, bypassCSP: true, reducedMotion: "reduce" });
      const page = await context.newPage();
      if (component.withheld) await page.route(component.withheld, (route) => route.abort());
      await page.goto(site.url + addressOf(component, direction));
      await component.reach?.(page);
      expect((await examine(page, "html")).violations).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(viewport.width);
      await context.close();
    },
  );
});
