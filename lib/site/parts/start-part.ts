import { fork } from "node:child_process";
import { mkdirSync } from "node:fs";
import { dirname, extname } from "node:path";
import { fileURLToPath } from "node:url";
import type { ReadingShare } from "../../files/kept-readings.ts";
import { childAnswer, isProgress } from "../child-answer.ts";
import { heapOptions } from "../heap.ts";
import type { Project } from "../project.ts";
import type { OpenedProject, PartRequest } from "./part-messages.ts";

/** A process beside this one that makes a part of the site. */
export interface PartProcess {
  /** Parse a share of the files for all processes; settled when it is done, or when the process has ended. */
  parse(share: ReadingShare): Promise<void>;
  /** Begin to read the library. */
  read(): void;
  /** Make the units in these folders into one that is not there yet. @param isFollowed see `Session`. @throws with what that process says when it fails. */
  make(folders: readonly string[], into: string, isFollowed: boolean): Promise<void>;
  /** Stop it, whatever it does. */
  stop(): void;
}

const program = fileURLToPath(new URL(`part-program${extname(import.meta.url)}`, import.meta.url));

/** Start a process that waits to be told what to do. */
export function startPart({ root, dist, circumstances }: Project): PartProcess {
  const project: OpenedProject = { root, dist, circumstances };
  const child = fork(program, [], {
    // From here tsx is found, which reads a project's configuration.
    cwd: dirname(program),
    execArgv: [...heapOptions(), "--import", "tsx"],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let complaints = "";
  child.stderr?.on("data", (piece: Buffer) => (complaints += piece.toString()));
  const answer = childAnswer(child, "A process that made pages", () => complaints);
  // It is listened to when something was asked.
  answer.catch(() => undefined);
  const tell = (request: PartRequest) => child.connected && child.send(request);
  return {
    async parse(share) {
      const parsed = new Promise<void>((resolve) => {
        child.on("message", (message: { readonly kind: string }) => {
          if (isProgress(message)) resolve();
        });
      });
      tell({ kind: "parse", project, share });
      await Promise.race([parsed, answer.catch(() => undefined)]);
    },
    read() {
      tell({ kind: "read", project });
    },
    async make(folders, into, isFollowed) {
      mkdirSync(into, { recursive: true });
      tell({ kind: "make", folders, into, isFollowed });
      await answer;
    },
    stop() {
      child.kill("SIGKILL");
    },
  };
}
