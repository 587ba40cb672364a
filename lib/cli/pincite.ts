import { Command } from "commander";
import { helpOf } from "./arguments.ts";
import { version } from "./pincite-package.ts";
import { run } from "./run.ts";

interface Entry {
  readonly name: string;
  readonly summary: string;
  /** Only the command that is run is loaded. */
  readonly load: () => Promise<{ readonly define: (command: Command) => void }>;
}

/** In the order in which they are met: from a new site by way of a document to what is published. */
const commands: readonly Entry[] = [
  { name: "init", summary: "make a new site", load: () => import("./init.ts") },
  { name: "add", summary: "bring a document in as a source", load: () => import("./add.ts") },
  { name: "update", summary: "put a newer text in place of a source's", load: () => import("./update.ts") },
  { name: "new", summary: "begin a brief", load: () => import("./new.ts") },
  { name: "list", summary: "find paragraphs, and what to paste to cite them", load: () => import("./list.ts") },
  { name: "serve", summary: "show the site, drafts included, and follow every save", load: () => import("./serve.ts") },
  { name: "check", summary: "report every problem; build nothing", load: () => import("./check.ts") },
  { name: "review", summary: "decide about cited paragraphs that have changed", load: () => import("./review.ts") },
  { name: "accept", summary: "the same for one source, without questions", load: () => import("./accept.ts") },
  { name: "rename", summary: "give a brief or a source another name", load: () => import("./rename.ts") },
  { name: "build", summary: "verify every citation and publish the site", load: () => import("./build.ts") },
  { name: "join", summary: "publish a site of parts that build --shard made", load: () => import("./join.ts") },
  { name: "pdf", summary: "the same, with a PDF of each brief", load: () => import("./pdf.ts") },
  { name: "publish", summary: "deploy the site and prove what is live", load: () => import("./publish.ts") },
  { name: "export", summary: "write what readers can search for a search engine", load: () => import("./export.ts") },
  { name: "verify", summary: "prove a built site again, from the site alone", load: () => import("./verify.ts") },
  { name: "test", summary: "check strictly, build, and prove what was built", load: () => import("./test.ts") },
];

/** `pincite <command>`; its exit code is 0 when all is well and 1 when something is wrong or was given up. */
async function main(args: readonly string[]): Promise<number> {
  const program = new Command("pincite")
    .description("Policy briefs in which every claim is one click from the paragraph that supports it.")
    .version(version(), "--version")
    .helpOption("-h, --help", "show this, or what a command takes")
    .showHelpAfterError(helpOf("pincite"))
    .addHelpText("after", "\nnpx pincite <command> --help tells what a command takes, with examples.");
  const words = args.filter((word) => !word.startsWith("-"));
  for (const { name, summary, load } of commands) {
    const command = program.command(name).summary(summary);
    if (name === words[0] || (words[0] === "help" && name === words[1])) (await load()).define(command);
  }
  await program.parseAsync(args, { from: "user" });
  return Number(process.exitCode ?? 0);
}

await run(() => main(process.argv.slice(2)));
