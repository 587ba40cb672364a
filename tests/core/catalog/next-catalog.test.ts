import fc from "fast-check";
import { expect, test } from "vitest";
import type { Brief } from "../../../lib/core/brief/brief.ts";
import type { SourceLock } from "../../../lib/core/anchoring/lock.ts";
import { buildCatalog, type Catalog, type Library } from "../../../lib/core/catalog/catalog.ts";
import { readGlossary } from "../../../lib/core/glossary/read-glossary.ts";
import { patched } from "../../../lib/core/patched-map.ts";
import { soundCatalog } from "../../../lib/core/preview/sound-catalog.ts";
import type { Problem } from "../../../lib/core/problem.ts";
import type { Source } from "../../../lib/core/source/source.ts";
import { FileText } from "../../../lib/core/text/file-text.ts";
import { catalogOf, recordsOf, sourceOfWords, today } from "../support/catalogs.ts";
import { briefHead, briefOf } from "../support/documents.ts";
import { patchedTo } from "../../support/patched-to.ts";

/** States of each source: words that stay, move, change and go, another grade, a former name. */
const sources: Readonly<Record<string, readonly Source[]>> = Object.fromEntries(
  ["paper", "report", "survey"].map((id) => [
    id,
    [
      sourceOfWords("One Two Three Four", {}, id),
      sourceOfWords("One Two Three Four Five", {}, id),
      sourceOfWords("Zero One Two Three Four", {}, id),
      sourceOfWords("One Two Other Four", {}, id),
      sourceOfWords("One Two", { grade: "opinion" }, id),
      sourceOfWords("One Two Three Four", { aliases: "[former]" }, id),
    ],
  ]),
);

const citations = Object.keys(sources).flatMap((id) => [
  `{% cite "${id}", 1 %}`,
  `{% cite "${id}", 1, as="disputes" %}`,
  `{% cite "${id}", "2-3" %}`,
  `{% cite "${id}", 3, quote="Three" %}`,
  `^[Aside.{% cite "${id}", 4 %}]`,
]);
const sentences = [
  ...citations.map((cite) => `It is so.${cite}`),
  'It is so.{% cite "former", 1 %}',
  "In 2024 it was 40 per cent.",
  "It is so. [There](/sources/paper/#p4).",
  "It is so. [There](/briefs/a/) and [there](/sources/former/).",
  "It is so. [There](/sources/report/#p5), at the [quay]{term}.",
];

/** States of the glossary: none, one without what is referred to, one with it. */
const glossaries = ["## Toll\n\nWhat a ship pays.\n", "## Quay\n\nWhere ships lie.\n"].map(
  (text) => readGlossary(new FileText("briefs/_glossary.md", text)).glossary,
);

/** What reading may find wrong: of a brief, of a source, and of what is neither. */
const faults = ["briefs/b.md", "sources/report.md", ".eleventy.ts"].map((path): Problem => ({
  place: { path, line: 1, column: 1 },
  rule: "front-matter-key",
  message: "Wrong.",
}));

/** States of each brief, some of them drafts. */
const briefs: readonly (readonly Brief[])[] = ["a", "b", "c", "d"].map((name, place) =>
  Array.from({ length: 12 }, (_, state) => {
    const body = [0, 1, 2].map((at) => sentences[(state * 5 + at * 7 + place * 3) % sentences.length] ?? "").join(" ");
    const head = state % 4 === 3 ? briefHead.replace("published", "draft") : briefHead;
    return briefOf(head + body, name).brief;
  }),
);

interface State {
  /** Of each source and brief, which of its states; undefined where it is not there. */
  readonly sources: readonly (number | undefined)[];
  readonly briefs: readonly (number | undefined)[];
  readonly locked: number;
  /** Likewise. */
  readonly glossary: number | undefined;
  /** Which faults there are. */
  readonly faults: readonly number[];
}

/** What somebody saves: one brief, one source or the glossary in another state, or none any more; or a fault. */
const edits = fc.record({
  kind: fc.constantFrom("briefs", "briefs", "briefs", "sources", "sources", "glossary", "faults"),
  at: fc.nat(3),
  to: fc.option(fc.nat(11), { freq: 8, nil: undefined }),
});

