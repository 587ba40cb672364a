import { isSlot, pinpointSlot, type Runs } from "./run.ts";
import type { Wording } from "./wording.ts";

/**
 * An entry of a list of references as a note: with the pinpoint behind its last words, before
 * the address that it may end with.
 */
export function pinpointBeforeAddress(entry: Runs, { comma, stop }: Pick<Wording, "comma" | "stop">): Runs {
  const last = entry.at(-1);
  const endsInAddress = last !== undefined && !isSlot(last) && last.link?.to === "web";
  const body = withoutStop(endsInAddress ? entry.slice(0, -1) : entry);
  const tail = endsInAddress ? [{ text: `${stop} ` }, last] : [{ text: stop }];
  return [...body, { text: comma }, pinpointSlot, ...tail];
}

/** Without the full stop and spaces at the end, whichever runs they are in. */
function withoutStop(runs: Runs): Runs {
  const last = runs.at(-1);
  if (last === undefined || isSlot(last)) return runs;
  const text = last.text.replace(/[.۔]?\s*$/u, "");
  if (text !== "") return [...runs.slice(0, -1), { ...last, text }];
  const before = runs.slice(0, -1);
  return last.text.trim() === "" ? withoutStop(before) : before;
}
