import { evidencePath } from "../evidence/annotation-addresses.ts";
import type { BriefEvidence, EvidenceFigures } from "../evidence/brief-evidence.ts";
import type { ContestedParagraph } from "../evidence/contested-paragraphs.ts";
import type { DisputedClaim } from "../evidence/disputed-claims.ts";
import type { Doubt } from "../evidence/doubts.ts";
import type { OneSourceSection, Reliance } from "../evidence/reliance.ts";
import type { WarningName } from "../rules.ts";
import type { Grade } from "../source/source-schema.ts";
import type { Source } from "../source/source.ts";
import type { Relation } from "../tags/relation.ts";
import { formatDate } from "../text/date.ts";
import { openingWords } from "../text/sentence.ts";
import { directionOf, type Direction } from "../text/language.ts";
import { notePath, withFragment } from "./address.ts";
import { briefLife, type BriefLife } from "./brief-life.ts";
import { contestedView, disputedView, type ContestedView, type DisputedView } from "./dispute-view.ts";
import { sourceCard, type SourceCard } from "./source-card.ts";

/** Longest title in the figures, in characters. */
const titleLength = 56;

/** What the box on a brief's page says, and the head of an evidence page. */
export interface FiguresView {
  readonly citations: number;
  /** Citations in support. */
  readonly supporting: number;
  readonly sources: number;
  readonly quoted: number;
  readonly paraphrased: number;
  readonly digested: number;
  readonly relations: readonly { readonly relation: Relation; readonly count: number }[];
  readonly grades: readonly { readonly grade: Grade; readonly count: number }[];
  readonly freshest: DatedSource | undefined;
  readonly oldest: DatedSource | undefined;
  readonly undated: number;
  /** Of the cited texts; one date, or the first and the last; empty when nothing is recorded. */
  readonly recordedText: string;
}

/** A source with the opening words of its title, where there is no room for more. */
export interface DatedSource {
  readonly source: SourceCard;
  readonly opening: string;
}

/** A section that cites one source only. */
export interface OneSourceSectionView {
  /** Empty before the first heading, as is the address. */
  readonly heading: string;
  readonly url: string;
  readonly source: SourceCard;
  readonly citations: number;
}

/** A warning, with the author's reason or an empty one. */
export interface DoubtView {
  readonly rule: WarningName;
  readonly reason: string;
  /** What it is about: words of the brief, or a source; where it stands, when that has an address. */
  readonly words: string;
  readonly source: SourceCard | undefined;
  readonly url: string;
}

/** What is said of a brief wherever its evidence is. */
export interface BriefName {
  readonly slug: string;
  readonly title: string;
  readonly language: string;
  readonly direction: Direction;
  readonly status: string;
  readonly life: BriefLife;
  readonly url: string;
  readonly evidenceUrl: string;
  /** The same for machines; empty for a draft. */
  readonly dataUrl: string;
}

/** What an evidence page shows, of one brief or of all. */
export interface EvidenceView extends FiguresView {
  readonly years: ReadonlyMap<number, number>;
  readonly reliance: readonly RelianceView[];
  /** Disputed sentences for which another note names support, and those without any. */
  readonly contradictions: readonly DisputedView[];
  readonly otherDisputed: readonly DisputedView[];
  readonly contested: readonly ContestedView[];
}

export interface RelianceView {
  readonly source: SourceCard;
  readonly supporting: number;
  readonly citations: number;
  /** Of all citations in support, in whole per cent. */
  readonly percent: number;
}

export interface BriefEvidenceView extends EvidenceView {
  readonly brief: BriefName;
  readonly oneSourceSections: readonly OneSourceSectionView[];
  /** Opening words of each, with the heading of its section and an address when that has one. */
  readonly uncited: readonly { readonly text: string; readonly heading: string; readonly url: string }[];
  readonly openDoubts: readonly DoubtView[];
  readonly answeredDoubts: readonly DoubtView[];
}

/** Root-relative, without the site's path prefix. */
export function evidencePagePath({ name }: { readonly name: string }): string {
  return `/evidence/${name}/`;
}

