import { fork, type ChildProcess } from "node:child_process";
import { mkdirSync } from "node:fs";
import { dirname, extname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Project } from "../project.ts";
import type { PartAnswer, PartRequest } from "./part-messages.ts";

/** A process beside this one that makes a part of the site. */
export interface PartProcess {
  /** Make the units in these folders into one that is not there yet. @throws with what that process says when it fails. */
  make(folders: readonly string[], into: string): Promise<void>;
  /** Stop it, whatever it does. */
  stop(): void;
}

const program = fileURLToPath(new URL(`part-program${extname(import.meta.url)}`, import.meta.url));

/** Start a process that reads the library of a project at once, and then waits. */
export function startPart({ root, dist, circumstances }: Project): PartProcess {
  const child = fork(program, [], {
    // From here tsx is found, which reads a project's configuration.
    cwd: dirname(program),
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let complaints = "";
  child.stderr?.on("data", (piece: Buffer) => (complaints += piece.toString()));
  const answer = answerOf(child, () => complaints);
  // It is listened to when something was asked.
  answer.catch(() => undefined);
  const tell = (request: PartRequest) => child.send(request);
  tell({ kind: "read", root, dist, circumstances });
  return {
    async make(folders, into) {
      mkdirSync(into, { recursive: true });
      if (child.connected) tell({ kind: "make", folders, into });
      await answer;
    },
    stop() {
      child.kill("SIGKILL");
    },
  };
}

/** Settled when the process has ended: another one of this build waits for a child of its own to end. */
function answerOf(child: ChildProcess, complaints: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    let answer: PartAnswer | undefined;
    child.on("message", (message: PartAnswer) => {
      answer = message;
    });
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (answer?.kind === "made") resolve();
      else
        reject(
          new Error(
            answer?.message ??
              `A process that made pages ended with ${signal ?? code ?? "nothing"}. ${complaints()}`.trim(),
          ),
        );
    });
  });
}
