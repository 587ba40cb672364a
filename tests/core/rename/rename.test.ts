import { describe, expect, test } from "vitest";
import { aliasEdit, namedInFrontMatter } from "../../../lib/core/rename/front-matter-edits.ts";
import { renameEdits } from "../../../lib/core/rename/rename-edits.ts";
import { replaceAt } from "../../../lib/core/rename/replace-at.ts";
import { FileText } from "../../../lib/core/text/file-text.ts";
import { briefHead, briefOf } from "../support/documents.ts";

function renamed(raw: string, kind: "brief" | "source"): string {
  const { brief } = briefOf(raw);
  const outcome = replaceAt(raw, renameEdits({ briefs: [brief], pages: [] }, { kind, from: "old", to: "new-name" }));
  return outcome.kind === "text" ? outcome.text : "not as parsed";
}

describe("of a body only the name is changed:", () => {
  test.each([
    ["in a citation", "source", 'A.{% cite "old", 7 %}', 'A.{% cite "new-name", 7 %}'],
    ["in single marks", "source", "A.{%cite  'old' ,7%}", "A.{%cite  'new-name' ,7%}"],
    ["in a quotation, and beside it", "source", '{% quote "old", 7, beside="old" %}', '{% quote "new-name", 7, beside="new-name" %}'], // prettier-ignore
    ["across lines, in a block quote", "source", '> A.{% cite\n> "old", 7 %}', '> A.{% cite\n> "new-name", 7 %}'],
    ["not what is called alike, nor code", "source", '`{% cite "old", 7 %}` old{% cite "older", 7 %}', undefined],
    ["in a link to a source", "source", "[a](/sources/old/#p7) [b](/briefs/old/)", "[a](/sources/new-name/#p7) [b](/briefs/old/)"], // prettier-ignore
    ["in links to a brief", "brief", "[a](/briefs/old/) [b](</briefs/old>) [c](/briefs/other/)", "[a](/briefs/new-name/) [b](</briefs/new-name>) [c](/briefs/other/)"], // prettier-ignore
    ["no citation when a brief is renamed", "brief", 'A.{% cite "old", 7 %}', undefined],
  ] as const)("%s", (_, kind, body, expected) => {
    expect(renamed(briefHead + body, kind)).toBe(briefHead + (expected ?? body));
    const windows = (text: string) => `\uFEFF${text.replaceAll("\n", "\r\n")}`;
    expect(renamed(windows(briefHead + body), kind)).toBe(windows(briefHead + (expected ?? body)));
  });
});

test("a longer name that begins alike is never changed", () => {
  expect(renamed(`${briefHead}[b](</briefs/old>) [c](/briefs/old-one/)`, "brief")).toBe("not as parsed");
});

test("nothing is changed where the file is not as it was parsed", () => {
  const place = { path: "briefs/a.md", line: 1, column: 3 };
  expect(replaceAt("a old", [{ place, from: "old", to: "new" }])).toMatchObject({ kind: "text", text: "a new" });
  expect(replaceAt("a odd", [{ place, from: "old", to: "new" }])).toEqual({ kind: "not-as-parsed", place });
  expect(replaceAt("a", [{ place, from: "old", to: "new" }])).toEqual({ kind: "not-as-parsed", place });
});

test.each([
  ["where there is no list", "---\ntitle: T\n---\nA", "---\ntitle: T\naliases: [old]\n---\nA"],
  [
    "to a list in brackets",
    "---\naliases: [older] # x\ntitle: T\n---\n",
    "---\naliases: [old, older] # x\ntitle: T\n---\n",
  ],
  ["to an empty list", "---\naliases: []\n---\n", "---\naliases: [old]\n---\n"],
  ["to a list of lines", "---\naliases:\n  - older\n---\n", "---\naliases:\n  - old\n  - older\n---\n"],
  ["to no list of another kind", "---\naliases: older\n---\n", undefined],
])("a former name is added %s", (_, raw, expected) => {
  const edit = aliasEdit(new FileText("briefs/a.md", raw), "brief", "old", "\n");
  const outcome = edit && replaceAt(raw, [edit]);
  expect(outcome?.kind === "text" ? outcome.text : undefined).toBe(expected);
});

test("answers about a source, and translations of it, follow its name", () => {
  const brief = '---\nanswers:\n  - { rule: evidence-fresh, about: "old", reason: It holds. }\n  - { rule: dates-cited, about: old news, reason: So. }\n---\n'; // prettier-ignore
  const renaming = { kind: "source", from: "old", to: "new" } as const;
  const apply = (raw: string, kind: "brief" | "source") =>
    replaceAt(raw, namedInFrontMatter(new FileText("a.md", raw), kind, renaming));
  expect(apply(brief, "brief")).toEqual({ kind: "text", text: brief.replace('"old"', '"new"') });
  const source = "---\ntranslationOf: old\ntitle: old\n---\n";
  expect(apply(source, "source")).toEqual({ kind: "text", text: source.replace("Of: old", "Of: new") });
});
