import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Citation } from "../../../lib/core/brief/citation.ts";
import { rePoint, type PinpointEdit } from "../../../lib/core/review/re-point.ts";
import { readPinpoint, writePinpoint, type Pinpoint } from "../../../lib/core/tags/pinpoint.ts";
import { briefHead, briefOf } from "../support/documents.ts";

function pinpoint(text: string): Pinpoint {
  const read = readPinpoint(text);
  if (!read) throw new Error(`"${text}" is not a pinpoint.`);
  return read;
}

function editOf({ pinpointPlace, request }: Citation, to: string): PinpointEdit {
  return { place: pinpointPlace, from: request.pinpoint, to: pinpoint(to) };
}

/** The body of a brief after its citations are re-pointed in order; "" leaves one as it is. */
function rePointed(body: string, ...to: readonly string[]): string {
  const raw = briefHead + body;
  const edits = briefOf(raw).brief.citations.flatMap((citation, index) => {
    const target = to[index] ?? "";
    return target === "" ? [] : [editOf(citation, target)];
  });
  const outcome = rePoint(raw, edits);
  return outcome.kind === "text" ? outcome.text.slice(briefHead.length) : outcome.kind;
}

describe("only the labels that change are replaced", () => {
  test.each([
    ["a number", 'a{% cite "s", 7 %} b', "8", 'a{% cite "s", 8 %} b'],
    ["a number that gets longer", 'a{% cite "s",9%}', "10", 'a{% cite "s",10%}'],
    ["a number that becomes a label of another kind", 'a{% cite "s", 7 %}', "14.1", 'a{% cite "s", "14.1" %}'],
    ["the same in single quotation marks", "a{% cite 's', 7 %}", "14.1", "a{% cite 's', '14.1' %}"],
    ["a number with a zero before it", 'a{% cite "s", 7 %}', "07", 'a{% cite "s", "07" %}'],
    ["a string that could be a number", 'a{% cite "s", "7" %}', "8", 'a{% cite "s", "8" %}'],
    ["single quotation marks", `a{% cite "s", '7' %}`, "14.1", `a{% cite "s", '14.1' %}`],
    ["one of a list", 'a{% cite "s", "7,12 , 9" %}', "7, 13, 9", 'a{% cite "s", "7,13 , 9" %}'],
    ["a range in a list", 'a{% cite "s", "7, 12-14" %}', "7, 13-15", 'a{% cite "s", "7, 13-15" %}'],
    ["a range with an en dash and spaces", 'a{% cite "s", "7 – 9" %}', "8-10", 'a{% cite "s", "8 – 10" %}'],
    ["one end of a range", 'a{% cite "s", "7-9" %}', "7-10", 'a{% cite "s", "7-10" %}'],
    ["a range that is one paragraph now", 'a{% cite "s", "1, 7-9" %}', "1, 8", 'a{% cite "s", "1, 8" %}'],
    ["a paragraph that is a range now", 'a{% cite "s", "7, 9" %}', "7-8, 9", 'a{% cite "s", "7-8, 9" %}'],
    ["a number that is a range now", 'a{% cite "s", 7 %}', "7-8", 'a{% cite "s", "7-8" %}'],
    ["options behind it", 'a{% cite "s", 7, quote="7, 7" %}', "8", 'a{% cite "s", 8, quote="7, 7" %}'],
    ["a quote of its own", '{% quote "s", 7 %}', "8", '{% quote "s", 8 %}'],
    [
      "a table with an escaped pipe",
      '| a |\n|---|\n| b{% cite "s", "7", note="x \\| y" %} |',
      "8",
      '| a |\n|---|\n| b{% cite "s", "8", note="x \\| y" %} |',
    ],
    ["a block quote, over lines", '> a{% cite "s",\n> "7,\n> 9" %}', "8, 10", '> a{% cite "s",\n> "8,\n> 10" %}'],
    ["letters of two spellings", 'a{% cite "s", "e\u0301, 7" %}', "\u00E9, 8", 'a{% cite "s", "e\u0301, 8" %}'],
  ])("%s", (_, body, to, expected) => {
    expect(rePointed(body, to)).toBe(expected);
  });
});

test("several tags of one file are re-pointed together", () => {
  const body = 'a{% cite "s", 9 %} b{% cite "s", "9, 10" %}\n\nc{% cite "s", 9 %}{% cite "t", 9 %}';
  const expected = 'a{% cite "s", 10 %} b{% cite "s", "10, 11" %}\n\nc{% cite "s", 10 %}{% cite "t", 9 %}';
  expect(rePointed(body, "10", "10, 11", "10")).toBe(expected);
});

