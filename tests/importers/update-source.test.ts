import fc from "fast-check";
import { hash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { digestPlaceholder } from "../../lib/core/source/digest-placeholder.ts";
import { readPresentSource } from "../../lib/core/update/present-source.ts";
import type { ImportedBlock } from "../../lib/importers/imported-document.ts";
import { expectedText, makeSource } from "../../lib/importers/make-source.ts";
import { prepareDocument } from "../../lib/importers/prepare-document.ts";
import { updateSource, type SourceUpdate } from "../../lib/importers/update-source.ts";

const sha256 = (text: string) => hash("sha256", text);
const words: Readonly<Record<string, string>> = {
  a: "The survey was made in spring by the board of the harbour.",
  b: "A depth of nine metres is kept at even the lowest tide.",
  B: "A depth of eight metres is kept at even the lowest tide.",
  c: "Ships under every flag pass freely through all the year.",
  d: "Four cranes lift forty tonnes each on northern quays.",
  n: "Ferries alone use what was dredged *lately* for them.",
};

/** A document of the paragraphs that letters stand for. */
const documentOf = (letters: string, numbering?: "official" | "ours") =>
  prepareDocument(
    {
      metadata: {},
      blocks: Array.from(letters, (letter): ImportedBlock => ({ kind: "paragraph", text: words[letter] ?? letter })),
      dropped: [],
      doubts: [],
    },
    numbering,
  );

const head = `---
type: report
# What it is called.
title: 'Survey'
URL: https://a.example/s
grade: data
language: en
rights: excerpt
numbering: ours
original: { name: old.txt, sha256: ${"0a".repeat(32)} }
---
`;

const renewal = { original: { name: "new.txt", sha256: "1b".repeat(32) }, given: new Map<string, string>() };

function update(raw: string, letters: string, given: Readonly<Record<string, string>> = {}): SourceUpdate {
  const made = updateSource(
    "s",
    raw,
    documentOf(letters),
    { ...renewal, given: new Map(Object.entries(given)) },
    sha256,
  );
  if (made.kind === "refused") throw new Error(made.reasons.join("\n"));
  return made;
}

const bodyOf = (letters: string) => Array.from(letters, (letter) => `${words[letter] ?? ""}\n`).join("\n");
const renewedHead = head.replace("old.txt", "new.txt").replace("0a".repeat(32), "1b".repeat(32));

test("the newer text stands in place of the old one, and the front matter but for the original as it was", () => {
  const { text, fates } = update(`${head}\n${bodyOf("abc")}`, "aBdc");
  expect(text).toBe(`${renewedHead}\n${bodyOf("aBdc")}`);
  expect(fates.map(({ kind }) => kind)).toEqual(["unchanged", "edited", "new", "moved"]);
});

test("keys that somebody gives are renewed in their places", () => {
  const { text } = update(`${head}\n${bodyOf("ab")}`, "ab", { title: "Survey II", accessed: "2026-03-05" });
  expect(text).toContain(
    `# What it is called.\ntitle: "Survey II"\nURL: https://a.example/s\naccessed: 2026-03-05\ngrade: data\n`,
  );
});

test("the same text leaves every character of the body, its emphasis and links too", () => {
  const raw = `${head}\n\n${bodyOf("ab").replace("nine", "*nine*")}\n\n`;
  const { text, isSameText } = update(raw, "ab");
  expect(isSameText).toBe(true);
  expect(text).toBe(raw.replace(head, () => renewedHead));
});

test("emphasis that goes with a newer text is named", () => {
  expect(update(`${head}\n${bodyOf("ab").replace("nine", "*nine*")}`, "nab").plainer).toEqual(["3"]);
});

test("line ends and the byte order mark stay what they are", () => {
  const raw = `\uFEFF${`${head}\n${bodyOf("ab")}`.replace(/\n/g, "\r\n")}`;
  expect(update(raw, "abc").text).toBe(`\uFEFF${`${renewedHead}\n${bodyOf("abc")}`.replace(/\n/g, "\r\n")}`);
});

describe("a label that was written by hand", () => {
  const raw = `${head}\n${words.a ?? ""} {#intro}\n\n${words.b ?? ""}\n\n${words.c ?? ""} {#3}\n`;
  test("stays with its paragraph, and one that would have its number is called after the one above", () => {
    expect(update(raw, "nabdc").source.paragraphs.map(({ label }) => label)).toEqual(
      ["1", "intro", "2_1", "4", "3"].with(2, "intro_1"),
    );
  });
  test("goes with its paragraph", () => {
    expect(update(raw, "bc").source.paragraphs.map(({ label }) => label)).toEqual(["1", "3"]);
  });
});

describe("remarks on paragraphs", () => {
  const remarks = `paragraphs:\n  # of the depth\n  "2": { notice: At low tide. }\n  "3": { uses: [context] }\n`;
  const raw = `${head.replace(/---\n$/, `${remarks}---\n`)}\n${bodyOf("abc")}`;
  test("follow their paragraphs", () => {
    const { text, remarks: carried } = update(raw, "nabc");
    expect(text).toContain(remarks.replace('"2"', '"3"').replace('"3": { uses', '"4": { uses'));
    expect([carried.lost, carried.doubtful]).toEqual([[], []]);
  });
  test("stay with a paragraph in other words, which is said", () => {
    expect(update(raw, "aBc").remarks.doubtful).toEqual(["2"]);
  });
  test("go with a paragraph that goes, which is said with what they said", () => {
    const { text, lost } = update(raw, "ac");
    expect(lost).toEqual([{ label: "2", words: "At low tide." }]);
    expect(text).not.toContain("low tide.");
    expect(text).toContain('"2": { uses: [context] }');
  });
});

test.each([
  [
    "front matter in braces",
    `---\n{ type: report, title: S, grade: data, language: en, rights: excerpt, numbering: ours }\n---\n\nA.\n`,
    /stands in braces/,
  ],
  [
    "a source with a problem of its own",
    `${head.replace("data", "dta")}\n${bodyOf("a")}`,
    /^sources\/s\.md:6:8 {2}front-matter-value/,
  ],
  ["a digest without fingerprints", `${head.replace("excerpt", "digest")}\n${bodyOf("a")}`, /Change it by hand/],
])("%s is refused", (_, raw, reason) => {
  const made = updateSource("s", raw, documentOf("ab"), renewal, sha256);
  expect(made).toEqual({ kind: "refused", reasons: [expect.stringMatching(reason)] });
});

describe("a digest", () => {
  const made = makeSource(
    { id: "s", metadata: {}, numbering: "ours", blocks: documentOf("abcd").blocks, original: renewal.original },
    { title: "S", type: "report", language: "en", grade: "data", rights: "digest" },
    sha256,
  );
  if (made.kind === "refused") throw new Error(made.reasons.join("\n"));
  let written = 0;
  const raw = made.text
    .replaceAll(digestPlaceholder, () => `In *our* words: ${++written}.`)
    .replace("In *our* words: 2.", "## Depth\n\nIn *our* words: 2.");

  test("keeps our words where the original says the same, and has places for the rest", () => {
    const { text, toWrite, fates } = update(raw, "abndc");
    expect(text.slice(text.lastIndexOf("---"))).toBe(
      `---\n\nIn *our* words: 1. {#1}\n\n## Depth\n\nIn *our* words: 2. {#2}\n\n${digestPlaceholder} {#3}\n\nIn *our* words: 4. {#4}\n\nIn *our* words: 3. {#5}\n`,
    );
    expect(toWrite).toEqual(["3"]);
    expect(fates.map(({ kind }) => kind)).toEqual(["unchanged", "unchanged", "new", "unchanged", "moved"]);
  });
  test("holds none of the original's words, and all of its fingerprints", () => {
    const { text, source } = update(raw, "aBn");
    for (const letter of "aBn") expect(text).not.toContain((words[letter] ?? "").slice(0, 20));
    expect(Object.keys(source.meta.paragraphs ?? {})).toEqual(["1", "2", "3"]);
  });
  test("of the same original stays as it is to the letter", () => {
    expect(update(raw, "abcd")).toMatchObject({ isSameText: true, text: raw });
  });
});

const letters = fc.string({ unit: fc.constantFrom(...Object.keys(words)), minLength: 1, maxLength: 10 });

test("whatever is updated: each paragraph is exactly the imported one, and no remark is lost silently", () => {
  fc.assert(
    fc.property(letters, letters, fc.nat(9), fc.boolean(), (before, after, at, isPinned) => {
      const label = String((at % before.length) + 1);
      const body = isPinned ? bodyOf(before).replace(/\n$/, ` {#${before.length}}\n`) : bodyOf(before);
      const raw = `${head.replace(/---\n$/, `paragraphs: { "${label}": { notice: Mind this. } }\n---\n`)}\n${body}`;
      const { text, source, lost, fates, remarks } = update(raw, after);
      const { problems } = readPresentSource("s", text);
      expect(problems).toEqual([]);
      expect(source.paragraphs.map((paragraph) => paragraph.text)).toEqual(
        documentOf(after).blocks.map((block) => expectedText(block)),
      );
      const noticed = source.paragraphs.filter(({ notice }) => notice === "Mind this.");
      expect(noticed.length + lost.length).toBe(1);
      expect(noticed.map((paragraph) => paragraph.label)).toEqual([...remarks.labels.values()]);
      const count = (kind: string) => fates.filter((fate) => fate.kind === kind).length;
      expect(count("unchanged") + count("moved") + count("edited") + count("new")).toBe(after.length);
      expect(count("unchanged") + count("moved") + count("edited") + count("gone")).toBe(before.length);
    }),
  );
});
