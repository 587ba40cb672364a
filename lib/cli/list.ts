import type { Command } from "commander";
import { InvalidArgumentError } from "commander";
import type { Catalog } from "../core/catalog/catalog.ts";
import { findParagraphs, type Findings, type Hit } from "../core/find/find-paragraphs.ts";
import { listParagraph, type ListedParagraph } from "../core/find/listed-paragraph.ts";
import { absentTerms } from "../core/find/nearest-words.ts";
import { readQuery, type Term } from "../core/find/query.ts";
import { sentenceWith, snippetOf } from "../core/find/snippet.ts";
import { cleanLine } from "../core/problem.ts";
import type { Paragraph, Source } from "../core/source/source.ts";
import { nearest } from "../core/text/nearest.ts";
import { isForeign, writeForeignId } from "../core/libraries/foreign-id.ts";
import { checkProject } from "../site/prepare-site.ts";
import { openProject, type Project } from "../site/project.ts";
import { describeProjectCommand, rootOf, whenCalled } from "./arguments.ts";
import { hitData, paragraphData, sourceData, type ListedSource } from "./list-data.ts";
import { fetchSources, offeredSources } from "./list-library.ts";
import { closingLine, hitLines, paragraphLines, sourceLines, titleLines } from "./list-text.ts";
import { count } from "./report.ts";

interface Options {
  readonly root: string;
  readonly source?: string;
  readonly library?: string;
  readonly limit: number;
  readonly quote?: true;
  readonly json?: true;
}

/** Most characters of a paragraph shown around what was found in it. */
const snippetLength = 220;

/** `pincite list`: find paragraphs, and the shortcodes that cite them. */
export function define(command: Command): void {
  describeProjectCommand(command, "Find paragraphs by their words, and print the shortcodes that cite them.", [
    ["list asylum right", "paragraphs with both words, or words that begin like them"],
    ['list "seek and to enjoy" --quote', "these very words, quoted in the shortcode"],
    ["list asylum --source udhr", "in one source only"],
    ["list --source udhr", "all its paragraphs"],
    ["list", "all sources"],
    ["list --library library", "all sources that another site’s library offers"],
    ["list asylum --library library", "paragraphs of that library"],
    ["list --source library:udhr", "all paragraphs of one of its sources, cited or not"],
  ])
    .argument("[words...]", "all of them must occur; case, accents and kinds of signs make no difference")
    .option("--source <id>", "in this source only")
    .option("--library <name>", "in the library of another site, as .eleventy.ts names it")
    .option("--limit <number>", "how many paragraphs are shown at most", readLimit, 20)
    .option("--quote", "quote the sentence found, where the source may be quoted")
    .option("--json", "print JSON for programs");
  whenCalled(command, () => main(command.args, command.opts<Options>()));
}

async function main(words: readonly string[], options: Options): Promise<number> {
  const root = rootOf(options);
  const project = await openProject(root, `${root}/dist`);
  if (options.library !== undefined && options.source !== undefined)
    return refuse(`Write --source ${options.library}:${options.source} without --library, or leave --source out.`);
  const catalog = await checkProject(project);
  if (catalog.problems.length > 0) {
    const problems = count(catalog.problems.length, "problem");
    process.stderr.write(
      `${problems} in briefs and sources, which npx pincite check lists: something may be missing here.\n`,
    );
  }
  const terms = readQuery(words);
  if (words.length > 0 && terms.length === 0)
    return refuse("There is no word in that. Type words or numbers that the paragraph holds.");
  if (options.library !== undefined) return listLibrary(options.library, terms, project, catalog, options);
  const chosen = await chosenSources(catalog, options.source, project);
  if ("refusal" in chosen) return refuse(chosen.refusal);
  warn(chosen.remarks);
  if (terms.length > 0) return listHits(terms, chosen.offered, catalog, options);
  if (options.source !== undefined) return listSource(chosen.offered, catalog, options);
  return listSources(
    chosen.offered.map(({ id, meta, paragraphs }) => ({ id, meta, count: paragraphs.length })),
    catalog,
    options,
  );
}

/** All sources, or the one that is asked for: of another site's library it need not be cited. */
async function chosenSources(catalog: Catalog, id: string | undefined, project: Project) {
  const { sources } = catalog.library;
  if (id === undefined) return { offered: [...sources.values()], remarks: [] };
  if (isForeign(id)) return fetchSources(project, catalog, [id]);
  const source = sources.get(id);
  if (source) return { offered: [source], remarks: [] };
  const [near] = nearest(id, sources.keys());
  return { refusal: `There is no source "${id}".${near === undefined ? "" : ` Nearest: "${near}".`}` };
}

