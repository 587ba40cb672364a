/** How a source bears on the claim it is cited for (after CiTO). */
export const relations = ["supports", "disputes", "qualifies", "context", "opinion"] as const;
export type Relation = (typeof relations)[number];

export function isRelation(text: string): text is Relation {
  return (relations as readonly string[]).includes(text);
}