function edited(state: State, { kind, at, to }: typeof edits extends fc.Arbitrary<infer One> ? One : never): State {
  if (kind === "glossary") return { ...state, glossary: to && to % 3 };
  if (kind === "faults") return { ...state, faults: to === undefined ? [] : [to % 3] };
  const states = kind === "sources" ? 6 : 12;
  return { ...state, [kind]: state[kind].map((one, place) => (place === at ? to && to % states : one)) };
}

/** Locks as they are written while all is well, so that later states move and change what was cited. */
const locked: readonly ReadonlyMap<string, SourceLock>[] = [0, 5, 9].map((state) => {
  const all = Object.values(sources).flatMap(([first]) => first ?? []);
  const citing = briefs.flatMap((one) => one[state] ?? []);
  const { locks } = catalogOf(all, citing.map((brief) => ({ ...brief, citations: brief.citations.filter(({ request }) => request.sourceId !== "former"), links: [] }))); // prettier-ignore
  return new Map(Array.from(locks, ([id, { lock }]) => [id, lock]));
});

/** Sources that stayed the same are in the very same maps, those of a state in which one was saved in maps that differ in it. */
function libraryOf(state: State, records: Map<string, ReturnType<typeof recordsOf>>, before?: Library): Library {
  const now = sourcesOf(state, records);
  const glossary = glossaries[state.glossary ?? -1];
  return {
    briefs: briefs.flatMap((all, at) => all[state.briefs[at] ?? -1] ?? []),
    pages: [],
    sources: patchedTo(before?.sources, now.sources),
    records: patchedTo(before?.records, now.records),
    ...(glossary && { glossary }),
    problems: state.faults.flatMap((at) => faults[at] ?? []),
  };
}

function sourcesOf(
  state: State,
  records: Map<string, ReturnType<typeof recordsOf>>,
): Pick<Library, "sources" | "records"> {
  const chosen = Object.values(sources).flatMap((all, at) => all[state.sources[at] ?? -1] ?? []);
  const recordOf = (source: Source) => {
    const key = `${source.id} ${sources[source.id]?.indexOf(source) ?? 0} ${state.locked}`;
    const known = records.get(key) ?? recordsOf([source], locked[state.locked]);
    records.set(key, known);
    return [...known];
  };
  return {
    sources: new Map(chosen.map((source) => [source.id, source])),
    records: new Map(chosen.flatMap(recordOf)),
  };
}

/** All that pages and reports are made of, the states of getters included. */
function contentOf(catalog: Catalog | undefined) {
  if (!catalog) return undefined;
  const { found, locks, citedBy, library, ...content } = catalog;
  const documents = [...library.briefs, ...library.pages];
  expect([found.checked.checks.size, catalog.verified.size]).toEqual([documents.length, documents.length]);
  expect(catalog.evidence.size).toBe(library.briefs.length);
  return {
    ...content,
    library: { ...library, sources: [...library.sources], records: [...library.records] },
    drifts: new Map(catalog.drifts),
    citedBy: new Map(citedBy),
    verified: documents.map((document) => catalog.verified.get(document)),
    evidence: library.briefs.map((brief) => catalog.evidence.get(brief)),
    locks: new Map(Array.from(locks, ([id, { lock, isNew }]) => [id, [lock, isNew]])),
  };
}

test("a catalog that takes again what was found of the state before is the one that is made anew", () => {
  fc.assert(
    fc.property(fc.nat(2), fc.array(edits, { minLength: 1, maxLength: 20 }), (locked, all) => {
      let state: State = { sources: [0, 0, 0], briefs: [0, 1, 2, 3], locked, glossary: 1, faults: [] };
      const records = new Map<string, ReturnType<typeof recordsOf>>();
      let library: Library | undefined;
      let before: Catalog | undefined;
      let sound: Catalog | undefined;
      let soundAnew: Catalog | undefined;
      for (const edit of all) {
        state = edited(state, edit);
        library = libraryOf(state, records, library);
        const anew = buildCatalog(library, today);
        before = buildCatalog(library, today, before);
        expect(contentOf(before)).toEqual(contentOf(anew));
        sound = soundCatalog(before, sound, today);
        soundAnew = soundCatalog(anew, soundAnew, today);
        expect(contentOf(sound)).toEqual(contentOf(soundAnew));
      }
    }),
  );
});

