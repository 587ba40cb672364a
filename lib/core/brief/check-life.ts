import type { FrontMatter } from "../front-matter/read.ts";
import { pathName } from "../front-matter/path-name.ts";
import type { Place, Problem } from "../problem.ts";
import type { briefSchema } from "./brief-schema.ts";

type Path = readonly (string | number)[];

/**
 * What a brief says of its own life, held together: a withdrawn brief says since when and
 * why, no other does, and nothing happened to it before its own date. Values that could
 * not be read are problems already and compared with nothing.
 */
export function checkLife(
  front: Pick<FrontMatter<typeof briefSchema.shape>, "data" | "has">,
  placeOf: (path: Path) => Place,
): Problem[] {
  return [...checkWithdrawal(front, placeOf), ...checkDays(front.data, placeOf)];
}

function checkWithdrawal(
  { data: { status }, has }: Parameters<typeof checkLife>[0],
  placeOf: (path: Path) => Place,
): Problem[] {
  if (status === undefined || (status === "withdrawn") === has("withdrawn")) return [];
  if (status === "withdrawn") {
    const message =
      "withdrawn is missing. A withdrawn brief says since when and why: add withdrawn: { date: 2026-04-01, reason: Why it no longer holds. }.";
    return [{ place: placeOf(["status"]), rule: "front-matter-key", message }];
  }
  const message = `withdrawn: is for a withdrawn brief only, and the status of this one is ${status}. Write status: withdrawn, or take withdrawn: out.`;
  return [{ place: placeOf(["withdrawn"]), rule: "front-matter-value", message }];
}

function checkDays(
  { date, changes = [], withdrawn }: Parameters<typeof checkLife>[0]["data"],
  placeOf: (path: Path) => Place,
): Problem[] {
  if (date === undefined) return [];
  const days: { path: Path; day: string }[] = changes.map((change, index) => ({
    path: ["changes", index, "date"],
    day: change.date,
  }));
  if (withdrawn) days.push({ path: ["withdrawn", "date"], day: withdrawn.date });
  return days
    .filter(({ day }) => day < date)
    .map(({ path, day }) => {
      const message = `${pathName(path)}: ${day} is before the day of the brief itself, ${date}. Write a later day, or correct date:.`;
      return { place: placeOf(path), rule: "front-matter-value", message };
    });
}
