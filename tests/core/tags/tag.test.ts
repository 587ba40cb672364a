import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTag, type Tag } from "../../../lib/core/tags/tag.ts";

function read(text: string): Tag {
  const reading = readTag(text, 0);
  if (reading?.kind !== "tag") throw new Error(`not a tag: ${text}`);
  return reading;
}

/** Each argument as `name=value`, a number with a # before it. */
function argumentsOf(text: string): string[] {
  return read(text).arguments.map(
    ({ name, value, isNumber }) => (name === undefined ? "" : `${name}=`) + (isNumber ? "#" : "") + value,
  );
}

describe("arguments", () => {
  test.each([
    ["a string and a number", '{% cite "udhr", 7 %}', ["udhr", "#7"]],
    ["single quotation marks", "{% cite 'udhr', '7-9' %}", ["udhr", "7-9"]],
    ["no white space at all", '{%cite"udhr",7%}', ["udhr", "#7"]],
    ["white space everywhere, line breaks too", '{%  cite\n "udhr" ,\t7\n%}', ["udhr", "#7"]],
    ["no-break spaces", '{%\u00A0cite\u00A0"udhr",\u00A07\u00A0%}', ["udhr", "#7"]],
    ["signs that strip white space in Nunjucks", '{%- cite "udhr", 7 -%}', ["udhr", "#7"]],
    ["options", '{% cite "udhr", 7, as="context", note = \'n\' %}', ["udhr", "#7", "as=context", "note=n"]],
    ["an option that is a number", '{% cite "udhr", 7, note=5 %}', ["udhr", "#7", "note=#5"]],
    ["numbers as they are written", "{% cite 14.10, 1_000, 007 %}", ["#14.10", "#1_000", "#007"]],
    ["the other quotation mark inside a string", `{% cite "it's", 'say "no"' %}`, ["it's", 'say "no"']],
    ["escaped quotation marks", String.raw`{% cite "say \"no\"", 'it\'s' %}`, ['say "no"', "it's"]],
    ["an escaped backslash", String.raw`{% cite "a\\" %}`, ["a\\"]],
    ["escapes of Nunjucks", String.raw`{% cite "a\nb\tc\rd" %}`, ["a\nb\tc\rd"]],
    ["a backslash before any other sign is dropped", String.raw`{% cite "1 \| 2" %}`, ["1 | 2"]],
    ["the end sign inside a string", '{% cite "100 %} sure" %}', ["100 %} sure"]],
    ["a string over two lines", '{% cite "a\nb" %}', ["a\nb"]],
    ["curly quotation marks inside a string", '{% cite "“a”", 1 %}', ["“a”", "#1"]],
    ["none", "{% cite %}", []],
  ])("%s", (_, text, expected) => {
    expect(argumentsOf(text)).toEqual(expected);
    expect(read(text).faults).toEqual([]);
    expect(read(text).end).toBe(text.length);
  });

  test("each argument and each value knows where it begins", () => {
    const [source, place, relation] = read('{% cite "udhr", 7, as = "x" %}').arguments;
    expect([source, place, relation].map((one) => [one?.offset, one?.valueOffset])).toEqual([
      [8, 8],
      [16, 16],
      [19, 24],
    ]);
  });

  test("offsets count in the text that holds the tag", () => {
    const reading = readTag('See {% cite "udhr", 7 %}.', 4);
    expect(reading).toMatchObject({ kind: "tag", start: 4, end: 24, arguments: [{ offset: 12 }, { offset: 20 }] });
  });
});

