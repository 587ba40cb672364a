import { refused, type Importer, type Refusal } from "./imported-document.ts";
import { kindOfFile, type FileKind } from "./file-kind.ts";

export type ChosenImporter =
  | {
      readonly kind: "importer";
      /** Whether the format is one of plain bytes, whose encoding somebody may name. */
      readonly isPlain: boolean;
      readonly load: () => Promise<Importer>;
    }
  | Refusal;

const plain: ReadonlySet<FileKind> = new Set<FileKind>(["text", "markdown", "html", "json", "csv"]);

/** One importer a format, loaded when it is needed: those for office formats are large. */
const importers: ReadonlyMap<FileKind, () => Promise<Importer>> = new Map<FileKind, () => Promise<Importer>>([
  ["text", async () => (await import("./text.ts")).importText],
  ["markdown", async () => (await import("./markdown.ts")).importMarkdown],
  ["html", async () => (await import("./html.ts")).importHtml],
  ["json", async () => (await import("./json.ts")).importJson],
  ["csv", async () => (await import("./csv.ts")).importCsv],
  ["docx", async () => (await import("./docx.ts")).importDocx],
  ["odt", async () => (await import("./odt.ts")).importOdt],
  ["epub", async () => (await import("./epub.ts")).importEpub],
  ["pdf", async () => (await import("./pdf.ts")).importPdf],
]);

export function importerFor(bytes: Uint8Array, name: string): ChosenImporter {
  const kind = kindOfFile(bytes, name);
  if (kind.kind === "refused") return kind;
  const load = importers.get(kind.format);
  return load
    ? { kind: "importer", isPlain: plain.has(kind.format), load }
    : refused("is of a kind that cannot be brought in.");
}
