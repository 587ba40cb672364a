import type { ImportedBlock } from "./imported-document.ts";
import { follows, readTypedNumber, type NumberForm, type TypedNumber } from "./typed-numbers.ts";

/** Numbers that run through a document, by the index of the block each begins. */
export interface OfficialNumbers {
  readonly numbers: ReadonlyMap<number, TypedNumber>;
  /** 0–1: how much of the text they number. */
  readonly coverage: number;
  /** Blocks that begin with a number of the same form out of order; it stays in their text. */
  readonly outOfOrder: readonly number[];
}

/** Fewer numbers prove no order. */
const fewest = 3;
/** Of the numbers of one form, the share that may stand out of order. */
const mostOutOfOrder = 0.2;

/**
 * The numbers typed at the beginnings of paragraphs, where those of one form run in order
 * from the first to the last; undefined where none do.
 */
export function findOfficialNumbers(blocks: readonly ImportedBlock[]): OfficialNumbers | undefined {
  const byForm = new Map<NumberForm, [number, TypedNumber][]>();
  let labelable = 0;
  for (const [index, block] of blocks.entries()) {
    if (block.kind === "heading" || block.label !== undefined) continue;
    labelable += 1;
    const number = numberOf(block);
    if (!number) continue;
    const form = number.form === "1.1" ? "1." : number.form;
    const found = byForm.get(form) ?? [];
    if (found.length === 0) byForm.set(form, found);
    found.push([index, number]);
  }
  const runs = [...byForm.values()].flatMap((found) => {
    const run = longestRun(found);
    const isOrdered = run.size >= fewest && found.length - run.size <= run.size * mostOutOfOrder;
    const outOfOrder = found.map(([index]) => index).filter((index) => !run.has(index));
    return isOrdered ? [{ numbers: run, coverage: run.size / Math.max(1, labelable), outOfOrder }] : [];
  });
  return runs.sort((a, b) => b.numbers.size - a.numbers.size)[0];
}

function numberOf(block: ImportedBlock): TypedNumber | undefined {
  if (block.kind === "paragraph" || block.kind === "quote") return readTypedNumber(block.text);
  if (block.kind !== "item" || (block.depth ?? 0) > 0) return undefined;
  const number = readTypedNumber(`${block.marker} x`);
  return number && { ...number, rest: block.text };
}

/** From the first number that others follow on, each that comes right after the last. */
function longestRun(found: readonly (readonly [number, TypedNumber])[]): Map<number, TypedNumber> {
  let best = new Map<number, TypedNumber>();
  // A run seldom begins late; a list before it may have numbers, too.
  for (let start = 0; start < Math.min(found.length, 10); start++) {
    const run = new Map<number, TypedNumber>();
    let last: TypedNumber | undefined;
    for (const [index, number] of found.slice(start)) {
      if (last && !follows(number.parts, last.parts)) continue;
      run.set(index, number);
      last = number;
    }
    if (run.size > best.size) best = run;
  }
  return best;
}
