import { confirm, isCancel, log, outro } from "@clack/prompts";
import type { Command } from "commander";
import { join } from "node:path";
import { cleanLine } from "../core/problem.ts";
import { openQuestions } from "../core/review/open-questions.ts";
import type { SourceReview } from "../core/review/source-review.ts";
import { checkProject } from "../site/prepare-site.ts";
import { openProject, type Project } from "../site/project.ts";
import { circumstancesFor, describeProjectCommand, frozenOption, rootOf, whenCalled } from "./arguments.ts";
import { count } from "./report.ts";
import { frozenRefusal, reportSettling, settledLines } from "./report-settling.ts";
import { askAll } from "./review-prompts.ts";
import { settleProject } from "./settle-project.ts";

interface Options {
  readonly root: string;
  readonly frozen?: boolean;
}

/** `pincite review`: walk what has changed under citations, source by source, and write what is decided. */
export function define(command: Command): void {
  describeProjectCommand(
    command,
    "Ask what has become of cited paragraphs whose source has changed, and write the answers.",
    [["review", "source by source: what was cited, what stands there, the difference, your answer"]],
  ).option(...frozenOption);
  whenCalled(command, () => main(command.opts<Options>()));
}

async function main(options: Options): Promise<number> {
  const root = rootOf(options);
  const project = await openProject(root, join(root, "dist"), circumstancesFor(options));
  const open = openQuestions(await checkProject(project));
  if (open.length === 0) {
    console.log("Every source is as it was cited; there is nothing to review.");
    return 0;
  }
  if (project.circumstances.frozen) return refuse(frozenRefusal);
  if (!process.stdin.isTTY || !process.stdout.isTTY)
    return refuse("A review needs a terminal. Here, see npx pincite check, and npx pincite accept <source> [label…].");
  if ((await reviewAll(project)) === "cancelled") return 1;
  const left = openQuestions(await checkProject(project));
  if (left.length === 0) outro("Nothing is open any more. Run npx pincite build, and commit what was written.");
  else outro(`${count(left.length, "source")} left open; npx pincite check says what.`);
  return left.length === 0 ? 0 : 1;
}

/** Each source is read when its turn comes: settling one may have settled another along with it. */
async function reviewAll(project: Project): Promise<"done" | "cancelled"> {
  const seen = new Set<string>();
  for (;;) {
    const open = openQuestions(await checkProject(project));
    const next = open.find(({ review }) => !seen.has(review.source.id));
    if (!next) return "done";
    seen.add(next.review.source.id);
    if ((await reviewSource(project, next.review)) === "cancelled") return "cancelled";
  }
}

/** Ask all of one source, and write what is decided. */
export async function reviewSource(project: Project, review: SourceReview): Promise<"done" | "cancelled"> {
  const { id, meta } = review.source;
  log.step(cleanLine(`${meta.title} (${id})`));
  const replies = await askAll(review);
  if (replies.kind === "left") {
    log.warn(`"${id}" is left open; nothing of it was written.`);
    return "done";
  }
  if (replies.kind === "answers") {
    log.message(settledLines(review, replies.answers).join("\n"));
    const agreed = await confirm({ message: `Write this, and the lock of "${id}"?` });
    if (agreed === true) {
      const outcome = await settleProject(project, review, replies.answers);
      const lines = reportSettling(outcome, id);
      if (outcome.kind === "written") log.success(lines.join("\n"));
      else log.error([...lines, "Nothing was written."].join("\n"));
      return "done";
    }
    if (!isCancel(agreed)) {
      log.warn(`"${id}" is left open; nothing of it was written.`);
      return "done";
    }
  }
  outro(`Stopped. Nothing of "${id}" was written.`);
  return "cancelled";
}

function refuse(message: string): number {
  process.stderr.write(`${message}\n`);
  return 1;
}
