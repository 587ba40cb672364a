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
import { checkProject, openProject } from "../site/build-site.ts";
import { describeProjectCommand, rootOf, whenCalled } from "./arguments.ts";
import { hitData, paragraphData, sourceData } from "./list-data.ts";
import { closingLine, hitLines, paragraphLines, sourceLines, titleLines } from "./list-text.ts";
import { count } from "./report.ts";

interface Options {
  readonly root: string;
  readonly source?: string;
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
  ])
    .argument("[words...]", "all of them must occur; case, accents and kinds of signs make no difference")
    .option("--source <id>", "in this source only")
    .option("--limit <number>", "how many paragraphs are shown at most", readLimit, 20)
    .option("--quote", "quote the sentence found, where the source may be quoted")
    .option("--json", "print JSON for programs");
  whenCalled(command, () => main(command.args, command.opts<Options>()));
}

async function main(words: readonly string[], options: Options): Promise<number> {
  const root = rootOf(options);
  const catalog = await checkProject(await openProject(root, `${root}/dist`));
  if (catalog.problems.length > 0) {
    const problems = count(catalog.problems.length, "problem");
    process.stderr.write(
      `${problems} in briefs and sources, which npx pincite check lists: something may be missing here.\n`,
    );
  }
  const { sources } = catalog.library;
  if (options.source !== undefined && !sources.has(options.source)) {
    const [near] = nearest(options.source, sources.keys());
    return refuse(`There is no source "${options.source}".${near === undefined ? "" : ` Nearest: "${near}".`}`);
  }
  const chosen = [...sources.values()].filter(({ id }) => options.source === undefined || id === options.source);
  const terms = readQuery(words);
  if (terms.length > 0) return listHits(terms, chosen, catalog, options);
  if (words.length > 0) return refuse("There is no word in that. Type words or numbers that the paragraph holds.");
  return options.source === undefined ? listSources(chosen, catalog, options) : listSource(chosen, catalog, options);
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

function listSources(sources: readonly Source[], catalog: Catalog, { json }: Options): number {
  const timesCited = ({ id }: Source) =>
    [...catalog.verified.values()].flat().filter((one) => one?.source.id === id).length;
  if (json) print({ sources: sources.map((source) => sourceData(source, timesCited(source))) });
  else if (sources.length === 0) return refuse("There is no source yet. Bring one in with npx pincite add <file>.");
  else console.log(sourceLines(sources, timesCited).join("\n"));
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
