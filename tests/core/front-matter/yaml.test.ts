import { afterEach, describe, expect, test } from "vitest";
import { readYaml } from "../../../lib/core/front-matter/yaml.ts";

function data(text: string): unknown {
  return JSON.parse(JSON.stringify(readYaml(text).data));
}

/** Each fault as the text that begins where it points. */
function faultsAt(text: string): string[] {
  return readYaml(text).faults.map(({ offset }) => text.slice(offset, offset + 6));
}

describe("every scalar is text", () => {
  test.each([
    ["a time of day", "12:30"],
    ["a number with a leading zero", "010"],
    ["a hexadecimal number", "0x1F"],
    ["a decimal with a trailing zero", "1.10"],
    ["a word that YAML 1.1 reads as false", "no"],
    ["true", "true"],
    ["null", "null"],
    ["a tilde", "~"],
    ["a date", "2026-03-05"],
    ["not a number", ".nan"],
  ])("%s", (_, value) => {
    const reading = readYaml(`a: ${value}\nb: [${value}]`);
    expect(reading.faults).toEqual([]);
    expect(JSON.parse(JSON.stringify(reading.data))).toEqual({ a: value, b: [value] });
  });
});

describe("lists, mappings and quoted text", () => {
  test.each([
    ["flow", "a: [x, { b: y }]", { a: ["x", { b: "y" }] }],
    ["block", "a:\n  - x\n  - b: y", { a: ["x", { b: "y" }] }],
    ["quoted", `a: "x: #1"\nb: 'it''s'`, { a: "x: #1", b: "it's" }],
    ["a value that is missing is empty", "a:\nb: x", { a: "", b: "x" }],
    ["a comment", "a: x  # why\n# more\n  # and more", { a: "x" }],
    ["nothing", "", {}],
    ["a merge key merges nothing", "<<: { a: x }", { "<<": { a: "x" } }],
  ])("%s", (_, text, expected) => {
    expect(data(text)).toEqual(expected);
    expect(readYaml(text).faults).toEqual([]);
  });
});

describe("what is refused, and where", () => {
  test.each([
    ["an anchor", "a: &x text", ["text"]],
    ["an alias", "a: x\nb: *y", ["*y"]],
    ["an anchor on a list", "a: &x [b]", ["[b]"]],
    ["a tag", "a: !!int 5", ["!!int "]],
    ["a tag that would make an object", "a: !!js/function x", ["!!js/f"]],
    ["a key given twice", "a: 1\na: 2", ["a: 2"]],
    ["a comment close behind a value", "a: Deal #3 was not signed, see #4", ["#3 was"]],
    ["a comment in place of a value", "a: #3 was signed", ["#3 was"]],
    ["a comment behind a quoted value", 'a: "x" # why', ["# why"]],
    ["a control character spelled by an escape", 'a: "x\\0"', ['"x\\0"']],
    ["half a character", 'a: "\\uD800"', ['"\\uD80']],
    ["a noncharacter", 'a: ["\\uFFFE"]', ['"\\uFFF']],
    ["an escape sequence in a key", '"a\\e": x', ['"a\\e":']],
    ["a mark that turns the direction", "a: x\u202Ey", ["x\u202Ey"]],
    ["a directive", "%YAML 1.2\na: b", ["%YAML "]],
    ["a string that is not closed", 'a: "x\nb: y', ['"x\nb: ']],
    ["a tab for indentation", "a:\n\tb: c", ["\tb: c"]],
    ["a list in place of keys", "- a", ["- a"]],
    ["a text in place of keys", "text", ["text"]],
    ["a second document", "a: 1\n--- \nb: 2", ["--- \nb"]],
    ["the end of a document", "a: 1\n...\nb: 2", ["...\nb:"]],
    ["a list as a key", "? [a]\n: b", ["[a]\n: "]],
  ])("%s", (_, text, expected) => {
    expect(faultsAt(text)).toEqual(expected);
  });

  test.each([
    ["title: Pakistan: a view", 'This value holds a colon. Write it in quotation marks: title: "Pakistan: a view".'],
    ['title: Pakistan: a "view"', 'title: "Pakistan: a \\"view\\"".'],
    ["a: b\n c: d", 'This value holds a colon. Write the value in quotation marks: "…".'],
    ["a: 1\n...\nb: 2", 'A line "..." or "---" ends the front matter. Take it out.'],
    ["%x\na: 1", "A line that begins with % cannot stand here."],
    ["a: Deal #3", 'From # on this is a comment and would be lost. Quote the value: "…".'],
    ["title: Pakistan: #3", "From # on this is a comment"],
    ["a: 1\na: 2", 'The key "a" is given twice. Keep one.'],
    ["a:\n\tb: c", "A tab cannot indent. Write spaces."],
    ["a: 'x\nb: c", "This quotation mark is never closed. Write ' at the value's end."],
    ["a: [b", "This list is never closed. Write ] at its end."],
    ["a: {b: c", "This brace is never closed. Write } at its end."],
    ["a: @x", 'A value cannot begin with @. Write the value in quotation marks: "…".'],
    ["a: !x y", 'A value cannot begin with !. Write the value in quotation marks: "…".'],
    ["a: *x*", 'A value cannot begin with *. Write it in quotation marks: "…".'],
    ["a: b\ntext\nc: d", "This line is neither a key nor part of the value above it. Write key: value, or indent it."],
    ['a: "x" y', 'This cannot stand here. If it belongs to a value, write the whole value in quotation marks: "…".'],
    ["a:\n  - b\n c: d", "This line begins in another column than its neighbours. Indent it as they are."],
    ['a: "x\\e[31m"', "U+001B does not belong in a text. Take it out."],
    ['a: "x\\u2067"', "Take the invisible direction mark U+2067 out."],
  ])("%j is told in plain words, once", (text, message) => {
    const { faults } = readYaml(text);
    expect(faults).toHaveLength(1);
    expect(faults[0]?.message).toContain(message);
  });

  test("of a library's words nothing is told", () => {
    for (const text of ["a: b\n...\nc: d", "? a", "a: |x\n b", "a: }", "- a\nb: c", "a: x,\n b: - c", "a:b\nc: d"])
      for (const { message } of readYaml(text).faults)
        expect(message).not.toMatch(/parse|YAML|token|implicit|scalar|mapping|flow|node/i);
  });

  test("one slip leaves the rest readable", () => {
    expect(data("a: x\nb: *gone\nc: z")).toEqual({ a: "x", b: "", c: "z" });
  });
});

