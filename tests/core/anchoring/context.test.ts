import { expect, test } from "vitest";
import { isShort } from "../../../lib/core/anchoring/context.ts";

test.each([
  ["40 characters and 6 words", "Aaaaaaa aaaaaaa aaaaaaa aaaaaa aaaaa aaa", false],
  ["39 characters and 6 words", "Aaaaaaa aaaaaaa aaaaaaa aaaaaa aaaaa aa", true],
  ["40 characters and 5 words", "Aaaaaaaaaa aaaaaaaaa aaaaaaaa aaaaaaaa a", true],
  [
    "more characters and 5 words",
    "Extraordinarily uncharacteristic misunderstandings notwithstanding circumstances",
    true,
  ],
  ["40 Chinese characters", "人".repeat(40), false],
  ["39 Chinese characters", "人".repeat(39), true],
  ["39 characters outside the BMP, which are 78 code units", "𐤀".repeat(39), true],
  ["nothing", "", true],
])("a paragraph of %s", (_, text, short) => {
  expect(isShort(text)).toBe(short);
});
