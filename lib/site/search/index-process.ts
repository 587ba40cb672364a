import { fork } from "node:child_process";
import { dirname, extname } from "node:path";
import { fileURLToPath } from "node:url";
import { childAnswer, type ChildFailure } from "../child-answer.ts";
import { indexSite, type SearchIndex } from "../search-index.ts";
import type { SiteOptions } from "../site.ts";

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

/** A search index that another process makes, while this one does something else. */
export interface Indexing {
  /** What was done, for people. @throws with what that process says when it fails. */
  readonly done: Promise<string>;
  /** Stop it, whatever it does. Settled when it has ended and writes nothing any more. */
  stop(): Promise<void>;
}

const ending = extname(import.meta.url);
const program = fileURLToPath(new URL(`index-program${ending}`, import.meta.url));

/** Let another process index a built site; parameters as `indexSite` has them. */
export function startIndexing(site: SiteOptions, folder: string, root: string, use: "site" | "preview"): Indexing {
  let stop = () => Promise.resolve();
  const done = indexSite(site, folder, root, use, async (output, cache) => {
    const { answer, kill } = startProcess({ output, cache });
    stop = kill;
    return answer;
  });
  // It is listened to later.
  done.catch(() => undefined);
  return { done, stop: () => stop() };
}

function startProcess(request: IndexRequest) {
  const child = fork(program, [], {
    // From here tsx is found.
    cwd: dirname(program),
    execArgv: ending === ".ts" ? ["--import", "tsx"] : [],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let complaints = "";
  child.stderr?.on("data", (piece: Buffer) => (complaints += piece.toString()));
  const answer = childAnswer<Indexed>(child, "The process that made the search index", () => complaints);
  child.send(request);
  return {
    answer,
    kill: async () => {
      child.kill("SIGKILL");
      await answer.catch(() => undefined);
    },
  };
}