test("what is found of a document whose sources are the same is the very same", () => {
  const [paper, other] = [sources.paper?.[0], sources.paper?.[1]] as [Source, Source];
  const report = sourceOfWords("One Two", {}, "report");
  const [a, b] = ["paper", "report"].map((id) => briefOf(`${briefHead}It is so.{% cite "${id}", 1 %}`, `of-${id}`).brief) as [Brief, Brief]; // prettier-ignore
  const records = recordsOf([paper, report]);
  const library = { briefs: [a, b], pages: [], sources: new Map([["paper", paper], ["report", report]]), records, problems: [] }; // prettier-ignore
  const before = buildCatalog(library, today);
  const after = buildCatalog({ ...library, sources: new Map([["paper", other], ["report", report]]), records: new Map([...records, ...recordsOf([other])]) }, today, before); // prettier-ignore
  expect(after.verified.get(b)).toBe(before.verified.get(b));
  expect(after.verified.get(a)).not.toBe(before.verified.get(a));
  expect(after.locks.get("report")).toBe(before.locks.get("report"));
  expect(after.citedBy.get(report.paragraphs[0] as never)).toBe(before.citedBy.get(report.paragraphs[0] as never));
});

test("of a state in which one brief is another, nothing is looked at but that brief and what it cites", () => {
  const [paper, report] = [sources.paper?.[0], sources.report?.[0]] as [Source, Source];
  const ofSources = { pages: [], sources: new Map([["paper", paper], ["report", report]]), records: recordsOf([paper, report]), problems: [] }; // prettier-ignore
  const briefCiting = (name: string, id: string) => briefOf(`${briefHead}It is so in 2024.{% cite "${id}", 1 %}`, name).brief; // prettier-ignore
  const others = ["a", "c", "d"].map((name) => briefCiting(name, "paper"));
  const libraryWith = (brief: Brief) => ({ ...ofSources, briefs: others.toSpliced(1, 0, brief) });
  const before = buildCatalog(libraryWith(briefCiting("b", "paper")), today);
  for (const brief of others)
    for (const key of ["links", "terms", "citations", "formerNames", "meta"] as const)
      Object.defineProperty(brief, key, { get: () => expect.unreachable(`${key} of "${brief.name}" was looked at`) });
  const after = buildCatalog(libraryWith(briefCiting("b", "report")), today, before);
  expect(after.locks.get("report")?.lock.citations).toHaveLength(1);
});

test("of a state in which one source is another, only what cites it is checked, and only what was said of it is said anew", () => {
  const [paper, report] = [sources.paper?.[0], sources.report?.[0]] as [Source, Source];
  const both = briefOf(`${briefHead}It is so.{% cite "paper", 1 %}{% cite "report", 2 %}`, "both").brief;
  const other = briefOf(`${briefHead}It is so.{% cite "paper", 2 %}`, "other").brief;
  const library = { briefs: [both, other], pages: [], sources: new Map([["paper", paper], ["report", report]]), records: recordsOf([paper, report]), problems: [] }; // prettier-ignore
  const before = buildCatalog(library, today);
  Object.defineProperty(other, "citations", { get: () => expect.unreachable("its citations were looked at") });
  const titled = { ...report, meta: { ...report.meta, title: "Another title" } };
  const after = buildCatalog({ ...library, sources: patched(library.sources, [["report", titled]]) }, today, before);
  expect(after.verified.get(both)).not.toBe(before.verified.get(both));
  expect(after.verified.get(both)?.[0]).toBe(before.verified.get(both)?.[0]);
  expect(after.verified.get(both)?.[1]?.source).toBe(titled);
  expect(after.found.lists.bySource.get("paper")).toBe(before.found.lists.bySource.get("paper"));
  expect(after.locks.get("paper")).toBe(before.locks.get("paper"));
});

test("what is doubtful about one brief is found again beside what is about the others", () => {
  const old = briefOf(briefHead.replace("status", "aliases: [old]\nstatus"), "renamed").brief;
  const states = ["So.", "[There](/briefs/old/).", "In 2024 it was 40 per cent. [There](/briefs/old/)."];
  const stateOf = (name: string, body: string) => briefOf(briefHead + body, name).brief;
  const others = ["a", "c"].map((name) => stateOf(name, states[2] ?? ""));
  let before: Catalog | undefined;
  for (const body of [...states, ...states.toReversed()]) {
    const library = { briefs: [...others, stateOf("b", body), old], pages: [], ...noSources, problems: [] };
    before = buildCatalog(library, today, before);
    expect(before.warnings).toEqual(buildCatalog(library, today).warnings);
  }
});

const noSources = { sources: new Map<string, Source>(), records: new Map<string, never>() };
