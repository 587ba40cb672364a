import { fork } from "node:child_process";
import { dirname, extname } from "node:path";
import { fileURLToPath } from "node:url";
import { childAnswer, type ChildFailure } from "../child-answer.ts";
import { indexSite, type SearchIndex } from "../search-index.ts";
import type { SiteOptions } from "../site.ts";
import { searchProvider } from "./provider.ts";

/** What the process is told: absolute paths of the built site, and of the folder in which indexes are kept. */
export interface IndexRequest {
  readonly output: string;
  readonly cache: string;
}

/** What it answers in the end. */
export type IndexAnswer = Indexed | ChildFailure;

interface Indexed extends SearchIndex {
  readonly kind: "indexed";
}

/** A process that makes a search index, while this one does something else. */
export interface IndexProcess {
  /** Have a built site indexed. @param folder absolute path. @returns what was done, for people. @throws with what that process says when it fails. */
  index(folder: string): Promise<string>;
  /** Stop it, whatever it does. Settled when it has ended and writes nothing any more. */
  stop(): Promise<void>;
}

const ending = extname(import.meta.url);
const program = fileURLToPath(new URL(`index-program${ending}`, import.meta.url));

/** Start a process that waits for what it shall index; none where there will be no index. Parameters as `indexSite` has them. */
export function startIndexProcess(site: SiteOptions, root: string, use: "site" | "preview"): IndexProcess | undefined {
  if (searchProvider(site).kind !== "pagefind") return undefined;
  const child = fork(program, [], {
    // From here tsx is found.
    cwd: dirname(program),
    execArgv: ending === ".ts" ? ["--import", "tsx"] : [],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let complaints = "";
  child.stderr?.on("data", (piece: Buffer) => (complaints += piece.toString()));
  const answer = childAnswer<Indexed>(child, "The process that made the search index", () => complaints);
  // It is listened to when something was asked.
  answer.catch(() => undefined);
  const ask = (request: IndexRequest) => {
    if (child.connected) child.send(request);
    return answer;
  };
  return {
    index: (folder) => indexSite(site, folder, root, use, (output, cache) => ask({ output, cache })),
    async stop() {
      child.kill("SIGKILL");
      await answer.catch(() => undefined);
    },
  };
}