describe("slips in a tag that is closed", () => {
  test.each([
    ["a comma is missing", '{% cite "udhr" 7 %}', 15, /comma is missing/],
    ["a comma is doubled", '{% cite "udhr",, 7 %}', 15, /comma too many/],
    ["the first thing is a comma", '{% cite , "udhr" %}', 8, /comma too many/],
    ["quotation marks are curly", "{% cite “udhr”, 7 %}", 8, /straight ones/],
    ["quotation marks are angled", "{% cite «udhr», 7 %}", 8, /straight ones/],
    ["an option's quotation marks are curly", '{% cite "udhr", 7, as=“context” %}', 19, /straight ones/],
    ["a string has no quotation marks", "{% cite udhr, 7 %}", 8, /"udhr," cannot stand here/],
    ["an option's value has no quotation marks", '{% cite "udhr", 7, as=context %}', 19, /cannot stand here/],
    ["a range has no quotation marks", '{% cite "udhr", 7-9 %}', 17, /"-9" cannot stand here/],
    ["a number is negative", '{% cite "udhr", -7 %}', 16, /cannot stand here/],
    ["a colon stands for the equals sign", '{% cite "udhr", 7, as: "x" %}', 19, /cannot stand here/],
  ])("%s", (_, text, offset, message) => {
    const { faults, end } = read(text);
    expect(faults).toEqual([{ offset, message: expect.stringMatching(message) as string }]);
    expect(end).toBe(text.length);
  });

  test("a tag that cannot be read ends before the next one begins", () => {
    expect(readTag('{% cite "a" and {% cite "b" %}', 0)).toEqual({ kind: "unclosed", name: "cite" });
    expect(readTag('{% cite and %} {% cite "b" %}', 0)).toMatchObject({ kind: "tag", end: 14 });
  });

  test("a comma at the end does no harm", () => {
    expect(read('{% cite "udhr", 7, %}').faults).toEqual([]);
  });
});

describe("what is never closed", () => {
  test.each([
    ["the end sign is missing", '{% cite "udhr", 7'],
    ["only half of the end sign is there", '{% cite "udhr", 7 %'],
    ["a string is not closed", '{% cite "udhr, 7 %}'],
    ["a backslash escapes the closing quotation mark", String.raw`{% cite "udhr\", 7 %}`],
    ["a backslash is the last character", '{% cite "udhr\\'],
    ["the text ends behind the name", "{% cite"],
    ["something odd is followed by no end sign", "{% cite odd"],
  ])("%s", (_, text) => {
    expect(readTag(text, 0)).toEqual({ kind: "unclosed", name: "cite" });
  });
});

test.each([
  ["text", "cite"],
  ["an expression of Nunjucks", "{{ cite }}"],
  ["a comment of Nunjucks", "{# cite #}"],
  ["percentages in braces", "{% 5 %}"],
  ["an empty tag", "{% %}"],
  ["nothing", ""],
])("no tag begins with %s", (_, text) => {
  expect(readTag(text, 0)).toBeUndefined();
});

test("a tag of any name is read, so that a slip in the name can be reported", () => {
  expect(read('{% cit-e_2 "a" %}').name).toBe("cit-e_2");
});

test("whatever is written, reading ends without an error and within the text", () => {
  const signs = Array.from("{%}-\"'\\,=. \n\u00A0“”a7_", (sign) => sign);
  const piece = fc.constantFrom(...signs, "{% cite ", " %}", 'as="x"', "{%- quote ", "-%}");
  const nasty = fc.oneof(fc.string({ unit: piece, maxLength: 30 }), fc.string({ unit: "binary" }));
  fc.assert(
    fc.property(nasty, fc.nat(5), (tail, before) => {
      const text = `${" ".repeat(before)}{% cite ${tail}`;
      const reading = readTag(text, before);
      if (reading?.kind !== "tag") {
        expect(reading).toEqual({ kind: "unclosed", name: "cite" });
        return;
      }
      expect(text.slice(0, reading.end)).toMatch(/%\}$/);
      for (const { offset } of [...reading.arguments, ...reading.faults]) {
        expect(offset).toBeGreaterThan(before);
        expect(offset).toBeLessThan(reading.end);
      }
    }),
    { numRuns: 5000 },
  );
});
