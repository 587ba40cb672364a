import { spinner } from "@clack/prompts";
import { cleanLine } from "../core/problem.ts";

/**
 * Show on a terminal that something takes its time, and what came of it.
 *
 * @param work gives its result, and a few words of what was done. Nothing is shown where `shown` is false.
 */
export async function withProgress<Result>(
  shown: boolean,
  doing: string,
  work: () => Promise<{ readonly result: Result; readonly done: string }>,
): Promise<Result> {
  if (!shown) return (await work()).result;
  const spinning = spinner({ onCancel: () => (process.exitCode = 1) });
  spinning.start(cleanLine(doing));
  // Reading a document keeps the program busy: what it does is drawn before it begins.
  await new Promise((resolve) => setTimeout(resolve, 100));
  try {
    const { result, done } = await work();
    spinning.stop(cleanLine(done));
    return result;
  } catch (error) {
    spinning.error();
    throw error;
  }
}
