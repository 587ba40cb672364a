/**
 * Run a command and set the exit code it gives. What stops it is said in one line; with
 * DEBUG=pincite the stack follows.
 */
export async function run(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    reportFailure(error);
    process.exitCode = 1;
  }
}

export function reportFailure(error: unknown): void {
  const errors = [...causesOf(error)];
  const messages = errors.map(messageOf);
  const isNew = (message: string, index: number) => !messages.slice(0, index).some((outer) => outer.includes(message));
  process.stderr.write(`${messages.filter(isNew).join(": ")}\n`);
  if (process.env.DEBUG !== "pincite") return;
  for (const one of errors) if (one instanceof Error) process.stderr.write(`${one.stack ?? ""}\n`);
}

/** An error and what led to it, outermost first. Eleventy names the cause of its errors in a way of its own. */
function* causesOf(error: unknown): Generator {
  const seen = new Set<unknown>();
  for (let one = error; one !== undefined && !seen.has(one);) {
    seen.add(one);
    yield one;
    const { cause, originalError } = Object(one) as { cause?: unknown; originalError?: unknown };
    one = cause ?? originalError;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
