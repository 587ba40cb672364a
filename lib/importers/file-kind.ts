import { refused, type Refusal } from "./imported-document.ts";

export type FileKind = "text" | "markdown" | "html" | "json" | "csv" | "docx" | "odt" | "epub" | "pdf";

export type FileKindFinding = { readonly kind: "format"; readonly format: FileKind } | Refusal;

const namedFormats: ReadonlyMap<string, FileKind> = new Map<string, FileKind>([
  ["md", "markdown"],
  ["markdown", "markdown"],
  ["html", "html"],
  ["htm", "html"],
  ["xhtml", "html"],
  ["json", "json"],
  ["csv", "csv"],
  ["tsv", "csv"],
  ["docx", "docx"],
  ["odt", "odt"],
  ["epub", "epub"],
  ["pdf", "pdf"],
]);

/** Formats whose content is told by its first bytes, so that a name alone does not make one. */
const binaryFormats: ReadonlyMap<FileKind, string> = new Map<FileKind, string>([
  ["docx", "a Word document"],
  ["odt", "an OpenDocument text"],
  ["epub", "an EPUB"],
  ["pdf", "a PDF"],
]);

/** What begins files that hold no text, or none that can be read here. */
const refusals: readonly (readonly [prefix: string, reason: string])[] = [
  ["{\\rtf", "is in Rich Text Format. Save it as .docx or .odt and add that."],
  ["\x89PNG", "is a picture, not a text."],
  ["\xFF\xD8\xFF", "is a picture, not a text."],
  ["GIF8", "is a picture, not a text."],
  ["II*\0", "is a picture, not a text."],
  ["MM\0*", "is a picture, not a text."],
  ["\x1F\x8B", "is a compressed file. Unpack it and add what is inside."],
  ["7z\xBC\xAF", "is a compressed file. Unpack it and add what is inside."],
  ["Rar!", "is a compressed file. Unpack it and add what is inside."],
  ["\x7FELF", "is a program, not a text."],
  ["MZ\x90", "is a program, not a text."],
  ["%!PS", "is PostScript. Save it as PDF and add that."],
];

/** Which format a file has, by its content first; its name decides among formats of plain text. */
export function kindOfFile(bytes: Uint8Array, name: string): FileKindFinding {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = buffer.subarray(0, 1024).toString("latin1");
  const found = (format: FileKind): FileKindFinding => ({ kind: "format", format });
  if (/^[\s\S]{0,1000}%PDF-/.test(head) && !/^\s*</.test(head)) return found("pdf");
  if (head.startsWith("PK\x03\x04")) return kindOfArchive(buffer);
  if (head.startsWith("\xD0\xCF\x11\xE0")) return kindOfCompound(buffer);
  const refusal = refusals.find(([prefix]) => head.startsWith(prefix));
  if (refusal) return refused(refusal[1]);
  if (/\.(?:bib|ris)$/i.test(name)) return refused("is a bibliography. Bring it in with --bib and its name.");
  const named = namedFormats.get(/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "");
  const binary = named && binaryFormats.get(named);
  if (binary !== undefined) return refused(`is not ${binary}, though its name says so; or it is damaged.`);
  // Every other byte of UTF-16 is no character of its own.
  const start = head
    .replace(/^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)/, "")
    .replace(/\0/g, "")
    .trimStart();
  if (named === undefined && /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html)[\s>]/i.test(start))
    return found("html");
  return found(named ?? "text");
}

function kindOfArchive(buffer: Buffer): FileKindFinding {
  const start = buffer.subarray(0, 200).toString("latin1");
  if (start.includes("application/epub+zip")) return { kind: "format", format: "epub" };
  if (start.includes("application/vnd.oasis.opendocument.text")) return { kind: "format", format: "odt" };
  if (buffer.includes("word/document.xml")) return { kind: "format", format: "docx" };
  if (buffer.includes("META-INF/container.xml") && buffer.includes(".opf")) return { kind: "format", format: "epub" };
  if (buffer.includes("content.xml") && buffer.includes("META-INF/manifest.xml"))
    return { kind: "format", format: "odt" };
  if (buffer.includes("xl/workbook.xml"))
    return refused("is a spreadsheet. Save it as CSV with the columns label and text.");
  if (buffer.includes("ppt/presentation.xml")) return refused("is a presentation. Save it as PDF and add that.");
  return refused("is a compressed file. Unpack it and add what is inside.");
}

/** The container of Word before 2007, in which later programs wrap encrypted documents. */
function kindOfCompound(buffer: Buffer): FileKindFinding {
  return buffer.includes(Buffer.from("EncryptedPackage", "utf16le"))
    ? refused("is encrypted. Save it without a password and add that.")
    : refused("is of Word before 2007. Save it as .docx and add that.");
}
