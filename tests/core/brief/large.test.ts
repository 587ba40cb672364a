import { expect, test } from "vitest";
import { briefView } from "../../../lib/core/view/brief-view.ts";
import { catalogOf, sourceOfWords } from "../support/catalogs.ts";
import { briefFrom } from "../support/documents.ts";

const many = 140_000;

test.each([
  ["citations that hold", "report", 0],
  ["citations that do not", "nobody", many],
])("a brief may make any number of %s", (_, source, expected) => {
  const { brief } = briefFrom(`One left.{% cite "${source}", 1 %}\n`.repeat(many));
  const report = sourceOfWords("One");
  const catalog = catalogOf([report], [brief]);
  expect(catalog.problems).toHaveLength(expected);
  expect(briefView(catalog, brief).citations).toBe(many - expected);
});
