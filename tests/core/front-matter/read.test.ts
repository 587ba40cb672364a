import { describe, expect, test } from "vitest";
import { briefSchema } from "../../../lib/core/brief/brief-schema.ts";
import { readFrontMatter } from "../../../lib/core/front-matter/read.ts";
import { FileText } from "../../../lib/core/text/file-text.ts";
import { placesOf } from "../support/documents.ts";

const keys = {
  title: "title: T",
  summary: "summary: S",
  authors: "authors: [{ literal: UNHCR }]",
  date: "date: 2026-03-05",
  status: "status: draft",
};

/** Front matter of a brief with some of its lines replaced, added, or (empty) taken out. */
function read(lines: Record<string, string>, newline = "\n") {
  const text = ["---", ...Object.values({ ...keys, ...lines }).filter((line) => line !== ""), "---", "Body"];
  return readFrontMatter(new FileText("a.md", text.join(newline)), briefSchema);
}

test("front matter without a fault gives its data and its body", () => {
  const { data, body, problems } = read({ topics: "topics: [law, refugees]" });
  expect(problems).toEqual([]);
  expect(body).toBe("Body");
  expect(data).toMatchObject({ title: "T", date: "2026-03-05", topics: ["law", "refugees"], changes: [] });
});

describe("each fault has its place and says what to write", () => {
  test.each([
    ["a key is missing", { title: "" }, "2:1 front-matter-key", "title is missing. Add title:"],
    ["a key is misspelt", { sumary: "sumary: x" }, "7:1 front-matter-key", 'no key "sumary". Write summary: …'],
    ["a key is unknown", { frob: "frobnicate: x" }, "7:1 front-matter-key", 'no key "frobnicate". Take it out.'],
    ["a value is empty", { title: "title:" }, "2:7 front-matter-value", "title: is empty."],
    ["a value is blank", { title: 'title: "  "' }, "2:8 front-matter-value", "title: is empty."],
    ["a day does not exist", { date: "date: 2026-02-30" }, "5:7 front-matter-value", '"2026-02-30" is not a day'],
    ["a choice is misspelt", { status: "status: pubished" }, "6:9 front-matter-value", "Write published."],
    ["a choice is unknown", { status: "status: x" }, "6:9 front-matter-value", "draft, published, withdrawn"],
    ["a list is no list", { topics: "topics: law" }, "7:9 front-matter-value", "topics: Write a list"],
    ["an item is no slug", { topics: "topics: [law, Not OK]" }, "7:15 front-matter-value", "The second topic: "],
    ["an item is words", { topics: "topics: [Foreign Policy]" }, "7:10 front-matter-value", "Write foreign-policy."],
    ["a day is in words", { date: "date: 5 March 2026" }, "5:7 front-matter-value", "Write 2026-03-05."],
    [
      "a name is written as it is spoken",
      { authors: "authors: [Amina Shah]" },
      "4:11 front-matter-value",
      "The first author: Write { given: Amina, family: Shah }.",
    ],
    [
      "an answer to a warning is mere text",
      { answers: "answers: [we counted them]" },
      "7:11 front-matter-value",
      "The first answer: Write { rule: figures-cited, ",
    ],
    [
      "a change is mere text",
      { changes: "changes: [typo]" },
      "7:11 front-matter-value",
      "The first change: Write { date: ",
    ],
    [
      "a key of a name is misspelt",
      { authors: "authors: [{ literal: A, givn: x }]" },
      "4:25 front-matter-key",
      'no key "givn" in the first author. Write given.',
    ],
    ["a value holds a colon", { title: "title: A: b" }, "2:8 front-matter-yaml", 'title: "A: b".'],
    ["a value loses its end", { title: "title: A #3" }, "2:10 front-matter-yaml", "From # on"],
    ["a key is very long", { x: `${"k".repeat(500)}: x` }, "7:1 front-matter-key", `"${"k".repeat(80)}…"`],
    ["the list of authors is empty", { authors: "authors: []" }, "4:10 front-matter-value", "at least one author"],
    ["a name is a text", { authors: "authors: [Shah]" }, "4:11 front-matter-value", "Write { family: …, given: … }"],
    ["a name has neither form", { authors: "authors: [{ given: A }]" }, "4:11 front-matter-value", "either"],
    [
      "a name has a key of its own",
      { authors: "authors: [{ literal: A, role: x }]" },
      "4:25 front-matter-key",
      'no key "role" in the first author. Take it out.',
    ],
    ["a language is a word", { language: "language: urdu" }, "7:11 front-matter-value", "not a language tag"],
  ])("%s", (_, lines, place, message) => {
    const { problems } = read(lines);
    expect(placesOf(problems)).toEqual([place]);
    expect(problems[0]?.message).toContain(message);
  });

  test("places are the same under Windows line endings", () => {
    expect(placesOf(read({ status: "status: x" }, "\r\n").problems)).toEqual(["6:9 front-matter-value"]);
  });
});

test("every fault is reported, and what is right is kept", () => {
  const { data, problems } = read({ title: "", date: "date: soon", topics: "topics: [law]", x: "xylophone: 1" });
  expect(placesOf(problems).sort()).toEqual(["2:1 front-matter-key", "4:7 front-matter-value", "7:1 front-matter-key"]);
  expect(data).toMatchObject({ summary: "S", topics: ["law"], status: "draft" });
  expect(data).not.toHaveProperty("title");
  expect(data).not.toHaveProperty("date");
});

test("where front matter is missing altogether, its keys are not each reported too", () => {
  const { problems } = readFrontMatter(new FileText("a.md", "Body"), briefSchema);
  expect(placesOf(problems)).toEqual(["1:1 front-matter-present"]);
});

test("of front matter without a key, every key that is needed is missing", () => {
  const { problems } = readFrontMatter(new FileText("a.md", "---\n---\n"), briefSchema);
  expect(problems.filter(({ rule }) => rule === "front-matter-key")).toHaveLength(5);
});

test("where the YAML is broken, keys that come after the break are not reported as missing", () => {
  const { problems } = readFrontMatter(new FileText("a.md", "---\ntitle: [T\n---\n"), briefSchema);
  expect(new Set(problems.map(({ rule }) => rule))).toEqual(new Set(["front-matter-yaml"]));
});

test("names that JavaScript objects have are unknown keys like any other", () => {
  expect(placesOf(read({ x: "toString: x" }).problems)).toEqual(["7:1 front-matter-key"]);
});
