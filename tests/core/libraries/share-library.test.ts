import { Ajv } from "ajv";
import fc from "fast-check";
import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fingerprintParagraphs } from "../../../lib/core/anchoring/fingerprint.ts";
import { buildCatalog, type Catalog } from "../../../lib/core/catalog/catalog.ts";
import { foreignSource } from "../../../lib/core/libraries/foreign-source.ts";
import { sharedSchemas } from "../../../lib/core/libraries/json-schemas.ts";
import { keptSource } from "../../../lib/core/libraries/keep-source.ts";
import { readKeptSource, readSharedCatalog, readSharedSource } from "../../../lib/core/libraries/read-shared.ts";
import { shareLibrary } from "../../../lib/core/libraries/share-library.ts";
import { parseSourceModule } from "../../../lib/core/source/parse-source.ts";
import type { Rights } from "../../../lib/core/source/source-schema.ts";
import type { Source } from "../../../lib/core/source/source.ts";
import { repository } from "../../support/run-command.ts";

const sha256 = (text: string) => hash("sha256", text);
const bytesOf = (text: string) => new TextEncoder().encode(text);
const url = "https://library.example/texts/";
const sites = [
  { title: "Library", publisher: "", language: "en", url: "", pathPrefix: "/" },
  { title: "Library", publisher: "P", language: "ur", url: "https://library.example", pathPrefix: "/texts/" },
];

const words = fc.stringMatching(/^[a-zاب&<"' ]{1,40}[a-z]$/);
const sourceArbitrary = fc.record({
  rights: fc.constantFrom<Rights>("full-text", "digest", "metadata-only", "excerpt"),
  title: words,
  texts: fc.array(words, { maxLength: 6 }),
});

function sourceOf(id: string, rights: Rights, title: string, texts: readonly string[]): Source {
  const metadata = { type: "report", title, language: "en", grade: "data", rights, numbering: "ours", issued: "2025" };
  const extra = { permission: "Ours.", aliases: ["former"], author: [{ family: "Quay", given: "Ada" }] };
  const blocks = texts.map((text) => ({ text }));
  return parseSourceModule(id, `sources/${id}.ts`, { metadata: { ...metadata, ...extra }, blocks }).source;
}

function catalogOf(sources: readonly Source[]): Catalog {
  const record = (source: Source) => ({ hash: "", paragraphs: fingerprintParagraphs(source.paragraphs, sha256) });
  const library = {
    briefs: [],
    pages: [],
    sources: new Map(sources.map((source) => [source.id, source])),
    records: new Map(sources.map((source) => [source.id, record(source)])),
    problems: [],
  };
  return buildCatalog(library, { frozen: false, today: "2026-03-05" });
}

function readBack(files: readonly { path: string; content: string }[], id: string) {
  const reading = readSharedCatalog(bytesOf(files[0]?.content ?? ""), { from: `${url}catalog.json`, library: url });
  if (reading.kind === "refused") throw new Error(reading.reason);
  const entry = reading.content.sources.find((source) => source.id === id);
  const content = files.find(({ path }) => path === `sources/${id}/paragraphs.json`)?.content ?? "";
  expect(entry?.paragraphs).toMatchObject({ address: `${url}sources/${id}/paragraphs.json`, sha256: sha256(content) });
  const from = entry?.paragraphs.address ?? "";
  const source = readSharedSource(bytesOf(content), { from, library: url }, sha256);
  if (source.kind === "refused") throw new Error(source.reason);
  return { catalog: reading.content, shared: source.content };
}

describe.each(sites)("a library at $url$pathPrefix", (site) => {
  test("is read as it was written, in every right that a text may have", () => {
    fc.assert(
      fc.property(sourceArbitrary, ({ rights, title, texts }) => {
        const source = sourceOf("survey", rights, title, texts);
        const catalog = catalogOf([source, sourceOf("another", "digest", "Another", ["Words."])]);
        const files = shareLibrary(catalog, site, sha256);
        expect(shareLibrary(catalog, site, sha256)).toEqual(files);
        const { catalog: read, shared } = readBack(files, "survey");
        expect(read.sources.map(({ id }) => id)).toEqual(["another", "survey"]);
        const made = foreignSource("library:survey", "libraries/library/survey.json", shared, false);
        expect(made.source.meta).toEqual({ ...source.meta, aliases: [], neighbours: 0 });
        expect(made.source.elsewhere).toEqual({ title: "Library", address: `${url}sources/survey/`, isPartial: false });
        const isShown = rights === "full-text" || rights === "digest";
        const expected = source.paragraphs.map(({ label, text }) => ({
          label,
          text: isShown ? text : "",
          elsewhere: { address: `${url}sources/survey/${isShown ? `#p${label}` : ""}`, hasText: isShown },
        }));
        expect(made.source.paragraphs.map(({ label, text, elsewhere }) => ({ label, text, elsewhere }))).toEqual(
          expected,
        );
        const fingerprints = fingerprintParagraphs(source.paragraphs, sha256).map(({ fingerprint }) => fingerprint);
        expect(made.paragraphs.map(({ fingerprint }) => fingerprint)).toEqual(fingerprints);
      }),
    );
  });

  test("says no word of what may not be shown", () => {
    const hidden = "Nobody outside may read this sentence.";
    const files = shareLibrary(catalogOf([sourceOf("ledger", "metadata-only", "Ledger", [hidden])]), site, sha256);
    expect(files.map(({ path }) => path)).toEqual(["catalog.json", "sources/ledger/paragraphs.json"]);
    expect(files.some(({ content }) => content.includes("Nobody"))).toBe(false);
    expect(readBack(files, "ledger").shared.paragraphs).toHaveLength(1);
  });

  test("is of the form that its schemas describe", () => {
    const ajv = new Ajv({ strict: false, formats: { date: true, uri: true } });
    const files = shareLibrary(catalogOf([sourceOf("survey", "full-text", "Survey", ["One.", "Two."])]), site, sha256);
    for (const [name, schema] of sharedSchemas()) {
      const file = files.find(({ path }) => path.endsWith(name.replace(".schema", "")));
      const validate = ajv.compile(schema);
      expect(validate(JSON.parse(file?.content ?? "")), JSON.stringify(validate.errors)).toBe(true);
      expect(validate({ ...(JSON.parse(file?.content ?? "") as object), version: 2 })).toBe(false);
    }
  });
});

test("what is kept of a source is read as it was, without the words that nobody cites", () => {
  const [site] = sites;
  if (!site) throw new Error("There is no site");
  const files = shareLibrary(catalogOf([sourceOf("survey", "full-text", "Survey", ["One.", "Two."])]), site, sha256);
  const { shared } = readBack(files, "survey");
  const kept = keptSource({ shared, sha256: "a".repeat(64) }, new Set(["2"]), "2026-03-05");
  const reading = readKeptSource(bytesOf(kept), url, sha256);
  if (reading.kind === "refused") throw new Error(reading.reason);
  const { sha256: digest, read, paragraphs, source } = reading.content;
  expect({ digest, read, source }).toEqual({ digest: "a".repeat(64), read: "2026-03-05", source: shared.source });
  const [first, second] = shared.paragraphs;
  const { text, ...unread } = first ?? {};
  expect(text).toBe("One.");
  expect(paragraphs).toEqual([unread, second]);
});

test.each([...sharedSchemas()])("docs/schemas/%s is what npm run schemas writes", (name, schema) => {
  const written: unknown = JSON.parse(readFileSync(join(repository, "docs/schemas", name), "utf8"));
  expect(written).toEqual(JSON.parse(JSON.stringify(schema)));
});
