import type { SourceLock } from "./lock.ts";
import { lockSchema } from "./lock-schema.ts";

export type LockReading =
  | { readonly kind: "lock"; readonly lock: SourceLock }
  /** Each a clause that tells where and what, such as `cited.3.accepted: is not a day that exists, as YYYY-MM-DD`. */
  | { readonly kind: "faults"; readonly faults: readonly string[] };

/**
 * Read a lock's JSON. It is taken whole or not at all: with one fault it proves nothing.
 *
 * @param text as decoded from UTF-8, with any line endings; a byte order mark is passed over.
 */
export function readLock(text: string): LockReading {
  if (/^(?:<{7}|>{7}) /m.test(text)) return fault("it has the marks of a merge that was not finished");
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    return fault(`it is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const result = lockSchema.safeParse(data);
  if (!result.success) {
    return { kind: "faults", faults: result.error.issues.map(({ path, message }) => describe(path, message)) };
  }
  const { paragraphs, cited, ranges, aliases, gone, ...rest } = result.data;
  const lock: SourceLock = {
    ...rest,
    paragraphs,
    cited: new Map(cited.map(({ label, ...entry }) => [label, entry])),
    ranges: new Map(ranges.map(({ range, labels }) => [range, labels])),
    aliases: new Map(aliases.map(({ from, to }) => [from, to])),
    gone: new Map(gone.map(({ address, ...entry }) => [address, entry])),
  };
  return { kind: "lock", lock };
}

function fault(message: string): LockReading {
  return { kind: "faults", faults: [message] };
}

function describe(path: readonly PropertyKey[], message: string): string {
  return path.length === 0 ? message : `${path.map(String).join(".")}: ${message}`;
}
