import type { Element, ParentNode } from "domhandler";
import { formatNumber, type NumberFormat } from "./number-formats.ts";
import { childOf, childrenOf, elementsOf } from "./xml.ts";

/** One level of a list as Word defines it. */
export interface Level {
  /** Names the counters that the level shares: lists made of one definition count on together. */
  readonly list: string;
  /** 0-based. */
  readonly depth: number;
  readonly start: number;
  /** Given when this list, and not its definition, says where to begin. */
  readonly restart?: { readonly number: string; readonly start: number };
  readonly format: NumberFormat | "bullet";
  readonly isFormatKnown: boolean;
  /** Such as "%1.%2", where %1 stands for the number of the outermost level. */
  readonly text: string;
  /** Whether the numbers of all levels are written in digits here. */
  readonly isLegal: boolean;
  /** The depth whose next number starts this level anew, 1-based; 0 never; usually any above. */
  readonly restartsAfter?: number;
}

const formats = new Map<string, NumberFormat>([
  ["decimal", "decimal"],
  ["decimalZero", "decimal-zero"],
  ["lowerLetter", "lower-letter"],
  ["upperLetter", "upper-letter"],
  ["lowerRoman", "lower-roman"],
  ["upperRoman", "upper-roman"],
  ["hindiNumbers", "arabic-indic"],
  ["none", "none"],
]);

/** The levels of a document's lists, by the list's number and the level's depth: `word/numbering.xml`. */
export class ListDefinitions {
  readonly #lists: ReadonlyMap<string, Element>;
  readonly #definitions: ReadonlyMap<string, Element>;
  readonly #byStyle: ReadonlyMap<string, Element>;

  constructor(numbering: ParentNode) {
    const definitions = elementsOf(numbering, "w:abstractNum");
    this.#lists = byAttribute(elementsOf(numbering, "w:num"), "w:numId");
    this.#definitions = byAttribute(definitions, "w:abstractNumId");
    this.#byStyle = new Map(definitions.flatMap((one) => named(childOf(one, "w:styleLink"), one)));
  }

  /** @param depth 0-based, or the id of the paragraph style that the level is for. */
  level(list: string, depth: number | { readonly style: string }): Level | undefined {
    const num = this.#lists.get(list);
    const named = this.#definitions.get(valueOf(num, "w:abstractNumId") ?? "");
    const definition = this.#byStyle.get(valueOf(named, "w:numStyleLink") ?? "") ?? named;
    if (!num || !definition) return undefined;
    const levels = childrenOf(definition, "w:lvl");
    const isWanted = (level: Element) =>
      typeof depth === "number"
        ? level.attribs["w:ilvl"] === String(depth)
        : valueOf(level, "w:pStyle") === depth.style;
    const index = levels.find(isWanted)?.attribs["w:ilvl"] ?? (typeof depth === "number" ? String(depth) : "0");
    const override = childrenOf(num, "w:lvlOverride").find((one) => one.attribs["w:ilvl"] === index);
    const level = childOf(override, "w:lvl") ?? levels.find((one) => one.attribs["w:ilvl"] === index);
    if (!level) return undefined;
    const restart = valueOf(override, "w:startOverride");
    return {
      ...readLevel(level, definition.attribs["w:abstractNumId"] ?? "", Number(index)),
      ...(restart !== undefined && { restart: { number: list, start: Number(restart) } }),
    };
  }
}

function readLevel(level: Element, list: string, depth: number): Level {
  const format = valueOf(level, "w:numFmt") ?? "decimal";
  const known = format === "bullet" ? format : formats.get(format);
  const restartsAfter = valueOf(level, "w:lvlRestart");
  return {
    list,
    depth,
    start: Number(valueOf(level, "w:start") ?? "1"),
    format: known ?? "decimal",
    isFormatKnown: known !== undefined,
    text: valueOf(level, "w:lvlText") ?? "",
    isLegal: childOf(level, "w:isLgl") !== undefined,
    ...(restartsAfter !== undefined && { restartsAfter: Number(restartsAfter) }),
  };
}

export function valueOf(parent: ParentNode | undefined, name: string): string | undefined {
  return childOf(parent, name)?.attribs["w:val"];
}

/** The number as its level writes it, such as "14.1" or "(a)"; digits for levels that count otherwise where `isLegal`. */
export function writeNumber(
  level: Level,
  numbers: readonly (number | undefined)[],
  formatAt: (depth: number) => NumberFormat,
): string {
  return level.text
    .replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      return formatNumber(numbers[at] ?? 1, level.isLegal && at < level.depth ? "decimal" : formatAt(at));
    })
    .trim();
}

function byAttribute(elements: readonly Element[], name: string): ReadonlyMap<string, Element> {
  return new Map(elements.map((element) => [element.attribs[name] ?? "", element]));
}

function named(link: Element | undefined, definition: Element): [string, Element][] {
  const name = link?.attribs["w:val"];
  return name === undefined ? [] : [[name, definition]];
}
