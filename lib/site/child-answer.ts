import type { ChildProcess } from "node:child_process";

/** What a process that was started for one task says when it could not do it. */
export interface ChildFailure {
  readonly kind: "failed";
  readonly message: string;
}

/** Said on the way: that something others wait for is done. */
export interface ChildProgress {
  readonly kind: "progress";
}

export function isProgress(message: { readonly kind: string }): message is ChildProgress {
  return message.kind === "progress";
}

/**
 * The answer of a process that was started for one task, settled when it has ended: another
 * one of this build waits for a child of its own to end.
 *
 * @param what it was, such as "A process that made pages". @param complaints what it wrote of its troubles.
 * @throws with its own words when it failed, and where it ended without an answer.
 */
export async function childAnswer<Done extends { readonly kind: string }>(
  child: ChildProcess,
  what: string,
  complaints: () => string,
): Promise<Done> {
  return new Promise((resolve, reject) => {
    let answer: Done | ChildFailure | undefined;
    child.on("message", (message: Done | ChildFailure | ChildProgress) => {
      if (!isProgress(message)) answer = message;
    });
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (answer && !isFailure(answer)) resolve(answer);
      else
        reject(
          new Error(answer?.message ?? `${what} ended with ${signal ?? code ?? "nothing"}. ${complaints()}`.trim()),
        );
    });
  });
}

function isFailure(answer: { readonly kind: string }): answer is ChildFailure {
  return answer.kind === "failed";
}
