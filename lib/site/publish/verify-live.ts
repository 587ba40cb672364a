import { hash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { readRecord, recordPath, writeRecord, type SiteRecord } from "../../core/publish/site-record.ts";
import { compareText } from "../../core/text/compare.ts";
import { formatFault } from "../../core/verify/fault.ts";
import type { VerifyCounts } from "../../core/verify/verify-site.ts";
import { verifyBuiltSite } from "../verify-site.ts";
import { inParallel } from "./in-parallel.ts";
import { LiveSite, type LiveFile, type Patience } from "./live-site.ts";

export interface LiveReport {
  /** A line each; none where what is live was proved. */
  readonly faults: readonly string[];
  readonly fetched: number;
  /** Of what was proved; undefined where it could not be tried. */
  readonly counts: VerifyCounts | undefined;
}

/** Which record is waited for. */
export type Expected =
  | { readonly kind: "record"; readonly record: SiteRecord; readonly changed: ReadonlySet<string> }
  /** Whatever the site says of itself; with the digest, only that. */
  | { readonly kind: "own"; readonly sha256: string | undefined };

/** Requests that are under way at once. */
const atOnce = 8;

/** Files that hosts keep to themselves, or serve at another address. */
const notServed: ReadonlySet<string> = new Set(["_headers", "_redirects", "404.html"]);

/**
 * Fetch a published site from its public address and prove it: that every file which
 * changed is the one that was published, and every citation of every page with notes, as
 * `pincite verify` does.
 */
export async function verifyLive(site: LiveSite, expected: Expected, patience: Patience): Promise<LiveReport> {
  const found = await recordAt(site, expected, patience);
  if (typeof found === "string") return { faults: [found], fetched: 0, counts: undefined };
  const { record, changed } = found;
  const folder = mkdtempSync(join(tmpdir(), "pincite-live-"));
  try {
    const faults: string[] = [];
    const paths = [...record.files.keys()].filter(
      (path) => !notServed.has(path) && (changed.has(path) || isEvidence(path, record)),
    );
    // What stands at a former address is proved with its page, or not at all where the host itself leads on.
    const ledOn = new Set<string>();
    // When one file has been waited for in vain, the others are asked for once: what is wrong is wrong with all.
    let waiting = patience;
    await inParallel(paths, atOnce, async (path) => {
      const wanted = record.files.get(path)?.sha256;
      const isWanted = (file: LiveFile) =>
        file.kind === "found" && (file.sha256 === wanted || isLedOn(site, record, path, file));
      const file = await site.fetchUntil(path, isWanted, waiting);
      if (!isWanted(file)) waiting = { ...patience, attempts: 1 };
      const address = site.addressOf(path);
      if (file.kind === "missing") faults.push(`${address} is not there: ${file.reason}.`);
      else if (!isWanted(file)) faults.push(`${address} is not what was published: its bytes differ.`);
      else if (file.sha256 === wanted) keep(folder, path, file.bytes);
      else ledOn.add(path);
    });
    for (const path of ledOn) rmSync(join(folder, dirname(path)), { recursive: true, force: true });
    if (faults.length > 0) return { faults: faults.sort(compareText), fetched: paths.length, counts: undefined };
    const verification = verifyBuiltSite(folder);
    if (verification.kind === "no site")
      return { faults: [`${site.addressOf("")} holds no built site.`], fetched: paths.length, counts: undefined };
    const { report } = verification;
    return { faults: report.faults.map(formatFault), fetched: paths.length, counts: report.counts };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The record that is live; a sentence where it is not the expected one. */
async function recordAt(
  site: LiveSite,
  expected: Expected,
  patience: Patience,
): Promise<{ record: SiteRecord; changed: ReadonlySet<string> } | string> {
  const wanted = expected.kind === "record" ? digestOf(expected.record) : expected.sha256;
  const isWanted = (file: LiveFile) => file.kind === "found" && (wanted === undefined || file.sha256 === wanted);
  const file = await site.fetchUntil(recordPath, isWanted, patience);
  const address = site.addressOf(recordPath);
  if (file.kind === "missing") return `${address} is not there: ${file.reason}.`;
  if (!isWanted(file))
    return `${address} is not the record of this publish: what is live is another site, or an older one.`;
  const record = readRecord(new TextDecoder().decode(file.bytes));
  if (!record) return `${address} is no record of a publish.`;
  if (record.unsure.length > 0) return `${address} says that a publish has not ended. Publish again.`;
  return { record, changed: expected.kind === "record" ? expected.changed : new Set(record.files.keys()) };
}

function digestOf(record: SiteRecord): string {
  return hash("sha256", writeRecord(record));
}

/** What `verify` reads: briefs, what is recorded of them, and sources. */
function isEvidence(path: string, { pages }: SiteRecord): boolean {
  const kind = pages.get(path)?.kind;
  return (
    kind === "brief" ||
    kind === "source" ||
    kind === "moved" ||
    /^briefs\/(?:[^/]+\/evidence\.json|index\.html)$/.test(path)
  );
}

/** Whether a host has led on from a former address by itself, and to the right one. */
function isLedOn(site: LiveSite, { pages }: SiteRecord, path: string, file: LiveFile): boolean {
  const leadsTo = pages.get(path)?.leadsTo;
  return (
    file.kind === "found" &&
    leadsTo !== undefined &&
    file.url !== site.addressOf(path) &&
    new URL(file.url).pathname === new URL(leadsTo, site.addressOf("")).pathname
  );
}

function keep(folder: string, path: string, bytes: Uint8Array): void {
  const at = join(folder, path);
  mkdirSync(dirname(at), { recursive: true });
  writeFileSync(at, bytes);
}
