/** citation-js, an independent reader of what Pincite writes; its packages ship no types. */

/** An item of CSL-JSON as another program reads it. */
export type ReadItem = Readonly<Record<string, unknown>>;

export type BibliographyFile = "BibTeX" | "RIS" | "CSL-JSON";

interface CitationJs {
  readonly plugins: {
    readonly input: {
      readonly chain: (data: string, options: object) => ReadItem[];
      readonly data: (data: string, type: string) => unknown;
    };
  };
}

// @ts-expect-error no declarations
const { plugins } = (await import("@citation-js/core")) as CitationJs;
// @ts-expect-error no declarations
await import("@citation-js/plugin-bibtex");
// @ts-expect-error no declarations
await import("@citation-js/plugin-ris"); // prettier-ignore

const types = { "BibTeX": "@biblatex/text", "RIS": "@ris/file", "CSL-JSON": "@else/json" } as const; // prettier-ignore

/** The works in a file, as items of CSL. */
export function readWithCitationJs(text: string, file: BibliographyFile): ReadItem[] {
  return plugins.input.chain(text, { generateGraph: false, forceType: types[file] });
}

/** The values of a file of BibTeX by field, what TeX means read, for each entry. */
export function readBibtexFields(text: string): ReadonlyMap<string, string>[] {
  const entries = plugins.input.data(text, types.BibTeX) as { readonly properties: Record<string, string> }[];
  return entries.map(
    ({ properties }) => new Map(Object.entries(properties).map(([name, value]) => [name, readTex(value)])),
  );
}

/** The values of a file of RIS by tag, for each record. */
export function readRisTags(text: string): ReadonlyMap<string, readonly string[]>[] {
  const records = plugins.input.data(text, types.RIS) as Record<string, string | string[]>[];
  return records.map((record) => new Map(Object.entries(record).map(([tag, value]) => [tag, [value].flat()])));
}

function readTex(value: string): string {
  const [item] = readWithCitationJs(`@misc{one, note = {${value}}}`, "BibTeX");
  return withoutSpans(typeof item?.note === "string" ? item.note : "");
}

/** citation-js marks what stands in braces of its own as text whose case stays. */
export function withoutSpans(text: string): string {
  return text.replace(/<span class="nocase">|<\/span>/g, "");
}
