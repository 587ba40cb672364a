import { z } from "zod";
import { shorten } from "../text/shorten.ts";

const nameParts = z
  .string({ error: "Write a name." })
  .trim()
  .min(1, { error: "is empty. Write a name." })
  .meta({ type: ["string", "number"] });

/** A person or body, as CSL has it: `{ family, given }` or `{ literal }`. */
export const nameField = z
  .strictObject(
    { family: nameParts.optional(), given: nameParts.optional(), literal: nameParts.optional() },
    { error: (issue) => (issue.code === "invalid_type" ? adviseName(issue.input) : undefined) },
  )
  .refine((name) => (name.literal !== undefined) !== (name.family !== undefined), {
    error: "A name is either { family: …, given: … } or { literal: … }.",
  })
  .meta({ oneOf: [{ required: ["literal"] }, { required: ["family"] }] });

export type Name = z.output<typeof nameField>;

/** A name as it is printed: given name first. */
export function printName(name: Name): string {
  return name.literal ?? [name.given, name.family].filter((part) => part !== undefined).join(" ");
}

/** For a name written as it is spoken, the same name in its parts; which is the family's is a guess. */
function adviseName(input: unknown): string {
  const match = typeof input === "string" ? /^([^\s,]+(?: [^\s,]+)*) ([^\s,]+)$/.exec(input.trim()) : null;
  if (!match || match[0].length > 80) return "Write { family: …, given: … } or { literal: … }.";
  const [, given = "", family = ""] = match;
  return `Write { given: ${yamlText(given)}, family: ${yamlText(family)} }.`;
}

function yamlText(text: string): string {
  return /^[\p{L}\p{M}][\p{L}\p{M}\p{N} .'’-]*$/u.test(text) ? text : JSON.stringify(shorten(text));
}
