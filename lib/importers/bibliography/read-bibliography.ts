import { FileText } from "../../core/text/file-text.ts";
import { decodeText } from "../decode-text.ts";
import { refused, type Refusal } from "../imported-document.ts";
import type { Bibliography, BibliographyContents, BibliographyFormat } from "./bibliography.ts";
import { withoutDuplicates } from "./duplicate-keys.ts";

export type BibliographyOutcome = { readonly kind: "bibliography"; readonly bibliography: Bibliography } | Refusal;

type Reader = (file: FileText) => BibliographyContents;

/** One reader a format, loaded when it is needed. */
const readers: ReadonlyMap<BibliographyFormat, () => Promise<Reader>> = new Map([
  ["BibTeX", async () => (await import("./bibtex.ts")).readBibtex],
  ["RIS", async () => (await import("./ris.ts")).readRis],
  ["CSL-JSON", async () => (await import("./csl-json.ts")).readCslJson],
]);

/**
 * Read a bibliography: BibTeX and BibLaTeX, RIS, or CSL-JSON, told by its content first
 * and its name second. What is wrong with one entry costs only that entry. Nothing that a
 * file names is opened or fetched.
 */
export async function readBibliography(bytes: Uint8Array, name: string): Promise<BibliographyOutcome> {
  const decoding = decodeText(bytes);
  if (decoding.kind === "refused") return refused(decoding.reason);
  const file = new FileText(name, decoding.text);
  const format = formatOf(file.text, name);
  const load = format && readers.get(format);
  if (!format || !load) return refused("is no bibliography: it holds neither BibTeX, RIS nor CSL-JSON.");
  const contents = withoutDuplicates((await load())(file));
  if (contents.entries.length === 0 && contents.problems.length === 0)
    return refused(`is ${format} without a single entry.`);
  return { kind: "bibliography", bibliography: { format, encoding: decoding.encoding, ...contents } };
}

function formatOf(text: string, name: string): BibliographyFormat | undefined {
  if (/^\s*[[{]/.test(text)) return "CSL-JSON";
  if (/^[ \t]*TY {1,2}-/m.test(text)) return "RIS";
  if (/@[ \t]*[a-z]+\s*[{(]/i.test(text)) return "BibTeX";
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase();
  return ending === "ris" ? "RIS" : ending === "bib" ? "BibTeX" : undefined;
}
