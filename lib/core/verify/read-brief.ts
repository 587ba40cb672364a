import type { Evidence } from "../evidence/annotation-schema.ts";
import type { BriefPage, BuiltSite } from "./built-site.ts";
import type { Fault } from "./fault.ts";
import { readEvidence } from "./read-evidence.ts";

/** The facts of a brief's page; what stands in their way is added to the faults. */
export function pageOf(site: BuiltSite, file: string, faults: Fault[]): BriefPage | undefined {
  const reading = site.briefPage(file);
  if (reading.kind === "read") return reading.content;
  if (reading.kind === "missing")
    faults.push({ file, rule: "page-present", message: "There is evidence for a brief, but no page." });
  else faults.push({ file, rule: "file-readable", message: `The page cannot be seen: ${reading.reason}.` });
  return undefined;
}

/** A brief's evidence; what is wrong with it is added to the faults. */
export function evidenceIn(site: BuiltSite, file: string, faults: Fault[]): Evidence | undefined {
  const text = site.text(file);
  if (text.kind !== "read") {
    if (text.kind === "missing")
      faults.push({ file, rule: "evidence-present", message: "The brief has a page, but no evidence." });
    else faults.push({ file, rule: "file-readable", message: `The evidence cannot be seen: ${text.reason}.` });
    return undefined;
  }
  const reading = readEvidence(text.content);
  if (reading.kind === "evidence") return reading.evidence;
  for (const fault of reading.faults)
    faults.push({ file, rule: "evidence-valid", message: `It is no evidence: ${fault}.` });
  return undefined;
}
