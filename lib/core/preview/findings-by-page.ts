import type { Brief } from "../brief/brief.ts";
import type { CitingDocument } from "../brief/citation.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { exchanged } from "../list/exchanged.ts";
import { sourceFolder } from "../libraries/foreign-id.ts";
import { differingKeys, patched } from "../patched-map.ts";
import { differingPaths, problemsIn, type Place, type Problem } from "../problem.ts";
import { remembered } from "../remembered.ts";
import type { Source } from "../source/source.ts";
import { sourcePath } from "../view/address.ts";
import { pageOfFile } from "./document-pages.ts";
import type { Finding } from "./finding.ts";
import { driftsOfSources, type SourceDriftProblem } from "./source-drifts.ts";

/** A state of the library with what was found on its pages. */
interface Found {
  readonly catalog: Catalog;
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
}

type Unnumbered = Omit<Finding, "number">;

/**
 * What is wrong or doubtful, by the address of the page that shows it: problems and
 * warnings of a brief's or a source's file, and on a source's page what has become of
 * the paragraphs that are cited. In the order in which they stand there, what has no
 * spot in the text first.
 *
 * @param before of another state of the library: what holds of it is taken again.
 */
export function findingsByPage(catalog: Catalog, before?: Found): Found["findings"] {
  return before ? nextFindings(catalog, before) : allFindings(catalog);
}

/** What {@link allFindings} gives: found again on the pages of documents that are others, or of which something else is said. */
function nextFindings(catalog: Catalog, { catalog: then, findings }: Found): Found["findings"] {
  const briefs = exchanged(then.library.briefs, catalog.library.briefs);
  const urls = new Set([...briefs.gone, ...briefs.come].map(({ url }) => url));
  const sources = new Set(differingKeys(then.library.sources, catalog.library.sources));
  for (const kind of ["problems", "warnings"] as const) {
    for (const path of differingPaths(then[kind], catalog[kind])) {
      const page = pageOfFile(path);
      if (page?.kind === "brief") urls.add(page.url);
      else if (page) sources.add(page.name);
    }
  }
  const drifts = driftsOfSources(catalog);
  for (const { source } of [...driftsOfSources(then), ...drifts]) sources.add(source.id);
  const found = (list: readonly Unnumbered[]) => (list.length > 0 ? numbered(list) : undefined);
  return patched(findings, [
    ...Array.from(urls, (url): [string, undefined] => [url, undefined]),
    ...briefsAt(urls, catalog, [...briefs.come, ...differingKeys(then.verified, catalog.verified)]).map(
      (brief) => [brief.url, found(findingsIn(catalog, [brief.path], (...one) => findingIn(brief, ...one)))] as const,
    ),
    ...Array.from(sources, (id): [string, readonly Finding[] | undefined] => {
      const source = catalog.library.sources.get(id);
      return [sourcePath({ id }), source && found(findingsOfSource(catalog, source, drifts))];
    }),
  ]);
}

/** @param likely documents among which most of them are: to look for one among all takes as long as much else. */
function briefsAt(urls: ReadonlySet<string>, catalog: Catalog, likely: readonly CitingDocument[]): Brief[] {
  const isThere = (one: CitingDocument): one is Brief => one.kind === "brief" && catalog.evidence.has(one as Brief);
  const byUrl = new Map(likely.filter(isThere).map((brief) => [brief.url, brief]));
  const more = new Set([...urls].filter((url) => !byUrl.has(url)));
  if (more.size > 0) for (const brief of catalog.library.briefs) if (more.has(brief.url)) byUrl.set(brief.url, brief);
  return [...byUrl.values()].filter(({ url }) => urls.has(url));
}

function allFindings(catalog: Catalog): Found["findings"] {
  const { briefs, sources } = catalog.library;
  const briefAt = new Map(briefs.map((brief) => [brief.url, brief]));
  const pages = new Map<string, Unnumbered[]>();
  const add = (url: string, finding: Unnumbered) => {
    const list = pages.get(url);
    if (list) list.push(finding);
    else pages.set(url, [finding]);
  };
  for (const kind of ["problem", "warning"] as const) {
    for (const problem of kind === "problem" ? catalog.problems : catalog.warnings) {
      const page = pageOf(problem);
      const brief = page?.kind === "brief" ? briefAt.get(page.url) : undefined;
      const source = page?.kind === "source" ? sources.get(page.name) : undefined;
      if (page && brief) add(page.url, findingIn(brief, problem, kind));
      else if (page && source) add(page.url, findingOfSource(source, problem, kind));
    }
  }
  for (const drift of driftsOfSources(catalog)) add(sourcePath(drift.source), findingOfDrift(drift));
  return new Map(Array.from(pages, ([url, findings]) => [url, numbered(findings)]));
}

