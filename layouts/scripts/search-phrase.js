// Pages that hold a phrase, word by word: what stands in quotation marks.

/**
 * @param index as `rank` takes it. @param words those of the files that were asked for.
 * @param stems of the phrase, in its order. @param {Uint8Array} [letThrough] by page, 1 for those that filters let through.
 * @returns as `rank` does; the places are those of the phrase where it stands first. A page that has it in its title alone has none.
 */
export function findPhrase(index, words, stems, letThrough) {
  const count = index.pages.length;
  const byWord = new Map(words.map((one) => [one.word, one.forms]));
  const found = new Uint8Array(count);
  const standing = stems.map((stem) => standingOf(byWord.get(stem) ?? []));
  const [first, ...others] = standing;
  for (const page of first?.keys() ?? []) if (others.every((one) => one.has(page))) found[page] = 1;
  const results = [];
  for (let page = 0; page < count; page++) {
    if (found[page] === 0 || letThrough?.[page] === 0) continue;
    const here = standing.map((one) => one.get(page));
    const places = runIn(here.map(({ places }) => places));
    const fields = new Set(here.flatMap(({ fields }) => [...fields.keys()]));
    const field = [...fields].find((name) => runIn(here.map((one) => one.fields.get(name) ?? new Set())).length > 0);
    if (places.length > 0) results.push({ page, score: 1, places: () => places });
    else if (field !== undefined)
      results.push({ page, score: index.fields[field] === "title" ? 5 : 1, places: () => [] });
  }
  return { results: results.sort((a, b) => b.score - a.score), found };
}

/** By page: the places of a word in its text, and in each of its fields. */
function standingOf(forms) {
  const byPage = new Map();
  const on = (page) => {
    const one = byPage.get(page) ?? { places: new Set(), fields: new Map() };
    byPage.set(page, one);
    return one;
  };
  for (const { pages } of forms)
    pages({
      place: (page, _, at) => on(page).places.add(at),
      field(page, which, at) {
        const { fields } = on(page);
        fields.set(which, (fields.get(which) ?? new Set()).add(at));
      },
    });
  return byPage;
}

/** The first places, one after the other, at which words stand in their order; none where they do not. */
function runIn([first, ...others]) {
  const start = [...first].sort((a, b) => a - b).find((at) => others.every((one, step) => one.has(at + step + 1)));
  return start === undefined ? [] : [start, ...others.map((_, step) => start + step + 1)];
}
