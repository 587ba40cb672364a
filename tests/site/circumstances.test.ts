import { expect, test } from "vitest";
import { circumstancesOf } from "../../lib/site/circumstances.ts";

test.each([
  ["true", true],
  ["1", true],
  ["woodpecker", true],
  ["", false],
  ["false", false],
  ["False", false],
  ["0", false],
  [undefined, false],
])("CI=%s means frozen: %s", (CI, frozen) => {
  expect(circumstancesOf(CI === undefined ? {} : { CI }).frozen).toBe(frozen);
});

test("the day is that of SOURCE_DATE_EPOCH, in UTC", () => {
  expect(circumstancesOf({ SOURCE_DATE_EPOCH: "1772668799" }).today).toBe("2026-03-04");
});

test.each(["", "tomorrow", "-1", "99999999999999999"])("SOURCE_DATE_EPOCH=%s leaves it today", (text) => {
  expect(circumstancesOf({ SOURCE_DATE_EPOCH: text }).today).toBe(new Date().toISOString().slice(0, 10));
});
