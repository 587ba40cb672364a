import { describe, expect, test } from "vitest";
import { writeEvidence } from "../../../lib/core/evidence/annotation-collection.ts";
import type { Evidence, EvidenceAnnotation } from "../../../lib/core/evidence/annotation-schema.ts";
import type { BriefPage, NoteFacts } from "../../../lib/core/verify/built-site.ts";
import { verifySite } from "../../../lib/core/verify/verify-site.ts";
import { sha256 } from "../anchoring/locks.ts";
import {
  briefPage,
  closedParagraphs,
  evidence,
  evidenceAt,
  faultsOf,
  paragraph,
  read,
  reportParagraphs,
  smallSite,
  sourcePage,
  type Parts,
} from "./small-site.ts";

const page = "briefs/deadline/index.html";
const json = "briefs/deadline/evidence.json";

/** The evidence with something in it changed. */
function recorded(change: (evidence: Evidence) => void): Partial<Parts> {
  const copy = structuredClone(evidence);
  change(copy);
  return { evidence: read(writeEvidence(copy)) };
}

function annotated(note: number, change: (annotation: EvidenceAnnotation) => void): Partial<Parts> {
  return recorded(({ first }) => {
    const annotation = first.items[note - 1];
    if (annotation) change(annotation);
  });
}

/** The first target of a note, recorded otherwise. */
const target = (note: number, change: (target: EvidenceAnnotation["target"][number]) => void) =>
  annotated(note, ({ target: [first] }) => {
    if (first) change(first);
  });

const shown = (facts: Partial<BriefPage>): Partial<Parts> => ({ page: read({ ...briefPage, ...facts }) });

const note = (number: number, facts: Partial<NoteFacts>) =>
  shown({ notes: briefPage.notes.map((one) => (one.id === `note-${number}` ? { ...one, ...facts } : one)) });

/** The report's page with one paragraph other than it was. */
const reported = (label: number, facts: Partial<(typeof reportParagraphs)[number]>): Partial<Parts> => ({
  report: read(sourcePage(reportParagraphs.map((one) => (one.id === `p${label}` ? { ...one, ...facts } : one)))),
});

test("a site that is as it was built proves all that it cites", () => {
  expect(verifySite(smallSite(), sha256)).toEqual({
    counts: { briefs: 1, notes: 4, citations: 5, paragraphs: 3, quotations: 2, withheld: 1 },
    faults: [],
  });
});

test("a site that names its public address is proved wherever it is kept", () => {
  expect(faultsOf({ evidence: read(writeEvidence(evidenceAt("https://example.org"))) })).toEqual([]);
});

test("a note with a fault is not counted as proved", () => {
  const { counts } = verifySite(smallSite(reported(2, { text: "About 1.4 million left." })), sha256);
  expect(counts).toMatchObject({ notes: 2, citations: 2, paragraphs: 1, quotations: 1, withheld: 1 });
});