describe("nothing is changed where the file is not what was parsed", () => {
  const edit: PinpointEdit = { place: { path: "a.md", line: 1, column: 4 }, from: pinpoint("7"), to: pinpoint("8") };
  test.each([
    ["another number", "ab 8"],
    ["a longer number", "ab 77"],
    ["another label", 'ab "8"'],
    ["more labels", 'ab "7, 8"'],
    ["a string that is not closed", 'ab "7'],
    ["an escape that the parser resolved", 'ab "\\t7"'],
    ["a word", "ab seven"],
    ["a line that ends before it", "ab\n  7"],
    ["a shorter line", "a"],
    ["nothing", ""],
  ])("%s", (_, raw) => {
    expect(rePoint(raw, [edit])).toEqual({ kind: "not-as-parsed", place: edit.place });
  });

  test("a line that is not there", () => {
    const place = { path: "a.md", line: 3, column: 1 };
    expect(rePoint("7\n7", [{ ...edit, place }]).kind).toBe("not-as-parsed");
  });
});

const label = fc.constantFrom("7", "8", "10", "14.1", "§3", "2(b)", "P.3", "é", "ب");

interface WrittenTag {
  readonly mark: string;
  readonly separator: string;
  readonly dash: string;
  readonly bare: boolean;
  /** Ends of each part before and after. */
  readonly parts: readonly { readonly before: readonly string[]; readonly after: readonly string[] }[];
}

const part = fc.oneof(
  fc.tuple(label, label).map(([before, after]) => ({ before: [before], after: [after] })),
  fc.tuple(label, label, label, label).map(([a, b, c, d]) => ({ before: [a, b], after: [c, d] })),
);
const tag: fc.Arbitrary<WrittenTag> = fc.record({
  mark: fc.constantFrom('"', "'"),
  separator: fc.constantFrom(",", ", ", " ,  "),
  dash: fc.constantFrom("-", " - ", "–"),
  bare: fc.boolean(),
  parts: fc.array(part, { minLength: 1, maxLength: 3 }),
});

function valueOf({ mark, separator, dash, bare, parts }: WrittenTag, which: "before" | "after"): string {
  const text = parts.map((one) => one[which].join(dash)).join(separator);
  const isNumber = (value: string | undefined) => /^\d+$/.test(value ?? "");
  const isBare = bare && parts.length === 1 && parts[0]?.before.length === 1 && isNumber(parts[0].before[0]);
  return isBare && isNumber(text) ? text : `${isBare ? '"' : mark}${text}${isBare ? '"' : mark}`;
}

/** Places a tag may stand in, with text around it that must not change. */
const settings: readonly ((value: string) => string)[] = [
  (value) => `Some 7 text{% cite "s", ${value} %} and 7 more.`,
  (value) => `| a \\| 7 | b |\n|---|---|\n| 7 | c{% cite "s", ${value}, note="x \\| 7" %} |`,
  (value) => `> Quoted 😀 text\n> {% cite "s",\n> ${value}, quote="7" %} 7`,
  (value) => `1. An item{% cite "s",\n   ${value} %}\n   7`,
  (value) => `{% quote "s", ${value}, beside="t" %}`,
  (value) => `\`{% cite "s", 7 %}\` a[^x]\n\n[^x]: note{% cite "s", ${value} %} 7`,
  (value) => `## A heading{% cite "s", ${value} %}`,
];
const block = fc.record({ setting: fc.constantFrom(...settings), tag });
const ending = fc.constantFrom("\n", "\r\n", "\r");

const meaning = ({ request, transcluded, sentence }: Citation) => ({
  source: request.sourceId,
  relation: request.relation,
  quotation: request.quotation?.text,
  remark: request.remark,
  transcluded,
  sentence,
});

test("whatever stands around, only pinpoints change, and they are read as what they were re-pointed to", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(block, { minLength: 1, maxLength: 4, selector: ({ setting }) => setting }),
      fc.boolean(),
      ending,
      (blocks, bom, newline) => {
        const fileWith = (which: "before" | "after") => {
          const body = blocks.map(({ setting, tag: one }) => setting(valueOf(one, which))).join("\n\n");
          return (bom ? "\uFEFF" : "") + `${briefHead}\n${body}\n`.replaceAll("\n", newline);
        };
        const raw = fileWith("before");
        const { citations } = briefOf(raw).brief;
        // In footnotes citations come last, so each is found by what it says.
        const wanted = new Map(
          blocks.map(({ tag: { parts } }) => [
            parts.map(({ before }) => before.join("-")).join(", "),
            parts.map(({ after }) => after.join("-")).join(", "),
          ]),
        );
        fc.pre(wanted.size === blocks.length);
        const targets = citations.map((one) => wanted.get(writePinpoint(one.request.pinpoint)) ?? "");
        const outcome = rePoint(
          raw,
          citations
            .map((citation, index) => editOf(citation, targets[index] ?? ""))
            .filter(({ place }, index, all) => all.findIndex((one) => isAt(one, place)) === index),
        );
        const expected = fileWith("after");
        expect(outcome).toEqual({ kind: "text", text: expected });
        const after = briefOf(expected).brief.citations;
        expect(after.map(({ request }) => writePinpoint(request.pinpoint))).toEqual(targets);
        expect(after.map(meaning)).toEqual(citations.map(meaning));
      },
    ),
    { numRuns: 400 },
  );
});

function isAt({ place }: PinpointEdit, { line, column }: PinpointEdit["place"]): boolean {
  return place.line === line && place.column === column;
}
