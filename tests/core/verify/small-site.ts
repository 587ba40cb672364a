import { evidenceOf, writeEvidence } from "../../../lib/core/evidence/annotation-collection.ts";
import type { Evidence } from "../../../lib/core/evidence/annotation-schema.ts";
import type {
  BriefPage,
  BuiltSite,
  FileReading,
  NoteFacts,
  ParagraphFacts,
  SourcePage,
} from "../../../lib/core/verify/built-site.ts";
import { formatFault } from "../../../lib/core/verify/fault.ts";
import { verifySite } from "../../../lib/core/verify/verify-site.ts";
import { sha256 } from "../anchoring/locks.ts";
import { briefNamed, catalogOf, sourceOfWords } from "../support/catalogs.ts";
import { sourceFrom } from "../support/documents.ts";

const report = sourceFrom(
  "First of all. {p. xi}\n\nAbout 1.3 million left. {p. 12}\n\nThe rest stayed. {p. 12}\n\nNobody asked.",
).source;
const closed = sourceOfWords("Secret. Hidden.", { rights: "metadata-only" }, "closed");
const brief = briefNamed(
  "deadline",
  [
    'They left.{% cite "report", 2, quote="1.3 million", as="disputes" %}',
    'So it was.{% cite "report", "1-3" %} Again.{% cite "report", "1-3" %}',
    '{% quote "report", 3 %}',
    'It is known.{% cite "closed", 2 %}',
  ].join("\n\n"),
);

/** Evidence of a brief of four notes: a quotation, a range cited twice, a transclusion, a withheld paragraph. */
export const evidence: Evidence = evidenceAt("");

/** The same, of a site whose public address is known; empty for none. */
export function evidenceAt(url: string): Evidence {
  return evidenceOf(catalogOf([report, closed], [brief]), brief, { url, pathPrefix: "/x/" });
}

const shortOf = (note: number) =>
  (evidence.first.items[note - 1]?.target ?? []).slice(0, 3).map(({ fingerprint }) => fingerprint.slice(0, 12));

function note(number: number, from: string, facts: Partial<NoteFacts> & { to?: string } = {}): NoteFacts {
  const { to, ...rest } = facts;
  return {
    id: `note-${number}`,
    pinpoint: [{ from, ...(to !== undefined && { to }) }],
    pages: undefined,
    relation: "supports",
    quotation: undefined,
    sentence: undefined,
    opening: undefined,
    fingerprints: shortOf(number),
    backlinks: (evidence.first.items[number - 1]?.body ?? []).slice(1).map(({ selector }) => `#${selector.value}`),
    strange: undefined,
    ...rest,
  };
}

/** What the page of that brief shows, served under /x/. */
export const briefPage: BriefPage = {
  ids: new Map(
    ["note-1", "note-2", "note-3", "note-4", "ref-1", "ref-2", "ref-2-2", "ref-3", "ref-4"].map((id) => [id, 1]),
  ),
  evidence: "/x/briefs/deadline/evidence.json",
  isDiverted: false,
  moved: undefined,
  notes: [
    note(1, "/x/sources/report/#p2-deadline-1", {
      pages: "p. 12",
      relation: "disputes",
      sentence: { text: "About 1.3 million left.", quoted: ["1.3 million"] },
    }),
    note(2, "/x/sources/report/#p1-deadline-2", {
      to: "/x/sources/report/#p3-deadline-2",
      pages: "pp. xi–12",
      opening: "First of all.",
    }),
    note(3, "/x/sources/report/#p3-deadline-3", { pages: "p. 12", opening: "The rest…" }),
    note(4, "/x/sources/closed/#p2-deadline-4"),
    { ...note(5, "#"), pinpoint: [], fingerprints: [] },
  ],
  marks: [
    { id: "ref-1", href: "#note-1", passage: "They left." },
    { id: "ref-2", href: "#note-2", passage: "So it was. Again." },
    { id: "ref-2-2", href: "#note-2", passage: "So it was. Again." },
    { id: "ref-3", href: "#note-3", passage: "" },
    { id: "ref-4", href: "#note-4", passage: "It is known." },
    { id: "ref-5", href: "#note-5", passage: "Own." },
  ],
  transclusions: [{ marks: ["ref-3"], text: "\nThe rest stayed.\n", strange: undefined }],
};

const bodies = evidence.first.items.map(({ body }) => body);

/** A paragraph that some notes of the brief cite. */
export function paragraph(
  label: number,
  notes: readonly number[],
  text: string | undefined,
): Omit<ParagraphFacts, "index"> {
  return {
    id: `p${label}`,
    position: label,
    label: String(label),
    page: text === undefined || label > 3 ? undefined : `p. ${label === 1 ? "xi" : "12"}`,
    marker: "",
    text,
    isWithheld: text === undefined,
    strange: undefined,
    citing: notes.flatMap((number) =>
      (bodies[number - 1] ?? []).flatMap(({ selector, citingSentence }) =>
        citingSentence === undefined ? [] : [{ href: `/x/briefs/deadline/#${selector.value}`, text: citingSentence }],
      ),
    ),
    arrivals: notes.map((number) => ({
      id: `p${label}-deadline-${number}`,
      links: [`/x/briefs/deadline/#note-${number}`],
    })),
  };
}

export const reportParagraphs = [
  paragraph(1, [2], "First of all."),
  paragraph(2, [1, 2], "About 1.3 million left."),
  paragraph(3, [2, 3], "The rest stayed."),
  paragraph(4, [], "Nobody asked."),
];
export const closedParagraphs = [paragraph(2, [4], undefined)];

/** A source's page of these paragraphs. */
export function sourcePage(list: readonly Omit<ParagraphFacts, "index">[]): SourcePage {
  const paragraphs = list.map((one, index) => ({ ...one, index }));
  const ids = paragraphs.flatMap(({ id, arrivals }) => [id, ...arrivals.map((arrival) => arrival.id)]);
  return {
    ids: new Map(ids.map((id) => [id, ids.filter((other) => other === id).length])),
    isDiverted: false,
    paragraphs,
    byId: new Map(paragraphs.toReversed().map((one) => [one.id, one])),
    arrivals: new Map(paragraphs.flatMap((one) => one.arrivals.map(({ id }) => [id, one]))),
  };
}

export interface Parts {
  readonly page: FileReading<BriefPage>;
  readonly evidence: FileReading<string>;
  readonly report: FileReading<SourcePage>;
  readonly closed: FileReading<SourcePage>;
}

export function read<Content>(content: Content): FileReading<Content> {
  return { kind: "read", content };
}

export function smallSite(changed: Partial<Parts> = {}): BuiltSite {
  const parts: Parts = {
    page: read(briefPage),
    evidence: read(writeEvidence(evidence)),
    report: read(sourcePage(reportParagraphs)),
    closed: read(sourcePage(closedParagraphs)),
    ...changed,
  };
  const only =
    <Facts>(files: Readonly<Record<string, FileReading<Facts>>>) =>
    (file: string): FileReading<Facts> =>
      new Map(Object.entries(files)).get(file) ?? { kind: "missing" };
  return {
    briefs: ["deadline"],
    briefPage: only({ "briefs/deadline/index.html": parts.page }),
    sourcePage: only({ "sources/report/index.html": parts.report, "sources/closed/index.html": parts.closed }),
    text: only({ "briefs/deadline/evidence.json": parts.evidence }),
  };
}

/** The faults of the site with some parts changed, as the command prints them. */
export function faultsOf(changed: Partial<Parts>): string[] {
  return verifySite(smallSite(changed), sha256).faults.map(formatFault);
}
