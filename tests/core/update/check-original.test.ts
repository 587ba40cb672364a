import { hash } from "node:crypto";
import { expect, test } from "vitest";
import { fingerprint, fingerprintParagraphs } from "../../../lib/core/anchoring/fingerprint.ts";
import { ordinalLabel } from "../../../lib/core/label.ts";
import { checkOriginal, shareInOriginal } from "../../../lib/core/update/check-original.ts";
import { sourceFrom } from "../support/documents.ts";

const words: Readonly<Record<string, string>> = {
  a: "The survey was made in spring by the board of the harbour.",
  b: "A depth of nine metres is kept at even the lowest tide.",
  B: "A depth of eight metres is kept at even the lowest tide.",
  c: "Ships under every flag pass freely through all the year.",
  n: "Ferries alone use what was dredged lately for them.",
};
const sha256 = (text: string) => hash("sha256", text);
const paragraphsOf = (letters: string) =>
  fingerprintParagraphs(
    Array.from(letters, (letter, place) => ({ label: ordinalLabel(place + 1), text: words[letter] ?? "" })),
    sha256,
  );

/** What is said of a source with the paragraphs of `has`, held against an original with those of `original`. */
function said(rights: string, has: string, original: string): string[] {
  const isDigest = rights === "digest";
  const paragraphs = Object.fromEntries(
    Array.from(has, (letter, place) => [String(place + 1), { original: fingerprint(words[letter] ?? "", sha256) }]),
  );
  const body = Array.from(has, (letter, place) => (isDigest ? `Ours ${place + 1}.` : words[letter]));
  const { source } = sourceFrom(body.join("\n\n"), {
    rights,
    ...(rights === "full-text" && { license: "CC0-1.0" }),
    ...(isDigest && { paragraphs: JSON.stringify(paragraphs) }),
  });
  const own = fingerprintParagraphs(source.paragraphs, sha256);
  const { aligned, problems } = checkOriginal(source, own, paragraphsOf(original), 1000);
  return [`${aligned} aligned`, ...problems.map(({ message }) => message)];
}

test.each<[string, string, string, string[]]>([
  ["digest", "abc", "abc", ["3 aligned"]],
  [
    "digest",
    "abc",
    "anbc",
    [
      "1 aligned",
      "¶2 of the original is missing after ¶1.",
      "¶2 stands for ¶3 of the original. Label it {#3}.",
      "¶3 stands for ¶4 of the original. Label it {#4}.",
    ],
  ],
  [
    "digest",
    "abc",
    "aBc",
    [
      "2 aligned",
      "¶2 was written for other words than ¶2 of the original has. Read that again, and change what has to be changed.",
    ],
  ],
  [
    "digest",
    "abc",
    "ab",
    ["2 aligned", "¶3 is not in the original. Take it out, or look whether this is the right file."],
  ],
  ["full-text", "abc", "abc", ["3 aligned"]],
  [
    "full-text",
    "abc",
    "aBc",
    [
      "2 aligned",
      '¶2 has other words than the original: here "A depth of nine metres is kept at even the lowest tide.", there "A depth of eight metres is kept at even the lowest tide.".',
    ],
  ],
  [
    "full-text",
    "ac",
    "abc",
    ["1 aligned", "¶2 of the original is missing after ¶1.", "¶2 is ¶3 of the original. Label it {#3}."],
  ],
  ["excerpt", "bc", "abc", ["2 aligned"]],
  [
    "excerpt",
    "bn",
    "abc",
    ["1 aligned", "¶2 is not in the original. Take it out, or look whether this is the right file."],
  ],
])("a %s with %s, of an original with %s", (rights, has, original, expected) => {
  expect(said(rights, has, original)).toEqual(expected);
});

test("of a digest's original no word is repeated", () => {
  expect(said("digest", "abc", "nBca").join(" ")).not.toMatch(/Ferries|metres|Ships|survey/);
});

test("a source is known by the share of its paragraphs that an original has", () => {
  const { source } = sourceFrom(`${words.a ?? ""}\n\n${words.b ?? ""}`);
  expect(shareInOriginal(source, fingerprintParagraphs(source.paragraphs, sha256), paragraphsOf("ca"))).toBe(0.5);
});
