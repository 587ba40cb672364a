import bidiFactory from "bidi-js";
import { Buffer as TextBuffer, Direction as Toward, shape } from "harfbuzzjs";
import type { Direction } from "../../core/text/language.ts";
import type { CardFont, Weight } from "./card-fonts.ts";

export interface TextStyle {
  readonly fonts: readonly CardFont[];
  readonly weight: Weight;
  /** Pixels. */
  readonly size: number;
  readonly language: string;
  /** Of the line as a whole; what is written in another within it is turned by itself. */
  readonly direction: Direction;
}

/** A line of text as outlines. Its origin is the left end of its baseline. */
export interface ShapedLine {
  /** Pixels. */
  readonly width: number;
  /** SVG elements without any text in them. */
  readonly svg: string;
  readonly hasNastaliq: boolean;
}

/** Letters that stand together, in one font and one direction. Offsets are in UTF-16 code units, the end excluded. */
interface Run {
  readonly start: number;
  readonly end: number;
  readonly level: number;
  readonly font: CardFont;
}

// The package is CommonJS whose types speak of a module: its only export is the function itself.
const bidi = (bidiFactory as unknown as typeof bidiFactory.default)();

/**
 * Set one line of text: HarfBuzz chooses and places the glyphs of each run, and the runs
 * stand in the order of the Unicode bidirectional algorithm (UAX #9).
 *
 * @returns undefined when none of the fonts has one of its letters.
 */
export function shapeLine(text: string, style: TextStyle): ShapedLine | undefined {
  const runs = runsOf(text, style);
  if (!runs) return undefined;
  let x = 0;
  let svg = "";
  for (const run of inVisualOrder(runs)) {
    const { width, paths } = shapeRun(text, run, style);
    const scale = style.size / run.font.unitsPerEm;
    svg += `<g transform="translate(${round(x)} 0) scale(${scale} ${-scale})">${paths}</g>`;
    x += width * scale;
  }
  return { width: x, svg, hasNastaliq: runs.some(({ font }) => font.isNastaliq) };
}

function runsOf(text: string, { fonts, direction }: TextStyle): Run[] | undefined {
  const { levels } = bidi.getEmbeddingLevels(text, direction);
  const runs: Run[] = [];
  let offset = 0;
  for (const letter of text) {
    const before = runs.at(-1);
    const codePoint = letter.codePointAt(0) ?? 0;
    const font = fontFor(letter, codePoint, fonts, before?.font);
    if (!font) return undefined;
    const level = levels[offset] ?? 0;
    const end = offset + letter.length;
    if (before?.font === font && before.level === level) runs[runs.length - 1] = { ...before, end };
    else runs.push({ start: offset, end, level, font });
    offset = end;
  }
  return runs;
}

/** Spaces, digits and signs stay in the font of what stands before them, and what is not seen stays with anything. */
function fontFor(
  letter: string,
  codePoint: number,
  fonts: readonly CardFont[],
  before: CardFont | undefined,
): CardFont | undefined {
  if (/\p{DI}/u.test(letter)) return before ?? fonts[0];
  if (before?.covers(codePoint) && /[\p{Script=Common}\p{Script=Inherited}]/u.test(letter)) return before;
  return fonts.find((font) => font.covers(codePoint));
}

/** Rule L2: from the highest level down to the lowest odd one, whatever is at or above it is turned around. */
function inVisualOrder(runs: readonly Run[]): Run[] {
  const order = [...runs];
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level > 0; level--) {
    for (let start = 0; start < order.length; start++) {
      let end = start;
      while ((order[end]?.level ?? -1) >= level) end++;
      if (end > start) order.splice(start, end - start, ...order.slice(start, end).reverse());
      start = end;
    }
  }
  return order;
}

/** Pixels that a text is wide on one line; endless when none of the fonts has one of its letters. */
export function widthOfLine(text: string, style: TextStyle): number {
  const runs = runsOf(text, style);
  if (!runs) return Number.POSITIVE_INFINITY;
  const widths = runs.map((run) => {
    const advances = glyphsOf(text, run, style).map(({ xAdvance = 0 }) => xAdvance);
    return (advances.reduce((sum, advance) => sum + advance, 0) * style.size) / run.font.unitsPerEm;
  });
  return widths.reduce((sum, width) => sum + width, 0);
}

function glyphsOf(text: string, { start, end, level, font }: Run, { weight, language }: TextStyle) {
  const buffer = new TextBuffer();
  // The letters around it are given, too, so that Arabic letters join as they would without the border.
  buffer.addText(text, start, end - start);
  buffer.guessSegmentProperties();
  buffer.setDirection(level % 2 === 1 ? Toward.RTL : Toward.LTR);
  buffer.setLanguage(language);
  shape(font.at(weight), buffer);
  return buffer.getGlyphInfosAndPositions();
}

function shapeRun(text: string, run: Run, style: TextStyle) {
  const font = run.font.at(style.weight);
  let width = 0;
  let paths = "";
  for (const { codepoint: glyph, xAdvance = 0, xOffset = 0, yOffset = 0 } of glyphsOf(text, run, style)) {
    const outline = font.glyphToPath(glyph);
    if (outline !== "") paths += `<path transform="translate(${width + xOffset} ${yOffset})" d="${outline}"/>`;
    width += xAdvance;
  }
  return { width, paths };
}

function round(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}
