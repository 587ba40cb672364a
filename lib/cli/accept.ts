import type { Command } from "commander";
import { join } from "node:path";
import { acceptAnswers, type AcceptRequest, type Instead } from "../core/review/accept-answers.ts";
import { cleanLine } from "../core/problem.ts";
import { questionsOf } from "../core/review/open-questions.ts";
import { sourceReview } from "../core/review/source-review.ts";
import { nearest } from "../core/text/nearest.ts";
import { checkProject } from "../site/prepare-site.ts";
import { openProject } from "../site/project.ts";
import { circumstancesFor, describeProjectCommand, frozenOption, rootOf, whenCalled } from "./arguments.ts";
import { frozenRefusal, questionLines, reportSettling, settledLines } from "./report-settling.ts";
import { settleProject } from "./settle-project.ts";

interface Options {
  readonly root: string;
  readonly frozen?: boolean;
  readonly drop?: readonly string[] | true;
}

interface AcceptArguments {
  readonly sourceId: string;
  readonly request: AcceptRequest;
  readonly options: Options;
}

/** `pincite accept`: take what the rules suggest for one source, without questions. */
export function define(command: Command): void {
  describeProjectCommand(command, "Take what check suggests for a source that has changed.", [
    ["accept survey", "everything of the source that has one suggestion"],
    ["accept survey 2 7=14.1 --drop 9", "¶2 as suggested, ¶7 is ¶14.1 now, the words of ¶9 are gone"],
  ])
    .argument("<source>", "the id of the source")
    .argument(
      "[answers...]",
      "7 takes what is suggested for ¶7, 7=9 says that it is ¶9 now, 7-9=7-10 the same of a range (default: everything that has one suggestion)",
    )
    .option("--drop [labels...]", "the words of these are gone")
    .option(...frozenOption);
  whenCalled(command, () => main(readArguments(command)));
}

async function main({ sourceId, request, options }: AcceptArguments): Promise<number> {
  const root = rootOf(options);
  const project = await openProject(root, join(root, "dist"), circumstancesFor(options));
  if (project.circumstances.frozen) return refuse(frozenRefusal);
  const catalog = await checkProject(project);
  const review = sourceReview(catalog, sourceId);
  if (!review) {
    const { sources } = catalog.library;
    if (sources.has(sourceId)) return refuse(`Nothing of "${sourceId}" was recorded yet: npx pincite build does that.`);
    const [near] = nearest(sourceId, sources.keys());
    return refuse(
      `There is no source "${sourceId}". ${near === undefined ? "npx pincite check names the sources that have changed." : `Nearest: "${near}".`}`,
    );
  }
  if (questionsOf(review).length === 0) {
    console.log(cleanLine(`"${sourceId}" is as it was cited; there is nothing to accept.`));
    return request.labels.length + request.instead.size === 0 ? 0 : 1;
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
  console.log(
    [
      ...settledLines(review, answers),
      ...lines,
      "",
      "Read these citations once more; then run npx pincite build, and commit what was written.",
    ].join("\n"),
  );
  return 0;
}

function refuse(message: string): number {
  process.stderr.write(`${cleanLine(message)}\n`);
  return 1;
}

function offer([near]: readonly string[]): string {
  return near === undefined ? "" : ` Nearest: ${near}.`;
}

function readArguments(command: Command): AcceptArguments {
  const [sourceId = "", ...answers] = command.args;
  const { drop = [], ...options } = command.opts<Options>();
  if (drop === true) return command.error("--drop needs the labels of what is gone.");
  const labels: string[] = [];
  const instead = new Map<string, Instead>(drop.map((label) => [label, { kind: "drop" }]));
  for (const answer of answers) {
    const [label = "", pinpoint] = answer.split("=", 2);
    if (instead.has(label) || labels.includes(label)) command.error(`¶${label} is answered twice. Keep one.`);
    if (pinpoint === undefined) labels.push(label);
    else instead.set(label, { kind: "to", pinpoint });
  }
  return { sourceId, request: { labels, instead }, options };
}
