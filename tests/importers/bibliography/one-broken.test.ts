import { describe, expect, test } from "vitest";
import { read } from "./read.ts";

const broken = 23;
const keys = Array.from({ length: 50 }, (_, index) => `work${index + 1}`);
const others = keys.filter((key) => key !== `work${broken}`);

const whole = (key: string) => `@techreport{${key},
  author = {Shah, Amina and {UNHCR}},
  title = {The {Work} called ${key}},
  year = 2024,
  url = "https://example.org/${key}"
}
`;

/** Fifty entries, of which one is written otherwise. @returns the file and the line on which that one begins. */
function library(instead: (entry: string) => string): { text: string; line: number } {
  const entries = keys.map((key) => (key === `work${broken}` ? instead(whole(key)) : whole(key)));
  return { text: `% Fifty works\n\n${entries.join("\n")}`, line: 3 + (broken - 1) * 7 };
}

describe("a .bib of fifty with one broken entry offers forty-nine and says where the fault is:", () => {
  test.each<[string, (entry: string) => string, number, number, string]>([
    ["the last brace is missing", (one) => one.replace(/\}\n$/, "\n"), 0, 12, "The entry is never closed"],
    ["a brace inside is missing", (one) => one.replace("work23},\n  year", "work23,\n  year"), 2, 11, "value of title is never closed"],
    ["two braces are missing", (one) => one.replace("{Work} called work23}", "{Work called work23"), 2, 11, "value of title is never closed"],
    ["a brace too many closes it early", (one) => one.replace("work23},\n  year", "work23}},\n  year"), 2, 38, 'closes "work23" too early'],
    ["a comma is missing", (one) => one.replace("2024,", "2024"), 4, 3, "A comma is missing behind the value of year."],
    ["the comma behind the key is missing", (one) => one.replace("work23,", "work23"), 1, 3, 'Behind the key "work23" a comma is missing'],
    ["a quotation mark is never closed", (one) => one.replace('work23"', "work23"), 4, 9, "quotation mark that opens the value of url"],
    ["a quotation mark is closed by the next", (one) => one.replace("{Shah, Amina and {UNHCR}}", '"Shah').replace("{The {Work} called work23}", '"T"'), 2, 12, "quotation mark of author is not closed"],
    ["it has no key", (one) => one.replace("work23,\n", "\n"), 1, 3, "The entry has no key."],
    ["its key is empty", (one) => one.replace("work23,", ","), 0, 13, "The entry has no key."],
    ["its key has a space", (one) => one.replace("{work23,", "{work 23,"), 0, 18, "a key has no spaces"],
    ["text strays between its fields", (one) => one.replace("2024,", "2024 and later,"), 3, 15, "Behind the value of year there is text."],
    ["text stands for a field", (one) => one.replace("  year = 2024,", "  in the year 2024,"), 3, 3, '"in" is no field.'],
    ["a value is missing", (one) => one.replace("2024,", ","), 3, 10, "year has no value."],
    ["its @ is missing", (one) => one.replace("@", ""), 0, 1, "Put an @ before it."],
    ["its key is another's", (one) => one.replace("{work23,", "{work7,"), 0, 1, 'The key "work7" is given twice, on lines 45 and 157.'],
  ])("%s", async (_, instead, below, column, message) => {
    const { text, line } = library(instead);
    for (const ending of ["\n", "\r\n"]) {
      const { entries, problems } = await read(text.replaceAll("\n", ending));
      expect(problems).toEqual([expect.objectContaining({ line: line + below, column })]);
      expect(problems[0]?.message).toContain(message);
      expect(entries.map(({ key }) => key)).toEqual(others);
      expect(entries.at(-1)).toMatchObject({
        line: text.split("\n").findIndex((one) => one.includes("{work50,")) + 1,
        metadata: { title: "The Work called work50", author: [{ family: "Shah", given: "Amina" }, { literal: "UNHCR" }] },
      });
    }
  }); // prettier-ignore

  test("nothing is wrong with it whole", async () => {
    const { entries, problems } = await read(library((one) => one).text);
    expect(problems).toEqual([]);
    expect(entries).toHaveLength(50);
  });
});