async function listLibrary(
  name: string,
  terms: readonly Term[],
  project: Project,
  catalog: Catalog,
  options: Options,
): Promise<number> {
  const found = await offeredSources(project, name);
  if ("refusal" in found) return refuse(found.refusal);
  const idOf = (source: string) => writeForeignId({ library: name, source });
  if (terms.length === 0) {
    warn(found.remarks);
    const entries = found.offered.map(({ id, metadata, paragraphs }) => ({
      id: idOf(id),
      meta: metadata,
      count: paragraphs.count,
    }));
    return listSources(entries, catalog, options);
  }
  const fetched = await fetchSources(
    project,
    catalog,
    found.offered.map(({ id }) => idOf(id)),
  );
  if ("refusal" in fetched) return refuse(fetched.refusal);
  warn(fetched.remarks);
  return listHits(terms, fetched.offered, catalog, options);
}

function listHits(terms: readonly Term[], sources: readonly Source[], catalog: Catalog, options: Options): number {
  const found = findParagraphs(terms, sources);
  const shown = found.hits.slice(0, options.limit).map((hit) => ({
    listed: listHit(hit, terms, catalog, options),
    snippet: snippetOf(hit.paragraph.text, terms, snippetLength),
  }));
  const isFound = found.hits.length > 0 || found.titles.length > 0;
  const advice = isFound ? [] : adviceFor(terms, found, sources);
  if (options.json) {
    const hits = shown.map(({ listed, snippet }) => hitData(listed, snippet));
    const titles = found.titles.map(({ id }) => id);
    print({ total: found.hits.length, hits, titles, advice, problems: catalog.problems.length });
  } else if (isFound) {
    for (const { listed, snippet } of shown) console.log(hitLines(listed, snippet).join("\n"));
    console.log([closingLine(found.hits, shown.length), ...titleLines(found.titles)].join("\n"));
  } else return refuse(...advice);
  return isFound ? 0 : 1;
}

function listHit({ source, paragraph }: Hit, terms: readonly Term[], catalog: Catalog, { quote }: Options) {
  const { text } = paragraph;
  const sentence = quote ? (sentenceWith(text, terms, source.meta.language) ?? text) : undefined;
  return listParagraph(source, paragraph, citationsOf(paragraph, catalog), sentence);
}

/** Why nothing was found, and what may have been meant. */
function adviceFor(terms: readonly Term[], { counts }: Findings, sources: readonly Source[]): string[] {
  const absent = absentTerms(terms, counts, sources);
  if (absent.length > 0)
    return absent.map(({ typed, nearest: near }) => {
      const fix = near.length === 0 ? "" : ` Nearest: ${near.join(", ")}.`;
      return `No paragraph has "${typed}".${fix}`;
    });
  const each = terms.map(({ typed }, index) => `"${typed}" is in ${counts[index] ?? 0}`);
  return [`No paragraph has all of this together: ${each.join(", ")}.`];
}

function listSources(sources: readonly ListedSource[], catalog: Catalog, { json, library }: Options): number {
  const timesCited = ({ id }: ListedSource) =>
    [...catalog.verified.values()].flat().filter((one) => one?.source.id === id).length;
  if (json) print({ sources: sources.map((source) => sourceData(source, timesCited(source))) });
  else if (sources.length > 0) console.log(sourceLines(sources, timesCited).join("\n"));
  else if (library === undefined) return refuse("There is no source yet. Bring one in with npx pincite add <file>.");
  else return refuse(`The library "${library}" has no source yet.`);
  return 0;
}

function listSource(sources: readonly Source[], catalog: Catalog, { json }: Options): number {
  const listed = sources.flatMap((source) =>
    source.paragraphs.map((paragraph): ListedParagraph =>
      listParagraph(source, paragraph, citationsOf(paragraph, catalog)),
    ),
  );
  if (json) print({ paragraphs: listed.map(paragraphData), problems: catalog.problems.length });
  else console.log(paragraphLines(listed).join("\n"));
  return 0;
}

function citationsOf(paragraph: Paragraph, { citedBy }: Catalog) {
  return citedBy.get(paragraph) ?? [];
}

function warn(remarks: readonly string[]): void {
  for (const remark of remarks) process.stderr.write(`${cleanLine(remark)}\n`);
}

function print(data: object): void {
  console.log(JSON.stringify(data, undefined, 2));
}

function refuse(...lines: readonly string[]): number {
  process.stderr.write(`${lines.map(cleanLine).join("\n")}\n`);
  return 1;
}

function readLimit(text: string): number {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit > 0) return limit;
  throw new InvalidArgumentError("Write a whole number from 1.");
}
