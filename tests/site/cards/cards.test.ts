import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { imageSize } from "image-size";
import sharp from "sharp";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { CardContent } from "../../../lib/site/cards/card-content.ts";
import { CardFonts } from "../../../lib/site/cards/card-fonts.ts";
import { CardMaker } from "../../../lib/site/cards/card-maker.ts";
import { cardSvg } from "../../../lib/site/cards/card-svg.ts";
import { shapeLine, widthOfLine, type TextStyle } from "../../../lib/site/cards/shape-line.ts";

const english: CardContent = {
  site: "Pincite",
  siteLanguage: "en",
  mark: "",
  title: "Who may ask for asylum",
  lead: "Whom does the Declaration promise asylum?",
  facts: ["5 March 2026", "3 citations", "1 source"],
  language: "en",
  direction: "ltr",
};
const urdu: CardContent = {
  ...english,
  title: "پناہ کا حق (asylum) 2025 میں",
  lead: "کس کو پناہ ملتی ہے؟",
  facts: ["۵ مارچ ۲۰۲۶", "۳ حوالے"],
  language: "ur",
  direction: "rtl",
};

let fonts: CardFonts;
beforeAll(async () => {
  fonts = await CardFonts.load();
});

const style = (language: string, direction: TextStyle["direction"]): TextStyle => ({
  fonts: fonts.forLanguage(language),
  weight: 400,
  size: 100,
  language,
  direction,
});

/** Where on a card there is ink of its text: the share of dark pixels left and right of the middle. */
async function inkOf(svg: string): Promise<{ left: number; right: number }> {
  const { data, info } = await sharp(Buffer.from(svg))
    .extract({ left: 60, top: 170, width: 1080, height: 340 })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  let left = 0;
  let right = 0;
  for (const [index, value] of data.entries()) {
    if (value > 128) continue;
    if (index % info.width < info.width / 2) left += 1;
    else right += 1;
  }
  return { left, right };
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "pincite-cards-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

describe("a line", () => {
  test("of Nastaliq is shaped: letters join, and together are narrower than each by itself", () => {
    const urduStyle = style("ur", "rtl");
    const joined = widthOfLine("پناہ", urduStyle);
    const apart = ["پ", "ن", "ا", "ہ"].reduce((sum, letter) => sum + widthOfLine(letter, urduStyle), 0);
    expect(joined).toBeGreaterThan(0);
    expect(joined).toBeLessThan(apart * 0.8);
    expect(shapeLine("پناہ", urduStyle)?.hasNastaliq).toBe(true);
  });

  test("of Pashto is set in Naskh", () => {
    expect(shapeLine("پناه", style("ps", "rtl"))?.hasNastaliq).toBe(false);
  });

  test("has Latin words and numbers from left to right within Urdu", () => {
    const word = shapeLine("UNHCR", style("ur", "ltr"))?.svg ?? "";
    const glyphs = /d="[^"]+"/g;
    const within = shapeLine("حق UNHCR ہے", style("ur", "rtl"))?.svg.match(glyphs) ?? [];
    const alone = word.match(glyphs) ?? [];
    const start = (within as readonly string[]).indexOf(alone[0] ?? "");
    expect(start).toBeGreaterThan(0);
    expect(within.slice(start, start + alone.length)).toEqual(alone);
  });

  test("is as wide as it is measured, and holds no text", () => {
    const line = shapeLine("<script>&amp; “words”", style("en", "ltr"));
    expect(line?.width).toBeCloseTo(widthOfLine("<script>&amp; “words”", style("en", "ltr")), 5);
    expect(line?.svg).not.toMatch(/script|amp|words/);
  });

  test("has no outline where no font has its letters", () => {
    expect(shapeLine("日本", style("en", "ltr"))).toBeUndefined();
    expect(shapeLine("Ελληνικά, Кириллица, Việt Nam, Šibenik", style("en", "ltr"))).toBeDefined();
  });
});

describe("a card", () => {
  test("begins on the side on which its language does", async () => {
    const ltr = await inkOf(cardSvg({ ...english, title: "Asylum", lead: "" }, fonts) ?? "");
    const rtl = await inkOf(cardSvg({ ...urdu, title: "پناہ", lead: "" }, fonts) ?? "");
    expect(ltr.left).toBeGreaterThan(1000);
    expect(ltr.right).toBe(0);
    expect(rtl.right).toBeGreaterThan(1000);
    expect(rtl.left).toBe(0);
  });

  test.each([
    [
      "a long title",
      { title: "A title that goes on and on ".repeat(14), lead: "A question that does so, too, ".repeat(12) },
    ],
    ["a long word", { title: "a".repeat(400), lead: "b".repeat(400) }],
    [
      "a long title in Urdu",
      { ...urdu, mark: "واپس لیا گیا", title: "پناہ کا حق اور واپسی ".repeat(18), lead: "کس کو، کب تک؟ ".repeat(20) },
    ],
  ])("keeps %s above its foot and within its margins", async (_, content) => {
    const svg = cardSvg({ ...english, ...content }, fonts) ?? "";
    const darkest = async (left: number, top: number, width: number, height: number) => {
      const area = sharp(Buffer.from(svg)).extract({ left, top, width, height });
      return Math.min(...(await area.greyscale().raw().toBuffer()));
    };
    // Nastaliq may reach over the edge of its line by the tail of a letter.
    for (const [left, top, width, height] of [
      [20, 170, 46, 340],
      [1136, 170, 46, 340],
      [84, 525, 1032, 12],
    ] as const) {
      expect(await darkest(left, top, width, height)).toBeGreaterThan(200);
    }
  });

  test.each([
    ["in letters that no font has", { title: "日本の政策" }],
    ["with a question in such letters", { lead: "なぜ" }],
  ])("is not drawn %s", (_, content) => {
    expect(cardSvg({ ...english, ...content }, fonts)).toBeUndefined();
  });
});

describe("the card's file", () => {
  test("is a picture of 1200 by 630 pixels, the same whenever it is drawn", async () => {
    const [first, second] = [temporaryFolder(), temporaryFolder()];
    const view = await new CardMaker(first).make("card-x", urdu, first);
    const again = await new CardMaker(second).make("card-x", urdu, second);
    expect(view).toEqual(again);
    expect(view).toMatchObject({
      url: expect.stringMatching(/^\/assets\/card-x-[0-9a-f]{10}\.png$/) as string,
      alt: "Pincite · پناہ کا حق (asylum) 2025 میں · کس کو پناہ ملتی ہے؟",
    });
    const bytes = readFileSync(join(first, view?.url ?? ""));
    expect(bytes.equals(readFileSync(join(second, again?.url ?? "")))).toBe(true);
    expect(imageSize(bytes)).toMatchObject({ width: 1200, height: 630, type: "png" });
    expect(bytes.length).toBeLessThan(60_000);
  });

  test("is kept by what it says, and has another address when it says something else", async () => {
    const folder = temporaryFolder();
    const view = await new CardMaker(folder).make("card-x", english, folder);
    const kept = join(folder, ".pincite/cache/cards");
    const [file = ""] = readdirSync(kept);
    writeFileSync(join(kept, file), "kept");
    await new CardMaker(folder).make("card-x", english, folder);
    expect(readFileSync(join(folder, view?.url ?? ""), "utf8")).toBe("kept");
    const other = await new CardMaker(folder).make("card-x", { ...english, facts: ["another day"] }, folder);
    expect(other?.url).not.toBe(view?.url);
    expect(readdirSync(kept)).toHaveLength(2);
  });
});
