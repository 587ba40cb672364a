import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from "vitest";
import { collectStyles } from "../../lib/site/assets.ts";
import { cutFont } from "../../lib/site/fonts/cut-font.ts";
import { faces, rangeOf, readFace, type Face } from "../../lib/site/fonts/faces.ts";
import { arabicFacesOf, withFontPreloads } from "../../lib/site/fonts/preloads.ts";
import { layoutsFolder } from "../../lib/site/layouts-folder.ts";
import { fixtureFolder } from "../support/fixture-site.ts";
import { elementsOf, htmlPages } from "../support/html-page.ts";
import { readFont } from "../support/shaping.ts";
import { buildCopy, copyProject, removeCopy, type SiteCopy } from "../support/site-copy.ts";

const styles = collectStyles(layoutsFolder);
function faceNamed(wanted: string): Face {
  const face = faces.find(({ name }) => name === wanted);
  if (!face) throw new Error(`There is no face ${wanted}`);
  return face;
}

let urdu: SiteCopy;

beforeAll(async () => {
  urdu = copyProject(fixtureFolder("urdu"));
  await buildCopy(urdu);
});
afterAll(() => {
  removeCopy(urdu);
});

const sites: readonly (readonly [string, () => string])[] = [
  ["the example site", () => inject("exampleSite").dist],
  ["a site in Urdu", () => urdu.dist],
];

/** The font of a built site, as its pages get it. */
function publishedFont(dist: string, { name }: Face): Buffer {
  const isIt = new RegExp(`^${name}-[\\da-f]{10}\\.woff2$`);
  const files = readdirSync(join(dist, "assets")).filter((file) => isIt.test(file));
  expect(files).toHaveLength(1);
  return readFileSync(join(dist, "assets", files[0] ?? ""));
}

/** Text that pages show, with what their attributes say. */
function textOf(dist: string): string {
  const all = [...htmlPages(dist).values()].map((html) => elementsOf(html));
  const attributes = all.flatMap((elements) => elements.flatMap((one) => Object.values(one.attributes)));
  return [...all.map(([root]) => root?.text ?? ""), ...attributes].join(" ");
}

