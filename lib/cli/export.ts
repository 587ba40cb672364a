import { InvalidArgumentError, type Command } from "commander";
import { closeSync, openSync, writeSync } from "node:fs";
import { once } from "node:events";
import { resolve } from "node:path";
import { openProject } from "../site/project.ts";
import { exportSearch } from "../site/search/export-search.ts";
import { openBuiltSite } from "../site/verify-site.ts";
import { describeProjectCommand, rootOf, whenCalled } from "./arguments.ts";
import { count } from "./report.ts";

interface Options {
  readonly root: string;
  readonly dist: string;
  readonly index: string;
  readonly to?: string;
}

/** `pincite export`: what readers can search, for a search engine. */
export function define(command: Command): void {
  describeProjectCommand(
    command,
    "Write the paragraphs and sections of the built site for a search engine: as newline-delimited JSON, in the bulk form of OpenSearch and Elasticsearch. Only what readers see is in it.",
    [
      ["export > paragraphs.ndjson", "of the site in dist/"],
      ["export --to paragraphs.ndjson", "the same, into a file"],
      ["export --index briefs-2026-03", "for an index of that name"],
    ],
  )
    .option("--dist <folder>", "the built site, relative to the project", "dist")
    .option("--index <name>", "the index that the documents are for", readIndexName, "pincite")
    .option("--to <file>", "where they are written; standard output when left out");
  whenCalled(command, () => main(command.opts<Options>()));
}

/** What both engines take: no capitals, none of the signs that have a meaning in their addresses. */
function readIndexName(name: string): string {
  const isName = /^[^-_+A-Z\\/*?"<>| ,#:][^A-Z\\/*?"<>| ,#:]*$/.test(name) && !/^\.{1,2}$/.test(name);
  if (isName && Buffer.byteLength(name) <= 255) return name;
  throw new InvalidArgumentError("Write small letters, digits, dots and hyphens, such as briefs-2026-03.");
}

async function main({ dist, index, to, ...options }: Options): Promise<number> {
  const root = rootOf(options);
  const folder = resolve(root, dist);
  const { site } = await openProject(root, folder);
  const opening = openBuiltSite(folder);
  if (opening.kind === "no site") {
    console.error(`${opening.reason} npx pincite build makes one.`);
    return 1;
  }
  const counts = { brief: 0, source: 0, texts: 0 };
  const output = to === undefined ? undefined : openOutput(to);
  for (const { kind, texts, lines } of exportSearch(site, folder, index)) {
    if (kind === "brief" || kind === "source") counts[kind] += 1;
    counts.texts += texts;
    if (output !== undefined) writeSync(output, lines);
    else if (!process.stdout.write(lines)) await once(process.stdout, "drain");
  }
  if (output !== undefined) closeSync(output);
  console.error(
    `${count(counts.texts, "document")} of ${count(counts.brief, "brief")} and ${count(counts.source, "source")}${to === undefined ? "" : ` in ${to}`}`,
  );
  return 0;
}

function openOutput(to: string): number {
  try {
    return openSync(resolve(to), "w");
  } catch (cause) {
    throw new Error(`${to} cannot be written. Name a file in a folder that is there.`, { cause });
  }
}
