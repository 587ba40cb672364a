import { z } from "zod";
import type { FileText } from "../../core/text/file-text.ts";
import { shorten } from "../../core/text/shorten.ts";
import type { BibliographyContents, BibliographyEntry, BibliographyProblem } from "./bibliography.ts";
import { describeCsl } from "./csl-entry.ts";
import { findItems, type FoundItem } from "./csl-items.ts";
import { KeyMaker } from "./key-maker.ts";

const itemShape = z.record(z.string(), z.unknown());

/** CSL-JSON: a list of items, one item, or an object with `items` or `references`. A wrong item costs only itself. */
export function readCslJson(file: FileText): BibliographyContents {
  const entries: BibliographyEntry[] = [];
  const problems: BibliographyProblem[] = [];
  const keys = new KeyMaker();
  for (const item of findItems(file.text)) {
    const { line, column } = file.placeAt(item.offset);
    const read = readItem(item);
    if (read.kind === "fault") {
      problems.push({ line, column, message: read.message, ...(read.key !== undefined && { key: read.key }) });
      continue;
    }
    const described = describeCsl(read.values);
    const own = read.values.get("citation-key") ?? read.values.get("id");
    const key = typeof own === "string" || typeof own === "number" ? String(own) : undefined;
    entries.push({ key: keys.keyFor(key, described.metadata), line, ...described });
  }
  return { entries, problems };
}

type ItemReading =
  | { readonly kind: "item"; readonly values: ReadonlyMap<string, unknown> }
  | { readonly kind: "fault"; readonly message: string; readonly key?: string | undefined };

function readItem({ json }: FoundItem): ItemReading {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch (error) {
    const key = /"(?:id|citation-key)"\s*:\s*"([^"\\]{1,200})"/.exec(json)?.[1];
    const said = error instanceof Error ? shorten(error.message.replace(/\s+/g, " ")) : "it cannot be read";
    return { kind: "fault", key, message: `The item is not JSON: ${said}.` };
  }
  const item = itemShape.safeParse(data);
  if (!item.success)
    return { kind: "fault", message: 'The item is no object. Write { "id": …, "type": …, "title": … }.' };
  const values = new Map(Object.entries(item.data));
  const id = values.get("id");
  const key = typeof id === "string" || typeof id === "number" ? String(id) : undefined;
  const wrong = ["type", "title", "container-title"].find((name) => {
    const value = values.get(name);
    return value !== undefined && value !== null && typeof value !== "string";
  });
  if (wrong !== undefined) return { kind: "fault", key, message: `${wrong} is no text. Write it in quotation marks.` };
  if (!["type", "title", "author", "issued", "URL"].some((name) => values.has(name)))
    return { kind: "fault", key, message: 'The item describes no work. Write at least "type" and "title".' };
  return { kind: "item", values };
}
