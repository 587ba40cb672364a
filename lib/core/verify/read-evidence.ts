import { citoProperties } from "../evidence/annotation-terms.ts";
import { evidenceSchema, type Evidence } from "../evidence/annotation-schema.ts";

export type EvidenceReading =
  | { readonly kind: "evidence"; readonly evidence: Evidence }
  /** Each a clause that tells where and what. */
  | { readonly kind: "faults"; readonly faults: readonly string[] };

/** What is not evidence at all would have thousands. */
const mostFaults = 8;

/** Read the JSON of a brief's evidence. It is taken whole or not at all. */
export function readEvidence(text: string): EvidenceReading {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return { kind: "faults", faults: [`it is not JSON: ${error instanceof Error ? error.message : String(error)}`] };
  }
  const result = evidenceSchema.safeParse(data);
  if (!result.success) {
    const faults = result.error.issues.map(({ path, message }) => `${path.map(String).join(".")}: ${message}`);
    return { kind: "faults", faults: faults.slice(0, mostFaults) };
  }
  const faults = inconsistencies(result.data);
  return faults.length > 0 ? { kind: "faults", faults } : { kind: "evidence", evidence: result.data };
}

/** What is said twice in it, and differently. */
function inconsistencies({ id, total, first }: Evidence): string[] {
  const faults: string[] = [];
  if (total !== first.items.length) faults.push(`total is ${total}, but it has ${first.items.length} annotations`);
  if (first.partOf !== id) faults.push(`its page is part of "${first.partOf}", not of "${id}"`);
  for (const { id: own, body, relation, hasCitationCharacterization: cito } of first.items) {
    const expected = `${id}#${body[0]?.selector.value ?? ""}`;
    if (own !== expected) faults.push(`an annotation has the id "${own}", not "${expected}"`);
    if (cito !== citoProperties[relation]) faults.push(`${cito} is not what "${relation}" is characterised as`);
  }
  return faults.slice(0, mostFaults);
}
