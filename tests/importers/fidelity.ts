import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import type { Importer, ImportedBlock, ImportedDocument } from "../../lib/importers/imported-document.ts";
import type { RealText } from "./real-texts.ts";

export function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(import.meta.dirname, "fixtures", name)));
}

export async function importFixture(importer: Importer, name: string): Promise<ImportedDocument> {
  const outcome = await importer(fixture(name), name);
  if (outcome.kind === "refused") throw new Error(`${name} ${outcome.reason}`);
  return outcome.document;
}

export interface Fidelity {
  readonly expected: number;
  /** Blocks that came out exactly: kind, words and order. */
  readonly found: number;
  readonly missing: readonly string[];
  readonly extra: readonly string[];
}

/** Hold what was imported against the text that the document was made from, block by block in order. */
export function compareBlocks(text: RealText, blocks: readonly ImportedBlock[]): Fidelity {
  const wanted = text.blocks.map(({ kind, marker, text: words }) => line(kind, marker, words));
  const got = blocks.map((block) =>
    line(block.kind, block.kind === "item" ? block.marker : undefined, block.kind === "table" ? "" : block.text),
  );
  const { missing, extra } = difference(wanted, got);
  return { expected: wanted.length, found: wanted.length - missing.length, missing, extra };
}

/** Print what differs, and hold the figures against the least share that is good enough. */
export function expectFidelity(name: string, fidelity: Fidelity, least: number): void {
  const { expected, found, missing, extra } = fidelity;
  if (missing.length + extra.length > 0) console.log(name);
  for (const words of missing.slice(0, 8)) console.log(`  missing: ${words.slice(0, 160)}`);
  for (const words of extra.slice(0, 8)) console.log(`  extra:   ${words.slice(0, 160)}`);
  expect(found / expected).toBeGreaterThanOrEqual(least);
  expect(extra.length / expected).toBeLessThanOrEqual(1 - least);
}

function line(kind: string, marker: string | undefined, words: string): string {
  return `${kind} ${marker ?? ""} ${words.replace(/\s+/g, " ").trim()}`;
}

/** What has to be taken out of the one and put in to make the other: a longest common subsequence. */
function difference(wanted: readonly string[], got: readonly string[]): { missing: string[]; extra: string[] } {
  const common = wanted.map(() => new Array<number>(got.length + 1).fill(0));
  common.push(new Array<number>(got.length + 1).fill(0));
  const at = (row: number, column: number) => common[row]?.[column] ?? 0;
  for (let row = wanted.length - 1; row >= 0; row--)
    for (let column = got.length - 1; column >= 0; column--)
      (common[row] ?? [])[column] =
        wanted[row] === got[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
  const missing: string[] = [];
  const extra: string[] = [];
  let [row, column] = [0, 0];
  while (row < wanted.length || column < got.length) {
    if (row < wanted.length && wanted[row] === got[column]) [row, column] = [row + 1, column + 1];
    else if (column >= got.length || (row < wanted.length && at(row + 1, column) >= at(row, column + 1)))
      missing.push(wanted[row++] ?? "");
    else extra.push(got[column++] ?? "");
  }
  return { missing, extra };
}
