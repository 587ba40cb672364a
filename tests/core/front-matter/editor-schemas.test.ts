import { Ajv } from "ajv";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { describe, expect, test } from "vitest";
import { briefSchema } from "../../../lib/core/brief/brief-schema.ts";
import { editorSchemas } from "../../../lib/core/front-matter/editor-schemas.ts";
import { splitFrontMatter } from "../../../lib/core/front-matter/split.ts";
import { sourceSchema } from "../../../lib/core/source/source-schema.ts";
import { FileText } from "../../../lib/core/text/file-text.ts";
import { repository } from "../../support/run-command.ts";
import { briefOf, sourceFrom } from "../support/documents.ts";

const ajv = new Ajv({ strict: false, allErrors: true, formats: { date: true, uri: true } });
const schemas = editorSchemas();

/** What an editor finds wrong with front matter, as `/path keyword`. */
function findings(kind: "brief" | "source", yaml: string): string[] {
  const validate = ajv.compile(schemas.get(`${kind}.schema.json`) ?? false);
  validate(parse(yaml));
  return (validate.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
}

test.each([...schemas])("docs/schemas/%s is what npm run schemas writes", (name, schema) => {
  const written: unknown = JSON.parse(readFileSync(join(repository, "docs/schemas", name), "utf8"));
  expect(written).toEqual(JSON.parse(JSON.stringify(schema)));
});

test.each([
  ["brief", briefSchema],
  ["source", sourceSchema],
] as const)("every key of a %s is explained", (kind, { shape }) => {
  const { properties } = schemas.get(`${kind}.schema.json`) as { properties: Record<string, { description?: string }> };
  expect(Object.keys(properties)).toEqual(Object.keys(shape));
  const silent = Object.entries(properties).filter(([, { description = "" }]) => !/^\S.{8,}\.$/.test(description));
  expect(silent).toEqual([]);
});

const folders = ["", "tests/fixtures/sites/loop", "tests/fixtures/sites/life", "tests/fixtures/sites/drift"];
const files = folders.flatMap((folder) =>
  (["briefs", "sources"] as const).flatMap((kind) =>
    readdirSync(join(repository, folder, kind))
      // The glossary has none.
      .filter((name) => name.endsWith(".md") && !name.startsWith("_"))
      .map((name) => [join(folder, kind, name), kind === "briefs" ? "brief" : "source"] as const),
  ),
);

test.each(files)("the front matter of %s has nothing that an editor would mark", (path, kind) => {
  const { yaml } = splitFrontMatter(new FileText(path, readFileSync(join(repository, path), "utf8")));
  expect(findings(kind, yaml)).toEqual([]);
});

const brief = {
  title: "title: A brief",
  summary: "summary: What it says.",
  authors: "authors: [{ given: Amina, family: Shah }]",
  date: "date: 2026-03-05",
  status: "status: published",
};

function briefYaml(changed: Record<string, string>): string {
  return Object.values({ ...brief, ...changed }).join("\n");
}

describe("what a check refuses in a brief, an editor marks", () => {
  test.each([
    ["a missing key", { title: "" }, " required"],
    ["an unknown key", { more: "colour: red" }, " additionalProperties"],
    ["an unknown word", { status: "status: open" }, "/status enum"],
    ["a text for a list", { authors: "authors: Amina Shah" }, "/authors type"],
    ["an empty list of authors", { authors: "authors: []" }, "/authors minItems"],
    ["an unknown key of an author", { authors: "authors: [{ name: Amina }]" }, "/authors/0 additionalProperties"],
    ["an author under two names", { authors: "authors: [{ literal: A, family: B }]" }, "/authors/0 oneOf"],
    ["a day in another order", { date: "date: 05-03-2026" }, "/date pattern"],
    ["a topic that is no slug", { more: "topics: [Law and order]" }, "/topics/0 pattern"],
    ["a former name that is no slug", { more: "aliases: [Old Name]" }, "/aliases/0 pattern"],
    ["a language that is a name", { more: "language: urdu-of-pakistan" }, "/language pattern"],
    [
      "an unknown kind of change",
      { more: "changes: [{ date: 2026-03-09, kind: fix, note: X }]" },
      "/changes/0/kind enum",
    ],
    ["a change without a note", { more: "changes: [{ date: 2026-03-09, kind: update }]" }, "/changes/0 required"],
    ["an answer to no rule", { more: "answers: [{ rule: none, reason: X }]" }, "/answers/0/rule enum"],
    ["a withdrawn brief that does not say why", { status: "status: withdrawn" }, " required"],
    [
      "a reason in a brief that stands",
      { more: "withdrawn: { date: 2026-04-01, reason: X }" },
      "/withdrawn false schema",
    ],
  ])("%s", (_, changed, expected) => {
    expect(findings("brief", briefYaml({}))).toEqual([]);
    const yaml = briefYaml(changed);
    expect(briefOf(`---\n${yaml}\n---\nText`).problems).not.toEqual([]);
    expect(findings("brief", yaml)).toContain(expected);
  });
});

const source = {
  type: "report",
  title: "A report",
  language: "en",
  grade: "primary",
  rights: "digest",
  numbering: "ours",
};

describe("what a check refuses in a source, an editor marks; and what it takes, an editor takes", () => {
  test.each<[string, Record<string, string>, string | undefined]>([
    ["as it is", {}, undefined],
    ["a year", { issued: "2025" }, undefined],
    ["an interval", { issued: "2025-04-19/2025-06-30" }, undefined],
    ["a number for a text", { volume: "12" }, undefined],
    ["neighbours", { neighbours: "2" }, undefined],
    ["a remark on a paragraph", { paragraphs: '{ "1": { notice: Doubtful. } }' }, undefined],
    ["a type that CSL has not", { type: "essay" }, "/type enum"],
    ["a grade that is none", { grade: "tertiary" }, "/grade enum"],
    ["too many neighbours", { neighbours: "12" }, "/neighbours anyOf"],
    ["an address without its beginning", { URL: "example.org/report" }, "/URL pattern"],
    ["a date in words", { issued: "March 2025" }, "/issued pattern"],
    ["an unknown flag", { flags: "[odd]" }, "/flags/0 enum"],
    ["an unknown key of a remark", { paragraphs: '{ "1": { remark: X } }' }, "/paragraphs/1 additionalProperties"],
    ["a hash that is none", { original: "{ name: a.pdf, sha256: abc }" }, "/original/sha256 pattern"],
    ["a full text without a licence", { rights: "full-text" }, " required"],
  ])("%s", (_, changed, expected) => {
    const keys = { ...source, license: "", ...changed };
    const yaml = Object.entries(keys)
      .flatMap(([key, value]) => (value === "" ? [] : [`${key}: ${value}`]))
      .join("\n");
    const { problems } = sourceFrom("One.", keys);
    if (expected === undefined) expect([problems, findings("source", yaml)]).toEqual([[], []]);
    else {
      expect(problems).not.toEqual([]);
      expect(findings("source", yaml)).toContain(expected);
    }
  });
});
