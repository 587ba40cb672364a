import { describe, expect, test } from "vitest";
import { evidenceOf, writeEvidence } from "../../../lib/core/evidence/annotation-collection.ts";
import { evidenceSchema } from "../../../lib/core/evidence/annotation-schema.ts";
import type { Source } from "../../../lib/core/source/source.ts";
import { briefNamed, catalogOf, sourceOfWords } from "../support/catalogs.ts";
import { sourceFrom } from "../support/documents.ts";

const relative = { url: "", pathPrefix: "/" };
const report = sourceFrom(
  [
    "The first paragraph says *little* & is short.",
    "- An item of a list",
    "| Year | Figure |\n|---|---|\n| 2024 | 1.3 million |",
    "It ends here.",
    "And goes on there.",
  ].join("\n\n"),
).source;
const closed = sourceOfWords("Secretone. Secrettwo.", { rights: "metadata-only" }, "closed");
const urdu = sourceFrom("ہر شخص کو پناہ کا حق ہے۔ {#14.1}", { language: "ur" }, "urdu").source;

function evidence(body: string, site = relative, sources: readonly Source[] = [report, closed, urdu]) {
  const brief = briefNamed("deadline", body);
  const catalog = catalogOf(sources, [brief]);
  if (catalog.problems.length > 0) throw new Error(catalog.problems[0]?.message);
  return evidenceOf(catalog, brief, site);
}

/** The only annotation of a body that cites once. */
function annotation(body: string) {
  const [only] = evidence(body).first.items;
  if (!only) throw new Error(`no annotation: ${body}`);
  return only;
}

describe("a brief's evidence is a collection of the Web Annotation model", () => {
  const collection = evidence(
    'A.{% cite "report", "1-2" %} B.{% cite "report", 4, quote="ends here" %} C.{% cite "closed", 1 %}',
  );

  test("the collection has what the model asks for: context, address, type, total and first page", () => {
    expect(collection["@context"][0]).toBe("http://www.w3.org/ns/anno.jsonld");
    expect(collection).toMatchObject({ type: "AnnotationCollection", id: "evidence.json", total: 3 });
    expect(collection.first).toMatchObject({ type: "AnnotationPage", partOf: collection.id, startIndex: 0 });
  });

  test("each annotation has an address of its own, a type, a motivation of the model, targets and bodies", () => {
    const ids = collection.first.items.map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
    for (const { type, motivation, target, body } of collection.first.items) {
      expect([type, motivation]).toEqual(["Annotation", "linking"]);
      expect([target.length > 0, body.length > 0]).toEqual([true, true]);
      for (const resource of [...target, ...body]) {
        expect(resource.type).toBe("SpecificResource");
        expect(URL.canParse(resource.source, "https://example.org/briefs/deadline/evidence.json")).toBe(true);
        expect(resource.selector).toMatchObject({
          type: "FragmentSelector",
          conformsTo: "http://tools.ietf.org/rfc/rfc3236",
        });
      }
    }
  });

  test("every term of ours is explained by the context, and none of them takes a term of the model", () => {
    const model = new Set(["id", "type", "motivation", "body", "target", "source", "selector", "label"]);
    const [, own] = collection["@context"];
    const used = new Set(
      collection.first.items.flatMap((one) => [
        ...Object.keys(one),
        ...one.target.flatMap(Object.keys),
        ...one.body.flatMap(Object.keys),
      ]),
    );
    expect([...used].filter((name) => !model.has(name) && !(name in own))).toEqual([]);
    expect(Object.keys(own).filter((name) => model.has(name))).toEqual([]);
  });

  test("what is written can be read again by the schema, ends in a line break and is the same each time", () => {
    const text = writeEvidence(collection);
    expect(text.endsWith("}\n")).toBe(true);
    expect(evidenceSchema.parse(JSON.parse(text))).toEqual(collection);
    const again = evidence(
      'A.{% cite "report", "1-2" %} B.{% cite "report", 4, quote="ends here" %} C.{% cite "closed", 1 %}',
    );
    expect(writeEvidence(again)).toBe(text);
  });
});

test("notes stand in their order, and each names its mentions and the sentences that make them", () => {
  const { items } = evidence(
    'One.{% cite "report", 1 %} Two.{% cite "report", 2 %} Three.{% cite "report", 1 %}',
  ).first;
  expect(items.map(({ body }) => body.map(({ selector, citingSentence }) => [selector.value, citingSentence]))).toEqual(
    [
      [
        ["note-1", undefined],
        ["ref-1", "One."],
        ["ref-1-2", "Three."],
      ],
      [
        ["note-2", undefined],
        ["ref-2", "Two."],
      ],
    ],
  );
});

