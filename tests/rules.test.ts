import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ruleNames } from "../lib/core/rules.ts";

test("each rule that a problem can name has a heading in docs/rules.md, and no other", () => {
  const text = readFileSync(new URL("../docs/rules.md", import.meta.url), "utf8");
  const headings = [...text.matchAll(/^### (.+)$/gm)].map((match) => match[1]);
  expect(headings.toSorted()).toEqual([...ruleNames].toSorted());
});