describe("keys that would reach into JavaScript's own objects", () => {
  afterEach(() => {
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test.each([
    ["__proto__: { polluted: yes }", ["__prot"], {}],
    ["a: { __proto__: { polluted: yes } }", ["__prot"], { a: {} }],
    ["constructor: { prototype: { polluted: yes } }", ["constr"], {}],
    ["prototype: x\na: b", ["protot"], { a: "b" }],
    ["- __proto__: { polluted: yes }", ["- __pr"], {}],
    ['"__proto__": { polluted: yes }', ['"__pro'], {}],
  ])("%s is refused", (text, faults, expected) => {
    expect(faultsAt(text)).toEqual(faults);
    expect(data(text)).toEqual(expected);
  });

  test("other names that objects have are plain keys", () => {
    const { data: read, faults } = readYaml("toString: x\nhasOwnProperty: y");
    expect(faults).toEqual([]);
    expect(Object.keys(read)).toEqual(["toString", "hasOwnProperty"]);
    expect("valueOf" in read).toBe(false);
  });
});

describe("texts made to exhaust a reader", () => {
  test("aliases of aliases are refused before they multiply", () => {
    const level = (n: number) =>
      `a${n}: &a${n} [${Array<string>(10)
        .fill(`*a${n - 1}`)
        .join(", ")}]`;
    const bomb = ["a0: &a0 [x]", ...Array.from({ length: 12 }, (_, n) => level(n + 1))].join("\n");
    const { data: read, faults } = readYaml(bomb);
    expect(faults.length).toBe(13 + 120);
    expect(JSON.stringify(read).length).toBeLessThan(1000);
  });

  test.each([
    ["lists", "[".repeat(20_000)],
    ["mappings", "{a: ".repeat(20_000)],
  ])("%s nested too deeply are a fault, not a crash", (_, text) => {
    expect(readYaml(text).faults).toHaveLength(1);
    expect(readYaml(text).faults[0]?.message).toContain("nested more than 20 deep");
  });

  test.each([
    ["lists in lines", "- ".repeat(20_000)],
    ["keys in lines", Array.from({ length: 500 }, (_, n) => `${" ".repeat(n)}a:`).join("\n")],
    ["keys in one line", "a: ".repeat(20_000)],
    ["a great many keys", Array.from({ length: 20_000 }, (_, n) => `key${n}: x`).join("\n")],
    ["a great many items", `a: [${"x,".repeat(20_000)}]`],
    ["a long text", `a: ${"x".repeat(300_000)}`],
  ])("%s are one fault", (_, text) => {
    expect(readYaml(text).faults).toHaveLength(1);
  });

  test("a few thousand keys are read", () => {
    const { data: read, faults } = readYaml(Array.from({ length: 4000 }, (_, n) => `key${n}: x`).join("\n"));
    expect(faults).toEqual([]);
    expect(Object.keys(read)).toHaveLength(4000);
  });
});

test("a path leads to its value, to its key, or to its nearest parent", () => {
  const text = "a: [x, { b: y }]\nc: z";
  const reading = readYaml(text);
  const at = (path: (string | number)[], ofKey = false) => text.slice(reading.offsetOf(path, ofKey)).slice(0, 4);
  expect(at(["a", 1, "b"])).toBe("y }]");
  expect(at(["a", 1, "b"], true)).toBe("b: y");
  expect(at(["a", 1, "missing"])).toBe("{ b:");
  expect(at(["c"], true)).toBe("c: z");
  expect(at(["missing"])).toBe("a: [");
});
