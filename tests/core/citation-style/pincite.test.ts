import { expect, test } from "vitest";
import { pincite } from "../../../lib/core/citation-style/pincite.ts";
import { textOf } from "../../../lib/core/citation-style/run.ts";
import { wordingFor } from "../../../lib/core/citation-style/wording.ts";

test.each([
  ["an author that is the publisher", "United Nations", "United Nations", "Report, United Nations"],
  [
    "an author that begins with the publisher",
    "United Nations, Geneva",
    "United Nations",
    "Report, United Nations, Geneva",
  ],
  [
    "another author",
    "United Nations University",
    "United Nations",
    "Report, United Nations University, United Nations",
  ],
])("as a whole a work names once who made it: %s", (_, literal, publisher, expected) => {
  const item = { id: "report", type: "report", title: "Report", author: [{ literal }], publisher } as const;
  const { whole } = pincite(item, { words: wordingFor("en"), letter: "", isOneOfSeveral: false });
  expect(textOf(whole)).toBe(expected);
});
