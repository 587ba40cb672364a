import type { PublishTarget } from "../../core/publish/target.ts";
import { lastLine, runTool, type ToolRun } from "./run-tool.ts";

export type HostTarget = Extract<PublishTarget, { to: "netlify" | "cloudflare-pages" | "github-pages" }>;

/** A command of a host's own tool. */
export interface HostCommand {
  readonly program: string;
  readonly args: readonly string[];
}

/** What deploys a folder as a whole, by hosts that put all of it in place at once. @param folder absolute path. */
export function hostCommand(target: Exclude<HostTarget, { to: "github-pages" }>, folder: string): HostCommand {
  if (target.to === "netlify") {
    const site = target.site === undefined ? [] : [`--site=${target.site}`];
    return { program: "netlify", args: ["deploy", "--prod", "--no-build", `--dir=${folder}`, ...site] };
  }
  const { project, branch } = target;
  const options = [`--project-name=${project}`, `--branch=${branch}`, "--commit-dirty=true"];
  return { program: "wrangler", args: ["pages", "deploy", folder, ...options] };
}

const installing = {
  netlify: "Install it with npm install --global netlify-cli, and sign in with netlify login or NETLIFY_AUTH_TOKEN.",
  wrangler: "Install it with npm install --global wrangler, and sign in with wrangler login or CLOUDFLARE_API_TOKEN.",
  gh: "Install it from https://cli.github.com, and sign in with gh auth login.",
  git: "Install git.",
} as const;
type Program = keyof typeof installing;

/** Run a host's tool. @throws a sentence where it is missing or fails. @returns what it said on standard output. */
async function runHost(program: Program, args: readonly string[], root: string, heard?: (text: string) => void) {
  const run: ToolRun = await runTool(program, args, { cwd: root, ...(heard ? { heard } : {}) });
  if (run.kind === "missing") throw new Error(`${program} is not installed here. ${installing[program]}`);
  if (run.code === 0) return run.output;
  const said = lastLine(run.errors) || lastLine(run.output);
  throw new Error(
    `${program} ended with ${run.code}${said === "" ? "" : `: ${said}`} What is live is as it was, unless ${program} said otherwise.`,
  );
}

/** Deploy a folder with the host's tool. @throws a sentence where it is missing or fails. */
export async function deployFolder(
  { program, args }: HostCommand,
  root: string,
  heard: (text: string) => void,
): Promise<void> {
  await runHost(program as Program, args, root, heard);
}

/**
 * Let GitHub build and deploy what has been pushed, and wait for it.
 *
 * @param workflow its file name. @throws a sentence where something is not pushed, the tool is missing or the run fails.
 */
export async function runOnGitHub(workflow: string, root: string, heard: (text: string) => void): Promise<void> {
  const git = async (...args: readonly string[]) => (await runHost("git", args, root)).trim();
  if ((await git("status", "--porcelain")) !== "")
    throw new Error(
      "GitHub publishes what has been pushed, and here are changes that are not committed. Commit and push them first.",
    );
  const branch = await git("rev-parse", "--abbrev-ref", "HEAD");
  const commit = await git("rev-parse", "HEAD");
  if ((await git("rev-parse", "@{upstream}")) !== commit)
    throw new Error(
      `GitHub publishes what has been pushed, and ${branch} is not where its upstream is. Push it first.`,
    );
  const latest = async () => {
    const args = ["run", "list", `--workflow=${workflow}`, "--event=workflow_dispatch", "--limit=1"];
    const found = JSON.parse(await runHost("gh", [...args, "--json=databaseId"], root)) as { databaseId: number }[];
    return found[0]?.databaseId;
  };
  const before = await latest();
  await runHost("gh", ["workflow", "run", workflow, `--ref=${branch}`], root, heard);
  for (let waits = 0; waits < 30; waits++) {
    await new Promise((resolve) => setTimeout(resolve, 2000));
    const run = await latest();
    if (run === undefined || run === before) continue;
    await runHost("gh", ["run", "watch", String(run), "--exit-status"], root, heard);
    return;
  }
  throw new Error(`GitHub has not begun the workflow ${workflow}. See the page Actions of the repository.`);
}