const faults: readonly (readonly [what: string, changed: Partial<Parts>, lines: readonly string[]])[] = [
  ["the brief's page is gone", { page: { kind: "missing" } }, [`${page}  page-present`]],
  ["the brief's page cannot be read", { page: { kind: "refused", reason: "it is empty" } }, [`${page}  file-readable`]],
  ["the evidence is gone", { evidence: { kind: "missing" } }, [`${json}  evidence-present`]],
  [
    "the evidence cannot be read",
    { evidence: { kind: "refused", reason: "it is not UTF-8" } },
    [`${json}  file-readable`],
  ],
  ["the evidence is cut off", { evidence: read('{ "id": "evid') }, [`${json}  evidence-valid`]],
  [
    "a source's page shows another page of the original",
    reported(1, { page: "p. x" }),
    [`${page}  note 2  pinpoint-agrees`],
  ],
  ["a source's page shows none", reported(1, { page: undefined }), [`${page}  note 2  pinpoint-agrees`]],
  [
    "a source's page shows one that is not recorded",
    target(2, (one) => delete one.page),
    [`${page}  note 2  note-agrees`, `${page}  note 2  pinpoint-agrees`],
  ],
  ["a note shows another page", note(1, { pages: "p. 112" }), [`${page}  note 1  note-agrees`]],
  ["a note shows the first page of two", note(2, { pages: "p. xi" }), [`${page}  note 2  note-agrees`]],
  ["a note shows words beside its page", note(1, { pages: "p. 12 not" }), [`${page}  note 1  note-agrees`]],
  ["a note shows no page", note(1, { pages: undefined }), [`${page}  note 1  note-agrees`]],
  ["a note shows a page where none is recorded", note(4, { pages: "p. 1" }), [`${page}  note 4  note-agrees`]],
  ["the evidence is something else", { evidence: read('"constructor"') }, [`${json}  evidence-valid`]],
  [
    "the evidence counts other annotations than it has",
    recorded((all) => {
      all.total = 9;
    }),
    [`${json}  evidence-valid`],
  ],
  [
    "a note is recorded twice",
    recorded((all) => {
      all.first.items.push(...all.first.items.slice(0, 1));
      all.total += 1;
    }),
    [`${json}  note 1  evidence-valid`],
  ],
  [
    "the evidence is that of another brief",
    { evidence: read(writeEvidence(evidence).replaceAll('"evidence.json', '"../other/evidence.json')) },
    [`${json}  address-inside`],
  ],
  [
    "a citation is not recorded",
    recorded((all) => {
      all.first.items.shift();
      all.total -= 1;
    }),
    [`${page}  note 1  note-recorded`],
  ],
  ["a recorded note is not on the page", shown({ notes: briefPage.notes.slice(1) }), [`${page}  note 1  note-shown`]],
  ["a note has lost its pinpoint", note(1, { pinpoint: [] }), [`${page}  note 1  note-shown`]],
  [
    "what is recorded belongs to another page",
    annotated(1, ({ body: [first] }) => Object.assign(first ?? {}, { source: "../other/" })),
    [`${page}  note 1  address-inside`],
  ],
  ["two elements of the brief share an id", shown({ ids: new Map([["note-1", 2]]) }), [`${page}  id-unique`]],
  [
    "the source's page is gone",
    { report: { kind: "missing" } },
    [1, 2, 3].map((n) => `${page}  note ${n}  page-present`),
  ],
  [
    "the source's page cannot be read",
    { closed: { kind: "refused", reason: "it is empty" } },
    [`${page}  note 4  file-readable`],
  ],
  [
    "the address of a source leads out of the site",
    target(1, (one) => {
      one.source = "https://example.org/";
    }),
    [`${page}  note 1  address-inside`],
  ],
  ["a cited paragraph is gone", { closed: read(sourcePage([])) }, [`${page}  note 4  page-present`]],
  [
    "two elements have a cited paragraph's id",
    { closed: read(sourcePage([...closedParagraphs, paragraph(2, [], undefined)])) },
    [`${page}  note 4  id-unique`],
  ],
  [
    "a digit in a cited paragraph is another",
    reported(1, { text: "First of alI." }),
    [`${page}  note 2  fingerprint-matches`, `${page}  note 2  note-agrees`, `${page}  note 2  text-unaltered`],
  ],
  [
    "a space in a cited paragraph is doubled, which no fingerprint sees",
    reported(1, { text: "First  of all." }),
    [`${page}  note 2  text-unaltered`],
  ],
  [
    "a sign stands before a cited paragraph that did not",
    reported(1, { marker: "not" }),
    [`${page}  note 2  text-unaltered`],
  ],
  [
    "a sentence is recorded that does not cite the paragraph",
    annotated(4, ({ body: [, mark] }) => Object.assign(mark ?? {}, { citingSentence: "It is unknown." })),
    [`${page}  note 4  sentence-agrees`, `${page}  note 4  sentence-agrees`],
  ],
  [
    "an annotation is named after another note",
    annotated(4, (one) => {
      one.id = "evidence.json#note-9";
    }),
    [`${json}  evidence-valid`],
  ],
  [
    "an annotation is characterised as something else",
    annotated(4, (one) => {
      one.hasCitationCharacterization = "cito:disputes";
    }),
    [`${json}  evidence-valid`],
  ],
  [
    "a cited paragraph has another label",
    { closed: read(sourcePage([{ ...paragraph(2, [4], undefined), label: "3" }])) },
    [`${page}  note 4  pinpoint-agrees`],
  ],
  [
    "a cited paragraph shows no text",
    reported(1, { text: undefined }),
    [`${page}  note 2  note-agrees`, `${page}  note 2  text-unaltered`],
  ],
  [
    "a fingerprint is recorded otherwise",
    target(4, (one) => {
      one.fingerprint = "0".repeat(32);
    }),
    [`${page}  note 4  note-agrees`],
  ],
  [
    "words of a paragraph that may be shown are not recorded",
    target(3, ({ selector }) => {
      delete selector.refinedBy;
    }),
    [`${page}  note 3  evidence-valid`],
  ],
  [
    "a withheld paragraph is shown",
    { closed: read(sourcePage([{ ...paragraph(2, [4], undefined), isWithheld: false }])) },
    [`${page}  note 4  words-withheld`],
  ],
  [
    "words of a withheld paragraph are recorded",
    target(4, ({ selector }) => {
      selector.refinedBy = { type: "TextQuoteSelector", exact: "Hidden." };
    }),
    [`${page}  note 4  words-withheld`],
  ],
  [
    "words of a withheld paragraph are in its note",
    note(4, { opening: "Hidden." }),
    [`${page}  note 4  words-withheld`],
  ],
  [
    "a source is said to be withheld so that nothing is checked",
    annotated(3, (one) => {
      one.sourceRights = "metadata-only";
      delete one.target[0]?.selector.refinedBy;
    }),
    [`${page}  note 3  transclusion-unaltered`, `${page}  note 3  words-withheld`, `${page}  note 3  words-withheld`],
  ],
  [
    "a note leads to another paragraph",
    note(3, { pinpoint: [{ from: "/x/sources/report/#p2-deadline-2" }] }),
    [`${page}  note 3  way-back`],
  ],
  [
    "a note leads to another page",
    note(3, { pinpoint: [{ from: "/x/sources/closed/#p2-deadline-4" }] }),
    [`${page}  note 3  pinpoint-agrees`],
  ],
  [
    "a note leads out of the site",
    note(3, { pinpoint: [{ from: "https://example.org/#p3-deadline-3" }] }),
    [`${page}  note 3  pinpoint-agrees`],
  ],
  [
    "a range ends before it did",
    note(2, { pinpoint: [{ from: "/x/sources/report/#p1-deadline-2", to: "/x/sources/report/#p2-deadline-2" }] }),
    [`${page}  note 2  pinpoint-agrees`],
  ],
  [
    "a paragraph leads back to another note",
    reported(3, {
      arrivals: [
        { id: "p3-deadline-2", links: ["/x/briefs/deadline/#note-2"] },
        { id: "p3-deadline-3", links: ["/x/briefs/deadline/#note-1"] },
      ],
    }),
    [`${page}  note 3  way-back`, `${page}  note 3  way-back`],
  ],
  [
    "quoted words do not stand in the source",
    annotated(1, (one) => {
      one.quotation = "1.4 million";
    }),
    [`${page}  note 1  quotation-stands`],
  ],
  [
    "words that stand in the source are recorded elsewhere in it",
    target(1, (one) => {
      one.quotedWords = [{ type: "TextQuoteSelector", exact: "1.3 million", suffix: " stayed." }];
    }),
    [`${page}  note 1  quotation-stands`],
  ],
  [
    "how words agree is recorded otherwise",
    annotated(1, (one) => {
      one.verification = "typographic";
    }),
    [`${page}  note 1  verification-stated`],
  ],
  [
    "words are said to be quoted, but none are recorded",
    annotated(2, (one) => {
      one.verification = "verbatim";
    }),
    [`${page}  note 2  verification-stated`],
  ],
  ["a note quotes other words", note(1, { quotation: "1.4 million" }), [`${page}  note 1  note-agrees`]],
  [
    "a note marks other words as quoted",
    note(1, { sentence: { text: "About 1.3 million left.", quoted: ["million left"] } }),
    [`${page}  note 1  note-agrees`],
  ],
  [
    "a note shows another sentence around the words quoted",
    note(1, { sentence: { text: "Not 1.3 million left.", quoted: ["1.3 million"] } }),
    [`${page}  note 1  note-agrees`],
  ],
  ["a note no longer shows the words quoted", note(1, { sentence: undefined }), [`${page}  note 1  note-agrees`]],
  [
    "a note quotes where nothing is recorded as quoted",
    note(2, { quotation: "First" }),
    [`${page}  note 2  note-agrees`],
  ],
  [
    "a note shows another beginning of the paragraph",
    note(2, { opening: "Last of all." }),
    [`${page}  note 2  note-agrees`],
  ],
  ["a note shows another relation", note(1, { relation: "supports" }), [`${page}  note 1  note-agrees`]],
  ["a note shows another fingerprint", note(4, { fingerprints: ["0123456789ab"] }), [`${page}  note 4  note-agrees`]],
  ["a note shows no fingerprint", note(4, { fingerprints: [] }), [`${page}  note 4  note-agrees`]],
  [
    "a mark leads to another note",
    shown({ marks: briefPage.marks.map((one) => (one.id === "ref-2-2" ? { ...one, href: "#note-1" } : one)) }),
    [`${page}  note 1  mark-leads`, `${page}  note 2  mark-leads`],
  ],
  [
    "a paragraph set in the brief says something else",
    shown({ transclusions: [{ marks: ["ref-3"], text: "\nThe rest strayed.\n", strange: undefined }] }),
    [`${page}  note 3  transclusion-unaltered`],
  ],
  [
    "a paragraph set in the brief has words struck",
    shown({ transclusions: [{ marks: ["ref-3"], text: "The rest stayed.", strange: "<del>" }] }),
    [`${page}  note 3  transclusion-unaltered`],
  ],
  ["words in a note are struck", note(1, { strange: "<del>" }), [`${page}  note 1  note-agrees`]],
  [
    "a note leads back to another mark",
    note(1, { backlinks: ["#ref-2"] }),
    Array<string>(2).fill(`${page}  note 1  way-back`),
  ],
  ["a note leads back to nothing", note(1, { backlinks: [] }), [`${page}  note 1  way-back`]],
  [
    "a note leads back to another page",
    note(1, { backlinks: ["/y/#ref-1"] }),
    Array<string>(2).fill(`${page}  note 1  way-back`),
  ],
  [
    "the brief says something else at a mark",
    shown({ marks: briefPage.marks.map((mark) => ({ ...mark, passage: mark.passage.replace("left", "stayed") })) }),
    [`${page}  note 1  sentence-agrees`],
  ],
  ["the brief's links lead elsewhere", shown({ isDiverted: true }), [`${page}  address-inside`]],
  ["a paragraph set in the brief is gone", shown({ transclusions: [] }), [`${page}  note 3  transclusion-unaltered`]],
  [
    "a paragraph is set that is not recorded as set",
    shown({
      transclusions: [
        ...briefPage.transclusions,
        { marks: ["ref-1"], text: "About 1.4 million left.", strange: undefined },
      ],
    }),
    [`${page}  note 1  transclusion-unaltered`],
  ],
];

test.each(faults)("it is a fault when %s", (_, changed, lines) => {
  expect(faultsOf(changed).map((line) => line.split("  ").slice(0, -1).join("  "))).toEqual(lines);
});

describe("what is said of a fault", () => {
  test("the words on both sides, and where they stand", () => {
    expect(faultsOf(reported(2, { text: "About 1.4 million left." }))).toContain(
      `${page}  note 1  text-unaltered  ¶2 of /sources/report/ has "1.4"; recorded is "1.3".`,
    );
  });

  test("control characters forge no second line", () => {
    const lines = faultsOf(note(3, { pinpoint: [{ from: "/y/\n/sources/x/\u202E" }] }));
    expect(lines.join("")).not.toMatch(/[\n\u202E]/);
  });
});
