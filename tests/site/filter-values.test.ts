import { expect, test } from "vitest";

type Entries = readonly (readonly [value: string, count: number])[];
const { offered } = (await import(new URL("../../layouts/scripts/filter-values.js", import.meta.url).href)) as {
  offered: (entries: Entries, chosen: string | undefined, most: number) => { values: Entries; more: number };
};

const publishers: Entries = [
  ["Dawn", 2],
  ["UNHCR", 9],
  ["IOM", 1],
  ["BBC", 5],
];

test.each([
  ["all, where there is room", 4, undefined, "Dawn UNHCR IOM BBC", 0],
  ["the commonest, where there is none", 2, undefined, "UNHCR BBC", 2],
  ["what is chosen besides", 2, "IOM", "UNHCR BBC IOM", 1],
  ["what is chosen once", 2, "BBC", "UNHCR BBC", 2],
])("a filter of a search offers %s", (_, most, chosen, expected, more) => {
  const found = offered(publishers, chosen, most);
  expect(found.values.map(([value]) => value).join(" ")).toBe(expected);
  expect(found.more).toBe(more);
});
