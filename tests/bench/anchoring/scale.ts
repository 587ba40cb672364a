import { hash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compareWithLock, usualBudget } from "../../../lib/core/anchoring/compare.ts";
import { fingerprintParagraphs, type FingerprintedParagraph } from "../../../lib/core/anchoring/fingerprint.ts";
import type { SourceLock } from "../../../lib/core/anchoring/lock.ts";
import { readLock } from "../../../lib/core/anchoring/read-lock.ts";
import { writeLock } from "../../../lib/core/anchoring/write-lock.ts";
import { ordinalLabel } from "../../../lib/core/label.ts";
import { Random } from "../random.ts";
import { editWords } from "./edit.ts";
import { english } from "./language.ts";
import { lockOf, sha256 } from "./lock-of.ts";
import { piecesOf } from "./piece.ts";
import { statisticalReport } from "./statistical-report.ts";

const paragraphs = 100_000;
const citations = 500;

/** How long one very long source takes: its fingerprints, its lock, and its comparison after several changes. */
function measureScale(): void {
  const random = new Random(1);
  const { floor, bytes } = readAndHash(statisticalReport(random, paragraphs).join("\n\n"));
  console.log(`${paragraphs} paragraphs, ${(bytes.length / 2 ** 20).toFixed(0)} MiB, ${citations} cited`);
  const texts = bytes.toString().split("\n\n");
  report("read and hash the same bytes", floor);
  const [now, fingerprinting] = timed(() => fingerprinted(texts));
  report("fingerprint all", fingerprinting, `${(fingerprinting / floor).toFixed(1)} times as long as that`);
  const lock = lockOf(now, (place) => place % (paragraphs / citations) === 0);
  const [file, writing] = timed(() => writeLock(lock));
  report("write the lock", writing, `${(file.length / 2 ** 20).toFixed(0)} MiB`);
  report("read the lock", timed(() => readLock(file))[1]);
  for (const [name, share] of [
    ["one paragraph edited", 1 / paragraphs],
    ["one in a hundred edited", 0.01],
    ["all edited", 1],
  ] as const) {
    compareAfter(name, lock, edited(texts, share, random));
  }
  compareAfter("one put in at the top", lock, fingerprinted(["Put in at the top.", ...texts]));
}

function compareAfter(name: string, lock: SourceLock, now: readonly FingerprintedParagraph[]): void {
  const options = { sourceHash: sha256(name), budget: usualBudget };
  const [comparison, time] = timed(() => compareWithLock(lock, now, options));
  const counts = new Map<string, number>();
  for (const { kind } of comparison.paragraphs.values()) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  report(`compare, ${name}`, time, [...counts].map(([kind, count]) => `${kind} ${count}`).join(", "));
}

function edited(texts: readonly string[], share: number, random: Random): FingerprintedParagraph[] {
  const pieces = piecesOf(texts);
  const now = pieces.map((piece, place) =>
    place === 0 || random.chance(share) ? editWords(piece, 0.2, pieces, english, random) : piece,
  );
  return fingerprinted(now.map(({ text }) => text));
}

function fingerprinted(texts: readonly string[]): FingerprintedParagraph[] {
  return fingerprintParagraphs(
    texts.map((text, index) => ({ label: ordinalLabel(index + 1), text })),
    sha256,
  );
}

/** The least that noticing a change takes: milliseconds to read a file and to hash its bytes. */
function readAndHash(text: string): { floor: number; bytes: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), "pincite-scale-"));
  try {
    const path = join(folder, "source.md");
    writeFileSync(path, text);
    const [bytes, floor] = timed(() => {
      const read = readFileSync(path);
      hash("sha256", read);
      return read;
    });
    return { floor, bytes };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** In milliseconds. */
function timed<Value>(work: () => Value): [Value, number] {
  const start = performance.now();
  const value = work();
  return [value, performance.now() - start];
}

function report(what: string, time: number, more = ""): void {
  console.log(`  ${what.padEnd(34)}${time.toFixed(0).padStart(7)} ms   ${more}`.trimEnd());
}

measureScale();
