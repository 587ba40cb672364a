import fc from "fast-check";
import { expect, test } from "vitest";
import type { Brief } from "../../lib/core/brief/brief.ts";
import { buildCatalog, type Catalog, type Library } from "../../lib/core/catalog/catalog.ts";
import { builtInNaming } from "../../lib/core/citation-style/naming.ts";
import { readGlossary } from "../../lib/core/glossary/read-glossary.ts";
import { previewLibrary } from "../../lib/core/preview/previewed-library.ts";
import { soundCatalog } from "../../lib/core/preview/sound-catalog.ts";
import { remembered } from "../../lib/core/remembered.ts";
import type { Source } from "../../lib/core/source/source.ts";
import { FileText } from "../../lib/core/text/file-text.ts";
import { comparePages, ingredientsOf, type Ingredients } from "../../lib/site/affected.ts";
import { nextIngredients, type KnownIngredients } from "../../lib/site/next-ingredients.ts";
import { pageKinds, type Session } from "../../lib/site/session.ts";
import { catalogOf, recordsOf, sourceOfWords, today } from "../core/support/catalogs.ts";
import { briefHead, briefOf } from "../core/support/documents.ts";
import { patchedTo } from "../support/patched-to.ts";

/** States of each source: another title, another author beside whom another is told apart, words that are cited gone. */
const sources: readonly (readonly Source[])[] = [
  { id: "report", keys: { author: "[{ family: Shah }]", issued: "2025" } },
  { id: "translation", keys: { translationOf: "report" } },
  { id: "paper", keys: { aliases: "[former]", author: "[{ family: Khan }]", issued: "2025" } },
].map(({ id, keys }) => [
  sourceOfWords("One Two Three", keys, id),
  sourceOfWords("One Two Three", { ...keys, title: "Another title" }, id),
  sourceOfWords("One Two Three", { ...keys, author: "[{ family: Shah }]" }, id),
  sourceOfWords("One Two Other", keys, id),
  sourceOfWords("One", keys, id),
]);
const locks = catalogOf(
  sources.flatMap(([first]) => first ?? []),
  [briefOf(`${briefHead}It is so.{% cite "report", 1 %}{% cite "paper", 2 %}`, "a").brief],
).locks;
const recordOf = remembered((source: Source) => [...recordsOf([source], new Map(Array.from(locks, ([id, { lock }]) => [id, lock])))]); // prettier-ignore

const glossaries = ["## Toll\n\nWhat a ship pays.\n", "## Toll\n\nWhat is paid.\n"].map(
  (text) => readGlossary(new FileText("briefs/_glossary.md", text)).glossary,
);

const sentences = [
  'It is so.{% cite "report", 1 %}',
  'It is not so.{% cite "report", 1, as="disputes" %}',
  'It is so.{% cite "translation", 2 %}',
  'It is said so.{% cite "paper", 2 %}',
  "In 2024 it was 40 per cent.",
  'It is so, at a [toll]{term}.{% cite "paper", 1 %}',
  'It is so.{% cite "none", 1 %}',
];
const fault = sentences.length - 1;
/** Two briefs may come to have one former name. */
const headsOf = (name: string) => [
  briefHead,
  briefHead.replace("status:", `aliases: [formerly-${name === "b" ? "a" : name}]\ntopics: [ports, law]\nstatus:`),
  briefHead.replace("status:", "topics: [law]\nstatus:").replace(/date: .*/, "date: 2020-01-01"),
  briefHead.replace("status: published", `aliases: [formerly-${name === "b" ? "a" : name}]\nstatus: draft`),
];
/** States of each brief: the last of its sentences is a fault. */
const briefs: readonly (readonly Brief[])[] = ["a", "b", "c", "d"].map((name) =>
  headsOf(name).flatMap((head) => sentences.map((sentence) => briefOf(`${head}${sentence}`, name).brief)),
);

