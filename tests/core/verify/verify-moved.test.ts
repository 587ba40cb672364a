import { expect, test } from "vitest";
import { writeEvidence } from "../../../lib/core/evidence/annotation-collection.ts";
import type { BriefPage, BuiltSite, MovedFacts } from "../../../lib/core/verify/built-site.ts";
import { formatFault } from "../../../lib/core/verify/fault.ts";
import { verifySite } from "../../../lib/core/verify/verify-site.ts";
import { sha256 } from "../anchoring/locks.ts";
import { briefPage, evidence, evidenceAt, read, smallSite } from "./small-site.ts";

const page = "briefs/due/index.html";
const json = "briefs/due/evidence.json";
const target = "/x/briefs/deadline/";

const moved: MovedFacts = {
  href: target,
  places: ["note-1", "ref-2-2"].map((id) => ({ id, hrefs: [`${target}#${id}`] })),
};

const stub: BriefPage = {
  ids: new Map([["note-1", 1]]),
  evidence: undefined,
  isDiverted: false,
  moved,
  notes: [],
  marks: [],
  transclusions: [],
};

/** The evidence as it reads in a folder beside the brief's. */
const copied = writeEvidence(evidence)
  .replaceAll('"evidence.json', '"../deadline/evidence.json')
  .replaceAll('"./"', '"../deadline/"');

/** The small site, its brief once called "due". */
function faultsOf(given: { at?: BriefPage; copy?: string | undefined; site?: BuiltSite }): string[] {
  const { at, copy, site } = { at: stub, copy: copied, site: smallSite(), ...given };
  const renamed: BuiltSite = {
    ...site,
    briefs: [...site.briefs, "due"],
    briefPage: (file) => (file === page ? read(at) : site.briefPage(file)),
    text: (file) => (file !== json ? site.text(file) : copy === undefined ? { kind: "missing" } : read(copy)),
  };
  return verifySite(renamed, sha256).faults.map(formatFault);
}

test("an old address that leads on, with the evidence beside it, is without a fault, and no brief", () => {
  expect(faultsOf({})).toEqual([]);
  const site = smallSite();
  const renamed = {
    ...site,
    briefs: ["deadline", "due"],
    briefPage: (file: string) => (file === page ? read(stub) : site.briefPage(file)),
  };
  expect(verifySite(renamed, sha256).counts.briefs).toBe(1);
});

test("with a public address the evidence is the same, letter for letter", () => {
  const absolute = writeEvidence(evidenceAt("https://example.org"));
  expect(faultsOf({ site: smallSite({ evidence: read(absolute) }), copy: absolute })).toEqual([]);
});

test.each([
  ["leads to no brief", { ...stub, moved: { ...moved, href: "/x/briefs/nowhere/" } }, "address-inside"],
  ["leads to itself", { ...stub, moved: { ...moved, href: "/x/briefs/due/" } }, "address-inside"],
  ["leads out of the site", { ...stub, moved: { ...moved, href: "//example.org/briefs/deadline/" } }, "address-inside"],
  ["sends readers elsewhere besides", { ...stub, isDiverted: true }, "address-inside"],
  ["has notes", { ...stub, notes: briefPage.notes }, "note-recorded"],
  ["has marks", { ...stub, marks: briefPage.marks }, "note-recorded"],
  [
    "leads from a place to another",
    { ...stub, moved: { ...moved, places: [{ id: "note-1", hrefs: [`${target}#note-2`] }] } },
    "mark-leads",
  ],
  [
    "leads to a place that is not there",
    { ...stub, moved: { ...moved, places: [{ id: "note-9", hrefs: [`${target}#note-9`] }] } },
    "mark-leads",
  ],
  [
    "leads to a place twice",
    { ...stub, moved: { ...moved, places: [{ id: "note-1", hrefs: [`${target}#note-1`, `${target}#note-2`] }] } },
    "mark-leads",
  ],
])("a page at an old address that %s is a fault", (_, at, rule) => {
  expect(faultsOf({ at }).map((line) => line.split("  ").slice(0, 2))).toEqual([[page, rule]]);
});

test.each([
  ["is not there", undefined, "evidence-present"],
  ["is no evidence", "{}", "evidence-valid"],
  ["says something else", copied.replace("1.3 million", "1.4 million"), "evidence-valid"],
  ["is another brief's", writeEvidence(evidence), "evidence-valid"],
])("evidence at an old address that %s is a fault", (_, copy, rule) => {
  const faults = faultsOf({ copy }).map((line) => line.split("  ").slice(0, 2));
  expect(faults.length).toBeGreaterThan(0);
  expect(faults.every(([file, found]) => file === json && found === rule)).toBe(true);
});