/** @param language of the page that shows it, for dates; so below. */
export function figuresView({ summary, ages, recorded }: EvidenceFigures, language: string): FiguresView {
  const { citations, sources, quoted, paraphrased, digested, relations, grades } = summary;
  const span = recorded && (recorded.first === recorded.last ? recorded.last : `${recorded.first}/${recorded.last}`);
  return {
    citations,
    supporting: relations.get("supports") ?? 0,
    sources: sources.length,
    quoted,
    paraphrased,
    digested,
    relations: [...relations].map(([relation, count]) => ({ relation, count })),
    grades: [...grades].map(([grade, count]) => ({ grade, count })),
    freshest: ages.freshest && datedSource(ages.freshest, language),
    oldest: ages.oldest && datedSource(ages.oldest, language),
    undated: ages.undated.length,
    recordedText: span === undefined ? "" : formatDate(span, language),
  };
}

export function briefEvidenceView(evidence: BriefEvidence, language: string): BriefEvidenceView {
  const { brief, uncited, oneSourceSections, doubts } = evidence;
  const sectionUrl = (id: string) => (id === "" ? "" : withFragment(brief.url, id));
  const doubtViews = (answered: boolean) =>
    doubts.filter(({ reason }) => (reason !== "") === answered).map((doubt) => doubtView(brief, doubt, language));
  const { reliance, disputed, contested } = evidence;
  const isContradicted = ({ supporting }: DisputedClaim) => supporting.length > 0;
  const contradictions = disputed.filter(isContradicted);
  const otherDisputed = disputed.filter((claim) => !isContradicted(claim));
  return {
    ...figuresView(evidence, language),
    years: evidence.ages.years,
    ...listsView({ reliance, contradictions, otherDisputed, contested }, language),
    brief: briefName(brief),
    oneSourceSections: oneSourceSections.map((section) => oneSourceSectionView(section, sectionUrl, language)),
    uncited: uncited.map(({ text, section }) => ({ text, heading: section.heading, url: sectionUrl(section.id) })),
    openDoubts: doubtViews(false),
    answeredDoubts: doubtViews(true),
  };
}

/** The lists of an evidence page. */
export type EvidenceLists = Pick<EvidenceView, "reliance" | "contradictions" | "otherDisputed" | "contested">;

/** @param language of the page that shows them, for dates. */
export function listsView(
  lists: {
    readonly reliance: readonly Reliance[];
    readonly contradictions: readonly DisputedClaim[];
    readonly otherDisputed: readonly DisputedClaim[];
    readonly contested: readonly ContestedParagraph[];
  },
  language: string,
): EvidenceLists {
  return {
    reliance: lists.reliance.map((one) => relianceView(one, language)),
    contradictions: lists.contradictions.map((claim) => disputedView(claim, language)),
    otherDisputed: lists.otherDisputed.map((claim) => disputedView(claim, language)),
    contested: lists.contested.map((one) => contestedView(one, language)),
  };
}

function datedSource(source: Source, language: string): DatedSource {
  return { source: sourceCard(source, language), opening: openingWords(source.meta.title, titleLength) };
}

function relianceView({ source, share, ...counts }: Reliance, language: string): RelianceView {
  return { source: sourceCard(source, language), ...counts, percent: Math.round(share * 100) };
}

function oneSourceSectionView(
  { heading, id, source, citations }: OneSourceSection,
  urlOf: (id: string) => string,
  language: string,
): OneSourceSectionView {
  return { heading, url: urlOf(id), source: sourceCard(source, language), citations };
}

function doubtView(brief: BriefEvidence["brief"], { rule, reason, subject }: Doubt, language: string): DoubtView {
  const doubt = { rule, reason, words: "", source: undefined, url: "" };
  if (subject.kind === "statement") return { ...doubt, words: subject.words };
  if (subject.kind === "section") {
    const url = subject.id === "" ? "" : withFragment(brief.url, subject.id);
    return { ...doubt, words: subject.heading, url };
  }
  const { source, citation } = subject.citation;
  return { ...doubt, source: sourceCard(source, language), url: notePath(brief, citation.note) };
}

export function briefName(brief: BriefEvidence["brief"]): BriefName {
  const { name, title, language, meta, url } = brief;
  return {
    slug: name,
    title,
    language,
    direction: directionOf(language),
    status: meta.status,
    life: briefLife(brief),
    url,
    evidenceUrl: evidencePagePath(brief),
    // A draft's evidence is not given out.
    dataUrl: meta.status === "draft" ? "" : evidencePath(brief),
  };
}
