import type { Citation } from "../brief/citation.ts";
import type { Problem } from "../problem.ts";
import { shorten } from "../text/shorten.ts";
import { labelsOf, withoutEnding, type Resolution } from "./resolve.ts";

export type Unresolved = Exclude<Resolution, { kind: "resolved" }>;

/** What to tell an author who cites what is not there. */
export function describeUnresolved(citation: Citation, resolution: Unresolved): Problem {
  if (resolution.kind === "unknown-source") {
    const { id } = resolution;
    const message = `There is no source "${shorten(id)}". ${fixOfSource(id, resolution.nearest)}`;
    return { place: citation.sourcePlace, rule: "source-exists", message };
  }
  if (resolution.kind === "renamed-source") {
    const { id, source } = resolution;
    const message = `"${shorten(id)}" is called "${source.id}" now. Write "${source.id}".`;
    return { place: citation.sourcePlace, rule: "source-exists", message };
  }
  const { id } = resolution.source;
  if (resolution.kind === "reversed-range") {
    const { from, to } = resolution;
    const message = `In "${id}", ¶${from} stands after ¶${to}. Write "${to}-${from}".`;
    return { place: citation.pinpointPlace, rule: "pinpoint-order", message };
  }
  const { label, nearest } = resolution;
  if (resolution.source.paragraphs.length === 0) {
    const message = `"${id}" has no paragraphs yet: only its record is here. Add its text with npx pincite add <file> --id ${id} --force.`;
    return { place: citation.pinpointPlace, rule: "pinpoint-exists", message };
  }
  const message = `There is no paragraph ${label} in "${id}"; it has ${labelsOf(resolution.source)}. ${fixOfLabel(label, nearest)}`;
  return { place: citation.pinpointPlace, rule: "pinpoint-exists", message };
}

function fixOfSource(id: string, [near]: readonly string[]): string {
  if (near !== undefined)
    return near === withoutEnding(id) ? `Write "${near}", without the ending.` : `Write "${near}".`;
  const name = /^[\w-]{1,80}$/.test(id) ? id : "<id>";
  return `Add sources/${name}.md, or cite a source there is.`;
}

function fixOfLabel(label: string, [near]: readonly string[]): string {
  if (near === undefined) return "Write one of those.";
  return label.replace(/^0+/, "") === near ? `Write ${near}.` : `Nearest: ${near}.`;
}
