import { shorten } from "../text/shorten.ts";

const ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

/** A place in front matter, in words: `title`, `the first author`, `family of the second author`. */
export function pathName(path: readonly (string | number)[]): string {
  const names: string[] = [];
  for (let at = 0; at < path.length; at++) {
    const step = String(path[at]);
    const next = path[at + 1];
    if (typeof next === "number") {
      names.push(`the ${ordinal(next)} ${step.replace(/s$/, "")}`);
      at += 1;
    } else if (path[at - 1] === "paragraphs") names.push(`paragraph "${shorten(step)}"`);
    else if (step !== "paragraphs" || path.length === 1) names.push(shorten(step));
  }
  return names.reverse().join(" of ");
}

/** @param index 0-based. */
function ordinal(index: number): string {
  const number = index + 1;
  const word = ordinals[index];
  if (word !== undefined) return word;
  const ending = number % 100 > 10 && number % 100 < 14 ? "th" : (["th", "st", "nd", "rd"][number % 10] ?? "th");
  return `${number}${ending}`;
}
