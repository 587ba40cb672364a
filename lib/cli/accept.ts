import { join } from "node:path";
import { acceptAnswers, type AcceptRequest } from "../core/review/accept-answers.ts";
import { cleanLine } from "../core/problem.ts";
import { questionsOf } from "../core/review/open-questions.ts";
import { sourceReview } from "../core/review/source-review.ts";
import { nearest } from "../core/text/nearest.ts";
import { checkProject, openProject } from "../site/build-site.ts";
import { circumstancesFor, frozenOption, projectCommand, rootOf } from "./arguments.ts";
import { frozenRefusal, questionLines, reportSettling, settledLines } from "./report-settling.ts";
import { run } from "./run.ts";
import { settleProject } from "./settle-project.ts";

interface Options {
  readonly root: string;
  readonly frozen?: boolean;
  readonly to?: string;
  readonly drop?: true;
}

interface AcceptArguments {
  readonly sourceId: string;
  readonly request: AcceptRequest;
  readonly options: Options;
}

/** `npm run accept`: take what the rules suggest for one source, without questions. */
async function main(): Promise<number> {
  const { sourceId, request, options } = readArguments();
  const root = rootOf(options);
  const project = await openProject(root, join(root, "dist"), circumstancesFor(options));
  if (project.circumstances.frozen) return refuse(frozenRefusal);
  const catalog = await checkProject(project);
  const review = sourceReview(catalog, sourceId);
  if (!review) {
    const { sources } = catalog.library;
    if (sources.has(sourceId)) return refuse(`Nothing of "${sourceId}" was recorded yet: npm run build does that.`);
    const [near] = nearest(sourceId, sources.keys());
    return refuse(`There is no source "${sourceId}". ${near === undefined ? "" : `Nearest: "${near}".`}`);
  }
  if (questionsOf(review).length === 0) {
    console.log(cleanLine(`"${sourceId}" is as it was cited; there is nothing to accept.`));
    return request.labels.length === 0 ? 0 : 1;
  }
  const acceptance = acceptAnswers(review, request);
  switch (acceptance.kind) {
    case "unknown-label":
      return refuse(`Nothing is asked about ¶${acceptance.label} of "${sourceId}".${offer(acceptance.nearest)}`);
    case "unknown-target":
      return refuse(`There is no ¶${acceptance.pinpoint} in "${sourceId}".${offer(acceptance.nearest)}`);
    case "no-answer":
      process.stderr.write(
        `${["That is no answer to this:", ...questionLines(acceptance.question, sourceId)].join("\n")}\n`,
      );
      return 1;
    case "answers":
  }
  const { answers } = acceptance;
  const outcome = await settleProject(project, review, answers);
  const lines = reportSettling(outcome, sourceId);
  if (outcome.kind !== "written") {
    process.stderr.write(`${[...lines, "", "Nothing was written."].join("\n")}\n`);
    return 1;
  }
  console.log([...settledLines(review, answers), ...lines].join("\n"));
  return 0;
}

function refuse(message: string): number {
  process.stderr.write(`${cleanLine(message)}\n`);
  return 1;
}

function offer([near]: readonly string[]): string {
  return near === undefined ? "" : ` Nearest: ${near}.`;
}

function readArguments(): AcceptArguments {
  const command = projectCommand("accept", "Take what is suggested for what has changed in a source.")
    .argument("<source>", "the id of the source")
    .argument("[labels...]", "paragraphs or ranges as citations name them; all with one suggestion when left out")
    .option("--to <label>", "with one label: it is this paragraph, or range, now")
    .option("--drop", "with labels: their words are gone")
    .option(...frozenOption)
    .parse();
  const [sourceId = "", ...labels] = command.args;
  const { to, drop, ...options } = command.opts<Options>();
  if (to !== undefined && (labels.length !== 1 || drop))
    command.error("--to goes with exactly one label, and not with --drop.");
  if (drop && labels.length === 0) command.error("--drop goes with the labels of what is gone.");
  const instead: AcceptRequest["instead"] = to === undefined ? drop && { kind: "drop" } : { kind: "to", pinpoint: to };
  return { sourceId, request: { labels, ...(instead && { instead }) }, options };
}

await run(main);
