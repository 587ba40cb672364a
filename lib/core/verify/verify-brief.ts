import type { Hash } from "../anchoring/fingerprint.ts";
import type { Evidence, EvidenceAnnotation } from "../evidence/annotation-schema.ts";
import type { BriefPage, BuiltSite } from "./built-site.ts";
import type { Fault, VerifyRule } from "./fault.ts";
import { divertedPage } from "./note-case.ts";
import { pageOf, evidenceIn } from "./read-brief.ts";
import { prefixIn, SiteAddresses } from "./site-addresses.ts";
import { verifyNote, type NoteProof } from "./verify-note.ts";

export interface BriefVerification {
  readonly faults: readonly Fault[];
  /** Of notes without a fault. */
  readonly proofs: readonly NoteProof[];
}

/** Prove every note of one brief again. @param slug of its folder below briefs/. */
export function verifyBrief(slug: string, site: BuiltSite, hash: Hash): BriefVerification {
  const file = `briefs/${slug}/index.html`;
  const evidenceFile = `briefs/${slug}/evidence.json`;
  const faults: Fault[] = [];
  const page = pageOf(site, file, faults);
  const evidence = evidenceIn(site, evidenceFile, faults);
  if (!page || !evidence) return { faults, proofs: [] };
  for (const [id, count] of page.ids) {
    if (count > 1) faults.push({ file, rule: "id-unique", message: `${count} elements have the id "${id}".` });
  }
  if (page.isDiverted) faults.push({ file, rule: "address-inside", message: divertedPage });
  const evidenceAddresses = SiteAddresses.ofFile(evidence.id, evidenceFile);
  if (!evidenceAddresses) {
    const message = `It says that its address is "${evidence.id}", which leads elsewhere.`;
    return { faults: [...faults, { file: evidenceFile, rule: "address-inside", message }], proofs: [] };
  }
  const notes = new Map(page.notes.filter(({ pinpoint }) => pinpoint.length > 0).map((note) => [note.id, note]));
  const annotations = byNote(evidence, evidenceFile, faults);
  for (const [id] of notes) {
    if (annotations.has(id)) continue;
    faults.push({
      file,
      ...numberIn(id),
      rule: "note-recorded",
      message: "The note cites a source, but nothing is recorded of it.",
    });
  }
  const addressesOn = addressesByFile(prefixOf(page, evidenceFile));
  const marks = marksByNote(page, file, addressesOn);
  const transclusions = new Map(page.transclusions.flatMap((set) => set.marks.map((mark) => [mark, set])));
  const passages = new Map(page.marks.map(({ id, passage }) => [id, passage]));
  const proofs = Array.from(annotations, ([id, annotation]): NoteProof[] => {
    const before = faults.length;
    const report = (rule: VerifyRule, message: string): void => {
      faults.push({ file, ...numberIn(id), rule, message });
    };
    const strays = annotation.body.filter(({ source }) => evidenceAddresses.placeOf(source)?.file !== file);
    for (const { source } of strays)
      report("address-inside", `It is recorded for "${source}", which is not this page.`);
    const note = notes.get(id);
    if (!note) report("note-shown", "A citation is recorded, but the page has no such note that cites a source.");
    if (!note || strays.length > 0) return [];
    const seen = { note, marks: marks.get(id) ?? new Set<string>(), passages, transclusions, place: { file, id } };
    const proof = verifyNote({ ...seen, annotation, evidenceAddresses, addressesOn, hash, report }, site);
    return faults.length === before ? [proof] : [];
  });
  return { faults, proofs: proofs.flat() };
}

/** By the id of the note; of two for the same note, only the first. */
function byNote(evidence: Evidence, file: string, faults: Fault[]): Map<string, EvidenceAnnotation> {
  const annotations = new Map<string, EvidenceAnnotation>();
  for (const annotation of evidence.first.items) {
    const id = annotation.body[0]?.selector.value ?? "";
    if (annotations.has(id))
      faults.push({ file, ...numberIn(id), rule: "evidence-valid", message: "The note is recorded twice." });
    else annotations.set(id, annotation);
  }
  return annotations;
}

function numberIn(id: string): { note?: number } {
  const digits = /^note-(\d{1,9})$/.exec(id)?.[1];
  return digits === undefined ? {} : { note: Number(digits) };
}

/** The path under which the site is served, as the page's own links show it. */
function prefixOf(page: BriefPage, evidenceFile: string): string {
  const own = page.evidence === undefined ? undefined : prefixIn(page.evidence, evidenceFile);
  if (own !== undefined) return own;
  const link = page.notes.flatMap(({ pinpoint }) => pinpoint).find(({ from }) => from.startsWith("/"))?.from;
  return /^(\/(?!\/).*?)(?:sources|libraries)\//.exec(link ?? "")?.[1] ?? "/";
}

function addressesByFile(prefix: string): (file: string) => SiteAddresses {
  const known = new Map<string, SiteAddresses>();
  return (file) => {
    const addresses = known.get(file) ?? SiteAddresses.ofPage(prefix, file);
    known.set(file, addresses);
    return addresses;
  };
}

/** By id of a note, the ids of the marks that lead to it. */
function marksByNote(
  page: BriefPage,
  file: string,
  addressesOn: (file: string) => SiteAddresses,
): ReadonlyMap<string, Set<string>> {
  const marks = new Map<string, Set<string>>();
  const addresses = addressesOn(file);
  for (const { id, href } of page.marks) {
    const led = addresses.placeOf(href);
    if (led?.file !== file) continue;
    const ids = marks.get(led.id);
    if (ids) ids.add(id);
    else marks.set(led.id, new Set([id]));
  }
  return marks;
}