describe.each(sites)("of %s", (_, dist) => {
  test.each(faces.map((face) => [face.name, face] as const))(
    "%s has every character that a page shows and the whole font has",
    async (_, face) => {
      const { characters: kept } = await readFont(publishedFont(dist(), face));
      const { characters: whole } = await readFont(readFace(face));
      const range = rangeOf(face, styles);
      const needed = [...new Set(Array.from(textOf(dist()) + face.alphabet, (one) => one.codePointAt(0) ?? 0))].filter(
        (code) => whole.has(code) && range.some(([first, last]) => first <= code && code <= last),
      );
      expect(needed.filter((code) => !kept.has(code)).map((code) => String.fromCodePoint(code))).toEqual([]);
    },
  );

  test("the style sheet and the pages name the fonts that are there, and no others", () => {
    const there = readdirSync(join(dist(), "assets"));
    const css = there.filter((name) => name.endsWith(".css"));
    expect(css).toHaveLength(1);
    const named = Array.from(readFileSync(join(dist(), "assets", css[0] ?? ""), "utf8").matchAll(/url\("([^"]+)"\)/g));
    expect(named.map(([, name]) => name).sort()).toEqual(there.filter((name) => name.endsWith(".woff2")).sort());
    for (const [page, html] of htmlPages(dist()))
      for (const [, name = ""] of html.matchAll(/"\/assets\/([^"]+)"/g)) expect(there, page).toContain(name);
  });
});

test("a face that no page shows stays whole, so that it need not be cut", () => {
  const face = faceNamed("serif-ext");
  expect(publishedFont(inject("exampleSite").dist, face).equals(readFace(face))).toBe(true);
});

test.each([
  ["nastaliq", "ur", 0.8],
  ["naskh", "ps", 0.4],
  ["serif", "en", 0.6],
  ["serif-italic", "en", 0.6],
])("%s is cut down, and sets words as the whole font does", async (name, language, most) => {
  const face = faceNamed(name);
  const bytes = publishedFont(urdu.dist, face);
  expect(bytes.length).toBeLessThan(readFace(face).length * most);
  const [cut, whole] = [await readFont(bytes), await readFont(readFace(face))];
  const texts = [...htmlPages(urdu.dist).values()].flatMap((html) =>
    elementsOf(html).filter(({ name, attributes }) => name === "p" && (attributes.lang ?? language) === language),
  );
  const isSet = face.script === "Arabic" ? /^[\u0620-\u06d3]+$/ : /^[A-Za-z]+$/;
  const words = new Set(texts.flatMap(({ text }) => text.split(/\s+/)).filter((word) => isSet.test(word)));
  expect(words.size).toBeGreaterThan(20);
  // Of fewer weights, those between them are reckoned again, and may be two thousandths of an em off.
  const off = face.script === "Arabic" ? 0 : 2;
  for (const weight of [400, 600, 700]) {
    for (const word of words) {
      const [ours, theirs] = [cut.set(word, weight), whole.set(word, weight)];
      expect(ours.length, word).toBe(theirs.length);
      for (const [index, glyph] of ours.entries()) {
        const other = theirs[index];
        const moved = glyph.places.map((place, axis) => Math.abs(place - (other?.places[axis] ?? Number.NaN)));
        expect(Math.max(...moved), `${word} in ${weight}`).toBeLessThanOrEqual(off);
        if (off === 0) expect(glyph.outline, `${word} in ${weight}`).toBe(other?.outline);
      }
    }
  }
});

test("the same cut of the same font has the same bytes, and is kept", async () => {
  const fresh = () => {
    const folder = mkdtempSync(join(tmpdir(), "pincite-fonts-"));
    onTestFinished(() => {
      rmSync(folder, { recursive: true, force: true });
    });
    return folder;
  };
  const face = faceNamed("serif");
  const cut = { characters: ["A", "b", "é"], weights: face.weights };
  const folder = fresh();
  const made = await cutFont(readFace(face), cut, folder);
  expect((await cutFont(readFace(face), cut, fresh())).equals(made)).toBe(true);
  const [kept = ""] = readdirSync(folder);
  expect(readFileSync(join(folder, kept)).equals(made)).toBe(true);
  expect((await cutFont(readFace(face), cut, folder)).equals(made)).toBe(true);
  await cutFont(readFace(face), { ...cut, characters: ["A"] }, folder);
  expect(readdirSync(folder)).toHaveLength(2);
  expect((await cutFont(readFace(face), cut, join(folder, kept))).equals(made)).toBe(true);
});

describe("a page fetches ahead the Arabic faces that its beginning is set in", () => {
  test.each([
    ["no Arabic script", "<html lang=en><p>Asylum</p>", []],
    ["Urdu", "<html lang=ur><p>پناہ</p>", ["nastaliq"]],
    ["a phrase in Pashto", "<html lang=en><p>In <q lang=ps>پناه</q>", ["naskh"]],
    ["Dari, named with its country", "<html lang=en><p lang=fa-AF>پناه</p>", ["naskh"]],
    ["both", "<html lang=ur><p>پناہ <q lang=ps>پناه</q>", ["naskh", "nastaliq"]],
    ["a phrase whose language nobody says", "<html lang=en><p>پناہ", ["nastaliq"]],
    ["a language that ends with its element", "<html lang=ur><p><b lang=ps>a<br></b> پناہ", ["nastaliq"]],
    ["its title alone", "<html lang=ur><head><title>پناہ</title></head><p>Asylum", []],
    ["what is hidden", "<html lang=ur><p hidden>پناہ", []],
    ["what is to be opened first", "<html lang=ur><details><summary>a</summary><p>پناہ", []],
    ["the name of what is to be opened", "<html lang=ur><details><summary>پناہ</summary><p>a", ["nastaliq"]],
    ["what a first screen has no room for", `<html lang=en><p>${"Asylum. ".repeat(600)}<p lang=ur>پناہ`, []],
    ["what stands below much that is hidden", `<html lang=ur><p hidden>${"a ".repeat(4000)}</p><p>پناہ`, ["nastaliq"]],
    ["what is laid out later", '<html lang=en><p>Asylum</p><section class="notes"><p lang=ur>پناہ', []],
    ["an attribute", '<html lang=ur><p title="پناہ">Asylum', []],
  ])("%s", (_, html, expected) => {
    expect(arabicFacesOf(html)).toEqual(expected);
  });

  test("before the style sheet, by its address", () => {
    const page = '<html lang=ur><head><link rel="stylesheet" href="a.css"></head><p>پناہ</p>';
    expect(withFontPreloads(page, (face) => `/x/$&/${face}.woff2`)).toBe(
      '<html lang=ur><head><link rel="preload" href="/x/$&/nastaliq.woff2" as="font" type="font/woff2" crossorigin>\n' +
        '<link rel="stylesheet" href="a.css"></head><p>پناہ</p>',
    );
  });
});
