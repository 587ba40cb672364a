/** How a place that an author has still to fill begins, by language. A published brief has none. */
export const placeholderOpenings: ReadonlyMap<string, string> = new Map([
  ["en", "(To be written:"],
  ["ur", "(ابھی لکھنا ہے:"],
]);

/** Any of the openings, also where an editor has broken a line in it. */
export function placeholderPattern(): RegExp {
  const openings = Array.from(placeholderOpenings.values(), (text) =>
    text.replace(/[()]/g, "\\$&").replaceAll(" ", "\\s+"),
  );
  return new RegExp(openings.join("|"), "gu");
}
