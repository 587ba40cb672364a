import { writePinpoint } from "../tags/pinpoint.ts";
import type { AffectedNote } from "./question.ts";

export function rangeKey(written: string): string {
  return `range ${written}`;
}

/** The same for both citations of a tag that sets two sources beside each other. */
export function citationKey({ citation, part }: AffectedNote): string {
  const { path, line, column } = citation.pinpointPlace;
  return `citation ${path}:${line}:${column} ${writePinpoint([part])}`;
}
