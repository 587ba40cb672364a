import type { Random } from "../random.ts";

const parties = ["Supplier", "Purchaser", "Contractor", "Agency", "Consultant", "Bank"];
const things = ["Goods", "Services", "Works", "Deliverables", "Reports", "Equipment"];
const events = [
  "Effective Date",
  "date of delivery",
  "receipt of the invoice",
  "date of termination",
  "Commencement Date",
];

type Clause = (random: Random) => string;

/** Clauses that are written again and again with another party, thing or number. */
const clauses: readonly Clause[] = [
  (r) =>
    `The ${r.pick(parties)} shall deliver the ${r.pick(things)} to the ${r.pick(parties)} within ${r.whole(1, 9) * 10} days of the ${r.pick(events)}, unless the parties agree otherwise in writing.`,
  (r) =>
    `The ${r.pick(parties)} shall not be liable to the ${r.pick(parties)} for any indirect, special or consequential loss arising out of the ${r.pick(things)} in Annex ${r.whole(1, 12)}.`,
  (r) =>
    `If the ${r.pick(parties)} fails to comply with clause ${r.whole(1, 40)}, the ${r.pick(parties)} may terminate this Agreement by giving ${r.whole(1, 9) * 10} days' written notice.`,
  (r) =>
    `Payment for the ${r.pick(things)} listed in Annex ${r.whole(1, 12)} shall be made in ${r.whole(2, 12)} equal instalments, the first of which falls due on the ${r.pick(events)}.`,
  (r) =>
    `The ${r.pick(parties)} warrants that the ${r.pick(things)} are free from defects in design, material and workmanship for ${r.whole(6, 60)} months from the ${r.pick(events)}.`,
  (r) =>
    `Any dispute between the ${r.pick(parties)} and the ${r.pick(parties)} that is not settled within ${r.whole(1, 9) * 10} days shall be referred to arbitration under Annex ${r.whole(1, 12)}.`,
  (r) => `Annex ${r.whole(1, 12)} applies to the ${r.pick(things)}.`,
  () => "This clause is intentionally left blank.",
  () => "Reserved.",
  () =>
    "No waiver by either party of any breach of this Agreement shall be considered as a waiver of any subsequent breach of the same or any other provision.",
];

/** A contract: most paragraphs have near twins, some have twins to the letter. */
export function contract(random: Random, paragraphs: number): string[] {
  return Array.from({ length: paragraphs }, () => random.pick(clauses)(random));
}
