import type { Grade } from "../source/source-schema.ts";
import { relations, type Relation } from "./relation.ts";

/** What a citation that is to be pasted says. */
export interface CiteToWrite {
  readonly sourceId: string;
  /** Of one paragraph. */
  readonly label: string;
  /** Words that stand there. */
  readonly quotation?: string;
  /** As it is when absent: in support. */
  readonly relation?: Relation;
}

/** The tag as an author types it: reading it gives the same again. */
export function writeCite({ sourceId, label, quotation, relation }: CiteToWrite): string {
  const place = /^(?:0|[1-9]\d*)$/.test(label) ? label : `"${label}"`;
  const options = [
    ...(quotation === undefined ? [] : [`quote="${quotation.replace(/["\\]/g, "\\$&")}"`]),
    ...(relation === undefined ? [] : [`as="${relation}"`]),
  ];
  return `{% cite ${[`"${sourceId}"`, place, ...options].join(", ")} %}`;
}

export type AllowedRelation =
  /** It may support a claim, which needs not be said. */
  | { readonly kind: "supports" }
  | { readonly kind: "other"; readonly relation: Relation }
  /** Opinion that its source lets be cited in support only. */
  | { readonly kind: "none" };

/** How a paragraph may be cited: in support where it may be, as opinion where it is one. */
export function allowedRelation(grade: Grade, uses: readonly Relation[] = relations): AllowedRelation {
  const allowed = uses.filter((use) => grade !== "opinion" || use !== "supports");
  if (allowed.includes("supports")) return { kind: "supports" };
  const relation = allowed.find((use) => use === "opinion") ?? allowed[0];
  return relation === undefined ? { kind: "none" } : { kind: "other", relation };
}