test.each([
  ["supports", "cito:citesAsEvidence"],
  ["disputes", "cito:disputes"],
  ["qualifies", "cito:qualifies"],
  ["context", "cito:citesForInformation"],
  ["opinion", "cito:discusses"],
])("a source that %s is characterised as %s", (relation, cito) => {
  expect(annotation(`A.{% cite "report", 1, as="${relation}" %}`)).toMatchObject({
    relation,
    hasCitationCharacterization: cito,
  });
});

describe("the words of a paragraph are those that its element on the page holds", () => {
  test.each([
    ["without emphasis, entities decoded", 1, "The first paragraph says little & is short.", undefined],
    ["of an item, its sign apart", 2, "An item of a list", "•"],
    [
      "of a table, line breaks between cells included",
      3,
      "\n\n\nYear\u2063\nFigure\u2063\n\n\n\n\n2024\u2063\n1.3 million\u2063\n\n\n",
      undefined,
    ],
  ])("%s", (_, label, exact, marker) => {
    const [target] = annotation(`A.{% cite "report", ${label} %}`).target;
    expect(target?.selector.refinedBy).toEqual({ type: "TextQuoteSelector", exact });
    expect(target?.marker).toBe(marker);
    expect(target?.fingerprint).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe("quoted words stand as they do in the source", () => {
  const quotes = (body: string) =>
    annotation(body).target.map(({ label, quotedWords }) => [label, quotedWords?.map(({ exact }) => exact)]);

  test("with what stands before and behind them in the paragraph", () => {
    const one = annotation('A.{% cite "report", 1, quote="says little" %}');
    expect(one).toMatchObject({ quotation: "says little", verification: "verbatim" });
    expect(one.target[0]?.quotedWords).toEqual([
      { type: "TextQuoteSelector", exact: "says little", prefix: "The first paragraph ", suffix: " & is short." },
    ]);
  });

  test("each piece of an elided quotation by itself", () => {
    expect(quotes('A.{% cite "report", 1, quote="The first … is short" %}')).toEqual([
      ["1", ["The first", "is short"]],
    ]);
  });

  test("over the end of a paragraph, in both", () => {
    expect(quotes('A.{% cite "report", "4-5", quote="ends here. And goes on" %}')).toEqual([
      ["4", ["ends here."]],
      ["5", ["And goes on"]],
    ]);
  });

  test("with the line breaks of a table's cells", () => {
    expect(quotes('A.{% cite "report", 3, quote="2024 1.3 million" %}')).toEqual([
      ["3", ["2024\u2063\n1.3 million\u2063"]],
    ]);
  });
});

describe("of a source whose words may not be shown", () => {
  const one = annotation('What it holds.{% cite "closed", "1-2", quote="Secretone." %}');

  test("no word is anywhere", () => {
    expect(writeEvidence(evidence('What it holds.{% cite "closed", "1-2", quote="Secretone." %}'))).not.toMatch(
      /secret/i,
    );
    expect(one.quotation).toBeUndefined();
  });

  test("there is the place and the fingerprint", () => {
    expect(one.target.map(({ selector }) => selector.value)).toEqual(["p1", "p2"]);
    expect(one.target.every(({ fingerprint }) => fingerprint.length === 32)).toBe(true);
    expect(one).toMatchObject({ sourceRights: "metadata-only", verification: "verbatim", recorded: "2026-03-05" });
  });
});

describe("addresses", () => {
  const sources = (site: { url: string; pathPrefix: string }) => {
    const { id, first } = evidence('A.{% cite "urdu", "14.1" %}', site);
    return [id, first.items[0]?.body[0]?.source, first.items[0]?.target[0]?.source];
  };

  test.each([
    [
      "are relative without a public address",
      { url: "", pathPrefix: "/" },
      ["evidence.json", "./", "../../sources/urdu/"],
    ],
    [
      "are relative under a path prefix too",
      { url: "", pathPrefix: "/x/" },
      ["evidence.json", "./", "../../sources/urdu/"],
    ],
    [
      "are whole with one, path prefix included",
      { url: "https://example.org/", pathPrefix: "/x/" },
      [
        "https://example.org/x/briefs/deadline/evidence.json",
        "https://example.org/x/briefs/deadline/",
        "https://example.org/x/sources/urdu/",
      ],
    ],
  ])("%s", (_, site, expected) => {
    expect(sources(site)).toEqual(expected);
  });
});

test("what authors write stays data", () => {
  const text = writeEvidence(evidence('He said "</script>\\u0041".{% cite "report", 1 %}'));
  const { first } = evidenceSchema.parse(JSON.parse(text));
  expect(first.items[0]?.body[1]?.citingSentence).toContain('"</script>');
});
