import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applySplices, FrontMatterEditor } from "../../../lib/core/front-matter/edit.ts";
import { readYaml } from "../../../lib/core/front-matter/yaml.ts";

const front = `type: report
# What it is called.
title: "Survey of the harbour"
URL: https://a.example/survey
paragraphs:
  # the lamp
  "5": { notice: Old lamp. }
  "7":
    notice: Damp cellar.
    uses: [opinion]
original:
  # as it came
  name: survey.txt
  sha256: "00"
note: 'As printed.'
`;

function edited(yaml: string, change: (editor: FrontMatterEditor) => void): string {
  const editor = new FrontMatterEditor(yaml);
  change(editor);
  return applySplices(yaml, editor.splices);
}

describe("a key is changed where it stands, and nothing else:", () => {
  test.each<[string, (editor: FrontMatterEditor) => void, string, string]>([
    [
      "a value in its quotation marks",
      (e) => {
        e.set("title", "Survey II");
      },
      '"Survey of the harbour"',
      '"Survey II"',
    ],
    [
      "a value without any",
      (e) => {
        e.set("URL", "https://a.example/2");
      },
      "https://a.example/survey",
      '"https://a.example/2"',
    ],
    [
      "a value that stays",
      (e) => {
        e.set("note", "As printed.");
      },
      "",
      "",
    ],
    [
      "a key that is new, behind another",
      (e) => {
        e.set("accessed", "2026-03-05", "URL");
      },
      "/survey\n",
      "/survey\naccessed: 2026-03-05\n",
    ],
    [
      "a key that is new, last",
      (e) => {
        e.set("issued", "2026");
      },
      "printed.'\n",
      'printed.\'\nissued: "2026"\n',
    ],
    [
      "values under a key, and their comments stay",
      (e) => {
        e.setAll("original", { name: "b, c.txt", sha256: "11" });
      },
      'survey.txt\n  sha256: "00"',
      '"b, c.txt"\n  sha256: "11"',
    ],
    [
      "a name under a key",
      (e) => {
        e.rename("paragraphs", (name) => (name === "5" ? "6" : name));
      },
      '"5":',
      '"6":',
    ],
    [
      "an entry that goes",
      (e) => {
        e.rename("paragraphs", (name) => (name === "7" ? undefined : name));
      },
      '  "7":\n    notice: Damp cellar.\n    uses: [opinion]\n',
      "",
    ],
    [
      "all entries, and their key with them",
      (e) => {
        e.rename("paragraphs", () => undefined);
      },
      'paragraphs:\n  # the lamp\n  "5": { notice: Old lamp. }\n  "7":\n    notice: Damp cellar.\n    uses: [opinion]\n',
      "",
    ],
  ])("%s", (_, change, from, to) => {
    expect(front).toContain(from);
    expect(edited(front, change)).toBe(front.replace(from, () => to));
  });
});

test("values that are not there yet are put in as a whole", () => {
  expect(
    edited("title: a", (editor) => {
      editor.setAll("original", { name: "b.txt", sha256: "11" });
    }),
  ).toBe('title: a\noriginal:\n  name: b.txt\n  sha256: "11"\n');
});

test("two remarks change places", () => {
  const swapped = edited(front, (editor) => {
    editor.rename("paragraphs", (name) => (name === "5" ? "7" : "5"));
  });
  expect(readYaml(swapped).data.paragraphs).toEqual({
    "7": { notice: "Old lamp." },
    "5": { notice: "Damp cellar.", uses: ["opinion"] },
  });
});

test("front matter in braces is not edited key by key", () => {
  expect(new FrontMatterEditor("{ title: a }").isEditable).toBe(false);
  expect(new FrontMatterEditor(front).isEditable).toBe(true);
});

test("whatever text is put in is read back as that text, and the rest as before", () => {
  // What no front matter may hold is refused when it is read.
  const line = fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 20 }).map((text) => text.trim());
  fc.assert(
    fc.property(
      line.filter((text) => text !== ""),
      fc.constantFrom("title", "URL", "note", "issued"),
      (value, key) => {
        const before = readYaml(front).data;
        const { data, faults } = readYaml(
          edited(front, (editor) => {
            editor.set(key, value);
          }),
        );
        expect(faults).toEqual([]);
        expect({ ...data }).toEqual({ ...before, [key]: value });
      },
    ),
  );
});