/** Those in some files, in order of their paths. */
function findingsIn(
  catalog: Catalog,
  paths: readonly string[],
  findingOf: (problem: Problem, kind: Finding["kind"]) => Unnumbered,
): Unnumbered[] {
  const ofKind = (kind: Finding["kind"], all: readonly Problem[]) =>
    paths.flatMap((path) => problemsIn(all, path).map((problem) => findingOf(problem, kind)));
  return [...ofKind("problem", catalog.problems), ...ofKind("warning", catalog.warnings)];
}

function findingsOfSource(
  catalog: Catalog,
  source: Source,
  drifts: readonly SourceDriftProblem[],
): readonly Unnumbered[] {
  const files = [".json", ".lock.json", ".md", ".ts"].map((ending) => `${sourceFolder(source.id)}${ending}`);
  const paths = files.filter((path) => pageOfFile(path)?.name === source.id);
  return [
    ...findingsIn(catalog, paths, (problem, kind) => findingOfSource(source, problem, kind)),
    ...drifts.filter((drift) => drift.source === source).map(findingOfDrift),
  ];
}

/** By the problem, since most are the very same after a save. */
const pageOf = remembered(({ place }: Problem) => pageOfFile(place.path) ?? null);

function numbered(findings: readonly Unnumbered[]): Finding[] {
  const counts = { problem: 0, warning: 0 };
  const inOrder = findings.toSorted((a, b) => (a.position ?? 0) - (b.position ?? 0));
  return inOrder.map((finding) => withNumber(finding, (counts[finding.kind] += 1)));
}

function findingOfSource(source: Source, problem: Problem, kind: Finding["kind"]): Unnumbered {
  return { ...problem, kind, sentence: "", ...positionIn(source, problem) };
}

function findingOfDrift({ problem, position }: SourceDriftProblem): Unnumbered {
  return { ...problem, kind: "problem", sentence: "", ...(position && { position }) };
}

const numberedBefore = new WeakMap<Unnumbered, Finding>();

/** The very same object where it had this number before. */
function withNumber(finding: Unnumbered, number: number): Finding {
  const made = numberedBefore.get(finding);
  if (made?.number === number) return made;
  const numbered = { ...finding, number };
  numberedBefore.set(finding, numbered);
  return numbered;
}

/** By the problem, which is another when its brief is. */
const known = new WeakMap<Problem, { readonly brief: Brief; readonly finding: Unnumbered }>();

function findingIn(brief: Brief, problem: Problem, kind: Finding["kind"]): Unnumbered {
  const made = known.get(problem);
  if (made?.brief === brief && made.finding.kind === kind) return made.finding;
  const finding = { ...problem, kind, sentence: sentenceAt(brief, problem.place) };
  known.set(problem, { brief, finding });
  return finding;
}

/** The sentence with a citation or a statement that stands at a place. */
function sentenceAt(brief: Brief, place: Place): string {
  const stands = (other: Place) => other.line === place.line && other.column === place.column;
  const statement = brief.uncitedStatements.find((one) => stands(one.place));
  if (statement) return statement.rows > 0 ? statement.words : statement.sentence;
  const citation = brief.citations.find(({ sourcePlace, pinpointPlace, relationPlace, quotationPlace }) =>
    [sourcePlace, pinpointPlace, relationPlace, quotationPlace].some(stands),
  );
  return citation?.sentence ?? "";
}

/** The paragraph that a line of a source's file belongs to; none above the first, and none in a module. */
function positionIn(source: Source, { place }: Problem): { position?: number } {
  if (place.path !== source.path || !place.path.endsWith(".md")) return {};
  const found = source.paragraphs.findLast((paragraph) => paragraph.place.line <= place.line);
  return found ? { position: found.position } : {};
}