const ofBriefs = fc.record({
  kind: fc.constant("brief" as const),
  at: fc.nat(3),
  head: fc.nat(3),
  sentence: fc.oneof({ weight: 12, arbitrary: fc.nat(fault - 1) }, { weight: 2, arbitrary: fc.constant(fault) }),
  isThere: fc.oneof({ weight: 8, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
});
const ofSources = fc.record({
  kind: fc.constant("source" as const),
  at: fc.nat(2),
  to: fc.option(fc.nat(4), { freq: 12, nil: undefined }),
});
const ofOthers = fc.record({ kind: fc.constantFrom("glossary" as const, "unread" as const), to: fc.nat(2) });
/** What somebody saves; "unread" is a file of a brief or a source that nobody can read. */
const edits = fc.oneof({ weight: 4, arbitrary: ofBriefs }, { weight: 3, arbitrary: ofSources }, { weight: 1, arbitrary: ofOthers }); // prettier-ignore

interface State {
  readonly briefs: (number | undefined)[];
  readonly sources: (number | undefined)[];
  glossary: number;
  unread: number;
}

function libraryOf(state: State, before: Library | undefined): Library {
  const chosen = sources.flatMap((states, at) => states[state.sources[at] ?? -1] ?? []);
  const glossary = glossaries[state.glossary];
  const [path] = ["", "briefs/unread.md", "sources/unread.md"].slice(state.unread);
  return {
    briefs: briefs.flatMap((states, at) => states[state.briefs[at] ?? -1] ?? []),
    pages: [],
    sources: patchedTo(before?.sources, new Map(chosen.map((source) => [source.id, source]))),
    records: patchedTo(before?.records, new Map(chosen.flatMap(recordOf))),
    ...(glossary && { glossary }),
    problems: path ? [{ place: { path, line: 1, column: 1 }, rule: "file-readable", message: "Nobody can." }] : [],
  };
}

function compared(before: Ingredients, after: Ingredients) {
  const { changed, gone } = comparePages(before, after);
  return { changed, gone: new Set(gone) };
}

const listed = (ingredients: Ingredients) => pageKinds.map((kind) => new Map(ingredients[kind]));

test("what pages are made of after any saves is what they are made of anew, in files and in a preview", () => {
  fc.assert(
    fc.property(fc.array(edits, { minLength: 2, maxLength: 16 }), (saves) => {
      const state: State = { briefs: [0, 1, 2, 3], sources: [0, 0, 0], glossary: 0, unread: 0 };
      let library: Library | undefined;
      let current: Catalog | undefined;
      let sound: Catalog | undefined;
      let [shown, files]: (KnownIngredients | undefined)[] = [];
      for (const save of saves) {
        if (save.kind === "brief")
          state.briefs[save.at] = save.isThere ? save.head * sentences.length + save.sentence : undefined;
        else if (save.kind === "source") state.sources[save.at] = save.to;
        else state[save.kind] = save.to;
        library = libraryOf(state, library);
        current = buildCatalog(library, today, current);
        sound = soundCatalog(current, sound, today);
        if (!sound) continue;
        const preview = previewLibrary(current, sound, "en", shown?.session.preview);
        expect(new Map(preview.findings)).toEqual(previewLibrary(current, sound, "en").findings);
        const named = preview.catalog.library.sources;
        const citing = { naming: builtInNaming("apa", named.values()), style: "apa", save: () => undefined };
        const ofFiles: Session = { catalog: sound, root: "/", drafts: true, citing };
        const before = [shown, files];
        [shown, files] = [nextIngredients({ ...ofFiles, preview }, shown), nextIngredients(ofFiles, files)];
        for (const [index, { session, ingredients }] of [shown, files].entries()) {
          const anew = ingredientsOf(session);
          expect(listed(ingredients)).toEqual(listed(anew));
          const then = before[index];
          if (!then) continue;
          expect(compared(then.ingredients, ingredients)).toEqual(compared(ingredientsOf(then.session), anew));
        }
      }
    }),
  );
});
