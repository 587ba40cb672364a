import fc from "fast-check";
import { expect, test } from "vitest";
import type { Brief } from "../../../lib/core/brief/brief.ts";
import type { SourceLock } from "../../../lib/core/anchoring/lock.ts";
import { buildCatalog, type Catalog, type Library } from "../../../lib/core/catalog/catalog.ts";
import { soundCatalog } from "../../../lib/core/preview/sound-catalog.ts";
import type { Source } from "../../../lib/core/source/source.ts";
import { catalogOf, recordsOf, sourceOfWords, today } from "../support/catalogs.ts";
import { briefHead, briefOf } from "../support/documents.ts";

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
const sentences = [...citations, '{% cite "former", 1 %}', "", " [There](/sources/paper/#p4)."].map(
  (end) => `It is so.${end}`,
);

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
}

/** What somebody saves: one brief or one source in another state, or none any more. */
const edits = fc.record({
  kind: fc.constantFrom("briefs", "sources"),
  at: fc.nat(3),
  to: fc.option(fc.nat(11), { freq: 8, nil: undefined }),
});

function edited(state: State, { kind, at, to }: typeof edits extends fc.Arbitrary<infer One> ? One : never): State {
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

function libraryOf(state: State, records: Map<string, ReturnType<typeof recordsOf>>): Library {
  const chosen = Object.values(sources).flatMap((all, at) => all[state.sources[at] ?? -1] ?? []);
  const recordOf = (source: Source) => {
    const key = `${source.id} ${sources[source.id]?.indexOf(source) ?? 0} ${state.locked}`;
    const known = records.get(key) ?? recordsOf([source], locked[state.locked]);
    records.set(key, known);
    return [...known];
  };
  return {
    briefs: briefs.flatMap((all, at) => all[state.briefs[at] ?? -1] ?? []),
    pages: [],
    sources: new Map(chosen.map((source) => [source.id, source])),
    records: new Map(chosen.flatMap(recordOf)),
    problems: [],
  };
}

/** All that pages and reports are made of, the states of getters included. */
function contentOf(catalog: Catalog | undefined) {
  if (!catalog) return undefined;
  const { found, locks, ...content } = catalog;
  expect(found.checked.checks.size).toBe(catalog.verified.size);
  return {
    ...content,
    verified: [...catalog.verified],
    evidence: [...catalog.evidence],
    locks: Array.from(locks, ([id, { lock, isNew }]) => [id, lock, isNew]),
  };
}

test("a catalog that takes again what was found of the state before is the one that is made anew", () => {
  fc.assert(
    fc.property(fc.nat(2), fc.array(edits, { minLength: 1, maxLength: 20 }), (locked, all) => {
      let state: State = { sources: [0, 0, 0], briefs: [0, 1, 2, 3], locked };
      const records = new Map<string, ReturnType<typeof recordsOf>>();
      let before: Catalog | undefined;
      let sound: Catalog | undefined;
      let soundAnew: Catalog | undefined;
      for (const edit of all) {
        state = edited(state, edit);
        const library = libraryOf(state, records);
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
