import type { Document, Element } from "domhandler";
import { readDay, readDublinCore } from "./dublin-core.ts";
import { refused, type ImportedMetadata, type Refusal } from "./imported-document.ts";
import { charactersOf, decodeXml, elementsOf, firstOf, parseXml } from "./xml.ts";
import type { ZipEntries } from "./zip-archive.ts";

/** What an e-book's package file says. */
export interface EpubPackage {
  readonly metadata: ImportedMetadata;
  /** Names of the entries that hold the text, in the order of reading. */
  readonly spine: readonly string[];
  /** Name of the entry that holds the table of contents. */
  readonly contents: string | undefined;
}

/** Read the package file that `META-INF/container.xml` names. */
export function readPackage(entries: ZipEntries): { readonly kind: "package"; readonly found: EpubPackage } | Refusal {
  const container = part(entries, "META-INF/container.xml");
  const path = firstOf(container, "rootfile")?.attribs["full-path"] ?? "";
  if (!entries.has(path)) return refused("is not an e-book (.epub): it holds no text of one.");
  const root = withoutPrefixes(part(entries, path));
  const items = new Map(elementsOf(root, "item").map((item) => [item.attribs.id ?? "", item]));
  const nameOf = (item: Element) => resolveName(path, item.attribs.href ?? "");
  const spine = elementsOf(root, "itemref").flatMap(({ attribs }) => {
    const item = items.get(attribs.idref ?? "");
    return item ? [nameOf(item)] : [];
  });
  const contents = [...items.values()].find(({ attribs }) => /(?:^|\s)nav(?:\s|$)/.test(attribs.properties ?? ""));
  const locked = new Set(
    elementsOf(withoutPrefixes(part(entries, "META-INF/encryption.xml")), "CipherReference").map(({ attribs }) =>
      resolveName("", attribs.URI ?? ""),
    ),
  );
  if (spine.some((name) => locked.has(name))) return refused("is locked against copying: its text cannot be read.");
  const date = elementsOf(root, "dc:date").find(
    ({ attribs }) => (attribs["opf:event"] ?? "publication") === "publication",
  );
  const issued = readDay(charactersOf(date));
  const metadata = { type: "book", ...readDublinCore(root), ...(issued !== undefined && { issued }) };
  return { kind: "package", found: { metadata, spine, contents: contents && nameOf(contents) } };
}

function part(entries: ZipEntries, name: string): Document {
  return parseXml(decodeXml(entries.get(name)));
}

/** Package files may give their own elements a prefix; those of Dublin Core keep theirs. */
function withoutPrefixes(root: Document): Document {
  const rename = (parent: Document | Element): void => {
    for (const child of parent.children) {
      if (!("attribs" in child)) continue;
      child.name = child.name.replace(/^(?!dc:)[\w-]+:/, "");
      rename(child);
    }
  };
  rename(root);
  return root;
}

/** The name of the entry to which a reference leads; the part behind # is left out. */
export function resolveName(from: string, reference: string): string {
  const path = from.split("/").slice(0, -1);
  for (const step of decode(reference.replace(/[#?].*$/s, "")).split("/")) {
    if (step === "..") path.pop();
    else if (step !== "." && step !== "") path.push(step);
  }
  return path.join("/");
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