test("RIS: a record without its end is lost, and those around it are not", async () => {
  const record = (title: string) => `TY  - RPRT\nAU  - Shah, Amina\nTI  - ${title}\nPY  - 2024\nER  - \n\n`;
  const lost = record("Two").replace("ER  - \n", "");
  const { format, entries, problems } = await read(record("One") + lost + record("Three") + lost, "a.ris");
  expect(format).toBe("RIS");
  expect(entries.map(({ key, metadata }) => [key, metadata.title])).toEqual([
    ["shah2024", "One"],
    ["shah2024-2", "Three"],
  ]);
  expect(problems).toEqual([
    { line: 7, column: 1, message: 'The record "Two" has no end. Write ER  - on a line behind it.' },
    { line: 18, column: 1, message: 'The record "Two" has no end. Write ER  - on a line behind it.' },
  ]);
});

describe("CSL-JSON: one wrong item is one problem", () => {
  const item = (id: string) => `  {\n    "id": "${id}", "type": "report",\n    "title": "The work ${id}"\n  }`;
  test.each<[string, string, string]>([
    ["a number", "  7", "The item is no object."],
    ["a title that is no text", item("b").replace('"The work b"', "[1]"), "title is no text."],
    ["nothing that describes a work", '  { "id": "b" }', "describes no work"],
    ["a quotation mark that is missing", item("b").replace("work b\"", "work b"), "The item is not JSON"],
    ["a brace that is missing", item("b").replace(/\n {2}\}$/, ""), "The item is not JSON"],
    ["a comma that is missing", item("b").replace('"report",', '"report"'), "The item is not JSON"],
  ])("%s", async (_, wrong, message) => {
    for (const [before, after] of [["[", "]"], ['{ "items": [', "] }"], ['{ "x": ["items"], "references": [', "] }"]] as const) {
      const { entries, problems } = await read(`${before}\n${item("a")},\n${wrong},\n${item("c")}\n${after}\n`, "a.json");
      expect(entries.map(({ key, line }) => [key, line])).toEqual([["a", 2], ["c", 7 + wrong.split("\n").length - 1]]);
      expect(problems).toEqual([expect.objectContaining({ line: 6, column: 3 })]);
      expect(problems[0]?.message).toContain(message);
    }
  }); // prettier-ignore

  test("one item alone is one entry", async () => {
    expect((await read(item("a"), "a.json")).entries).toMatchObject([{ key: "a", line: 1 }]);
  });
});

test.each([
  ["nothing of the kind", "Dear library,\n\nsee below.\n", "notes.txt", "is no bibliography"],
  ["a list with nothing in it", "[]", "a.json", "without a single entry"],
  ["labelled paragraphs", '{ "paragraphs": [{ "text": "x" }] }', "a.json", "describes no work"],
])("%s is no bibliography", async (_, content, name, reason) => {
  const said = await read(content, name).then(
    ({ entries, problems }) => `${entries.length} entries: ${problems[0]?.message ?? ""}`,
    String,
  );
  expect(said).toContain(reason);
});

test("the format is told by the content, whatever the name says, and the encoding is said", async () => {
  const bib = "@book{m, author = {Müller, Jörg}, title = {Über Grüße und Straßen}, year = 1999}\n";
  expect(await read(bib, "a.json")).toMatchObject({ format: "BibTeX", encoding: { name: "utf-8", certain: true } });
  const { encoding, entries } = await read(Buffer.from(bib.repeat(1), "latin1"), "a.bib");
  expect(encoding).toEqual({ name: "windows-1252", certain: false });
  expect(entries[0]?.metadata.title).toBe("Über Grüße und Straßen");
});
