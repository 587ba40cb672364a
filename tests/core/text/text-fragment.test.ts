import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textFragment } from "../../../lib/core/text/text-fragment.ts";

/** The words that a browser would look for. */
function named(fragment: string): string[] {
  return fragment
    .replace(/^:~:text=/, "")
    .split(",")
    .map(decodeURIComponent);
}

describe("the words by which a browser finds a passage", () => {
  test.each([
    ["a short text is named in full", "Everyone has the right to life.", ["Everyone has the right to life"]],
    [
      "a longer one by its first words and its last",
      "Everyone has the right to seek and to enjoy in other countries asylum from persecution.",
      ["Everyone has the right", "countries asylum from persecution"],
    ],
    ["signs at its ends are left out", "“No one — ever!”", ["No one — ever"]],
    [
      "lines make no difference",
      "One two\nthree four five six\nseven eight nine ten",
      ["One two three four", "seven eight nine ten"],
    ],
    ["words need no spaces", "人人有权在其他国家寻求和享受庇护以避免迫害。人人有资格充分实现其权利和自由。", 2],
    ["nothing is named where there are no words", "* * *", [""]],
  ])("%s", (_, text, expected) => {
    const words = named(textFragment(text));
    if (typeof expected === "number") expect(words).toHaveLength(expected);
    else expect(words).toEqual(expected);
  });

  test("signs with a meaning in such addresses are spelled out", () => {
    expect(textFragment("law-abiding, free & equal")).toBe(":~:text=law%2Dabiding%2C%20free%20%26%20equal");
  });

  test("whatever the text, each piece stands in it, and no sign with a meaning is left", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
        const fragment = textFragment(text);
        if (fragment === "") return;
        expect(fragment).toMatch(/^:~:text=[^-,&#\s]+(?:,[^-,&#\s]+)?$/);
        const flat = text.replace(/\p{Cs}/gu, "\uFFFD").replace(/\s+/g, " ");
        for (const piece of named(fragment)) expect(flat).toContain(piece);
      }),
    );
  });
});
