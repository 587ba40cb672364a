import { breakLines } from "../../core/text/break-lines.ts";
import { directionOf } from "../../core/text/language.ts";
import type { CardContent } from "./card-content.ts";
import type { CardFonts } from "./card-fonts.ts";
import { shapeLine, widthOfLine, type ShapedLine, type TextStyle } from "./shape-line.ts";

/** Pixels, as the sites that show cards ask for them. */
export const cardWidth = 1200;
export const cardHeight = 630;

const margin = 84;
const room = cardWidth - 2 * margin;
/** Where the title may begin, and where the rule above the facts is. */
const top = 172;
const foot = 522;

/** The site's own colours, as in tokens.css, on light paper. */
const colours = {
  paper: "#fbfaf6",
  ink: "#1b1d1e",
  quiet: "#565b5c",
  rule: "#d9d4c7",
  accent: "#12424a",
  warn: "#7a3b00",
};

/** The icon of favicon.njk, 32 pixels wide. */
const icon =
  '<rect width="32" height="32" rx="6" fill="#12424a"/><path d="M21 7v19M16 7v19M23 7h-9a5 5 0 0 0 0 10h2" fill="none" stroke="#fbf9f4" stroke-width="2.4"/>';

/** Title, and what stands below it, from the largest letters to the smallest; the last may end in an ellipsis. */
const sizes = [
  { title: 74, lead: 36, lines: 2 },
  { title: 64, lead: 34, lines: 3 },
  { title: 54, lead: 31, lines: 3 },
  { title: 46, lead: 28, lines: 4 },
  { title: 46, lead: 28, lines: 3 },
] as const;

interface Block {
  readonly lines: readonly ShapedLine[];
  readonly isWhole: boolean;
  readonly size: number;
  readonly height: number;
}

/**
 * A social card as SVG, all its text turned into outlines: nothing in it is text any more,
 * and nothing depends on the fonts of a machine.
 *
 * @returns undefined when none of the fonts has one of the letters of its title or of what stands below it.
 */
export function cardSvg(content: CardContent, fonts: CardFonts): string | undefined {
  const style = (size: number, weight: TextStyle["weight"]): TextStyle => ({
    fonts: fonts.forLanguage(content.language),
    weight,
    size,
    language: content.language,
    direction: content.direction,
  });
  if (!shapeLine(content.title + content.lead, style(20, 400))) return undefined;
  const facts = shapeLine(content.facts.join("  ·  "), style(30, 400));
  const site = shapeLine(content.site, {
    ...style(32, 600),
    fonts: fonts.forLanguage(content.siteLanguage),
    language: content.siteLanguage,
    direction: directionOf(content.siteLanguage),
  });
  const mark = content.mark === "" ? undefined : shapeLine(content.mark, style(32, 600));
  const { title, lead } = fit(content, style, mark ? foot - top - heightOf(mark, 32) : foot - top);

  const atStart = (line: ShapedLine, y: number, colour: string, indent = 0) => {
    const x = content.direction === "rtl" ? cardWidth - margin - indent - line.width : margin + indent;
    return `<g transform="translate(${x.toFixed(2)} ${y.toFixed(2)})" fill="${colour}">${line.svg}</g>`;
  };
  const parts: string[] = [];
  const iconX = content.direction === "rtl" ? cardWidth - margin - 48 : margin;
  parts.push(`<g transform="translate(${iconX} 74) scale(1.5)">${icon}</g>`);
  if (site) parts.push(atStart(site, 109, colours.accent, 66));
  const used = (mark ? heightOf(mark, 32) : 0) + title.height + (lead ? lead.height + 22 : 0);
  let y = top + Math.max(0, (foot - top - 24 - used) / 2);
  const put = (line: ShapedLine, size: number, colour: string) => {
    y += heightOf(line, size);
    parts.push(atStart(line, y - descentOf(line, size), colour));
  };
  if (mark) put(mark, 32, colours.warn);
  for (const line of title.lines) put(line, title.size, colours.ink);
  if (lead) y += 22;
  for (const line of lead?.lines ?? []) put(line, lead?.size ?? 0, colours.quiet);
  parts.push(`<path d="M${margin} ${foot}H${cardWidth - margin}" stroke="${colours.rule}" stroke-width="2"/>`);
  if (facts) parts.push(atStart(facts, 577, colours.quiet));
  const edge = content.direction === "rtl" ? cardWidth - 18 : 0;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${cardWidth}" height="${cardHeight}">`,
    `<rect width="${cardWidth}" height="${cardHeight}" fill="${colours.paper}"/>`,
    `<rect x="${edge}" width="18" height="${cardHeight}" fill="${colours.accent}"/>`,
    ...parts,
    "</svg>",
  ].join("");
}

/** The largest letters with which title and lead have room; with the smallest, what has none is left out. */
function fit(
  { title, lead }: CardContent,
  style: (size: number, weight: TextStyle["weight"]) => TextStyle,
  height: number,
): { readonly title: Block; readonly lead: Block | undefined } {
  let last: { title: Block; lead: Block | undefined } | undefined;
  for (const size of sizes) {
    const titleBlock = set(title, style(size.title, 600), size.lines);
    const leadBlock = lead === "" ? undefined : set(lead, style(size.lead, 400), 2);
    last = { title: titleBlock, lead: leadBlock };
    const isWhole = titleBlock.isWhole && (leadBlock?.isWhole ?? true);
    if (isWhole && fits(last, height)) return last;
  }
  if (last && !fits(last, height)) last = { title: last.title, lead: undefined };
  return last ?? { title: set(title, style(46, 600), 3), lead: undefined };
}

function fits({ title, lead }: { readonly title: Block; readonly lead: Block | undefined }, height: number): boolean {
  return title.height + (lead ? lead.height + 22 : 0) <= height - 20;
}

function set(text: string, style: TextStyle, most: number): Block {
  const known = new Map<string, number>();
  const space = widthOfLine(" ", style);
  const widthOf = (part: string) =>
    part.split(" ").reduce((sum, word, index) => {
      const width = known.get(word) ?? widthOfLine(word, style);
      known.set(word, width);
      return sum + width + (index > 0 ? space : 0);
    }, 0);
  const { lines, isWhole } = breakLines(text, widthOf, room, most);
  const shaped = lines.flatMap((line) => shapeLine(line, style) ?? []);
  const height = shaped.reduce((sum, line) => sum + heightOf(line, style.size), 0);
  return { lines: shaped, isWhole, size: style.size, height };
}

/** Nastaliq slopes: its lines need nearly twice the room. */
function heightOf({ hasNastaliq }: ShapedLine, size: number): number {
  return size * (hasNastaliq ? 1.95 : 1.22);
}

function descentOf({ hasNastaliq }: ShapedLine, size: number): number {
  return size * (hasNastaliq ? 0.62 : 0.3);
}
