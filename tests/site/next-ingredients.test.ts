import fc from "fast-check";
import { expect, test } from "vitest";
import type { Brief } from "../../lib/core/brief/brief.ts";
import { buildCatalog, type Catalog } from "../../lib/core/catalog/catalog.ts";
import { previewLibrary } from "../../lib/core/preview/previewed-library.ts";
import { soundCatalog } from "../../lib/core/preview/sound-catalog.ts";
import { comparePages, ingredientsOf, type Ingredients } from "../../lib/site/affected.ts";
import { ownNaming } from "../../lib/site/citations/open-naming.ts";
import { nextIngredients, type KnownIngredients } from "../../lib/site/next-ingredients.ts";
import { pageKinds, type Session } from "../../lib/site/session.ts";
import { recordsOf, sourceOfWords, today } from "../core/support/catalogs.ts";
import { briefHead, briefOf } from "../core/support/documents.ts";

const all = [
  sourceOfWords("One Two Three"),
  sourceOfWords("One Two", { translationOf: "report" }, "translation"),
  sourceOfWords("One Two", { aliases: "[former]" }, "paper"),
];
const ofSources = { sources: new Map(all.map((source) => [source.id, source])), records: recordsOf(all) };
const naming = ownNaming(ofSources.sources);

const sentences = [
  'It is so.{% cite "report", 1 %}',
  'It is not so.{% cite "report", 1, as="disputes" %}',
  'It is so.{% cite "translation", 2 %}',
  'It is said so.{% cite "paper", 2 %}',
  "In 2024 it was 40 per cent.",
  'It is so.{% cite "none", 1 %}',
];
const headsOf = (name: string) => [
  briefHead,
  briefHead.replace("status:", "topics: [ports, law]\nstatus:"),
  briefHead.replace("status:", "topics: [law]\nstatus:").replace(/date: .*/, "date: 2020-01-01"),
  briefHead.replace("status: published", `aliases: [formerly-${name}]\nstatus: draft`),
];
/** States of each brief: the last of its sentences is a fault. */
const briefs: readonly (readonly Brief[])[] = ["a", "b", "c", "d"].map((name) =>
  headsOf(name).flatMap((head) => sentences.map((sentence) => briefOf(`${head}${sentence}`, name).brief)),
);

const edits = fc.record({
  at: fc.nat(3),
  head: fc.nat(3),
  sentence: fc.oneof({ weight: 12, arbitrary: fc.nat(4) }, { weight: 1, arbitrary: fc.constant(5) }),
  isThere: fc.oneof({ weight: 8, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
});

function compared(before: Ingredients, after: Ingredients) {
  const { changed, gone } = comparePages(before, after);
  return { changed, gone: new Set(gone) };
}

const listed = (ingredients: Ingredients) => pageKinds.map((kind) => new Map(ingredients[kind]));

test("what pages are made of after any saves is what they are made of anew, in files and in a preview", () => {
  const kin = new Set<object>();
  fc.assert(
    fc.property(fc.array(edits, { minLength: 2, maxLength: 16 }), (saves) => {
      const state: (number | undefined)[] = [0, 1, 2, 3];
      let current: Catalog | undefined;
      let sound: Catalog | undefined;
      let [shown, files]: (KnownIngredients | undefined)[] = [];
      for (const { at, head, sentence, isThere } of saves) {
        state[at] = isThere ? head * sentences.length + sentence : undefined;
        const here = briefs.flatMap((states, place) => states[state[place] ?? -1] ?? []);
        current = buildCatalog({ briefs: here, pages: [], ...ofSources, problems: [] }, today, current);
        sound = soundCatalog(current, sound, today);
        if (!sound) continue;
        const preview = previewLibrary(current, sound, "en", shown?.session.preview);
        expect(new Map(preview.findings)).toEqual(previewLibrary(current, sound, "en").findings);
        const ofFiles: Session = { catalog: sound, root: "/", drafts: true, citing: naming };
        const before = [shown, files];
        [shown, files] = [nextIngredients({ ...ofFiles, preview }, shown), nextIngredients(ofFiles, files)];
        for (const [index, { session, ingredients }] of [shown, files].entries()) {
          const anew = ingredientsOf(session);
          expect(listed(ingredients)).toEqual(listed(anew));
          const then = before[index];
          if (!then) continue;
          expect(compared(then.ingredients, ingredients)).toEqual(compared(ingredientsOf(then.session), anew));
          if (then.session.catalog.found.checked.kin === sound.found.checked.kin) kin.add(sound);
        }
      }
    }),
  );
  expect(kin.size).toBeGreaterThan(100);
});
