import { doubtOfDay, readDay, readDublinCore, readNames } from "./dublin-core.ts";
import { imported, refused, type ImportedBlock, type Importer, type ImportOutcome } from "./imported-document.ts";
import { OdtReader } from "./odt-blocks.ts";
import { OdtLists } from "./odt-lists.ts";
import { OdtStyles } from "./odt-styles.ts";
import { charactersOf, decodeXml, elementsOf, firstOf, parseXml } from "./xml.ts";
import { openZip, type ZipEntries } from "./zip-archive.ts";

const wanted = new Set(["mimetype", "content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"]);

/** Import an OpenDocument text (.odt). */
// eslint-disable-next-line @typescript-eslint/require-await -- importers answer with promises
export const importOdt: Importer = async (bytes) => {
  const opened = openZip(bytes, "an OpenDocument text (.odt)", (name) => wanted.has(name));
  if (opened.kind === "refused") return opened;
  const { entries } = opened;
  const type = decodeXml(entries.get("mimetype")).trim();
  if (!entries.has("content.xml") || (type !== "" && !type.startsWith("application/vnd.oasis.opendocument.text")))
    return refused("is not an OpenDocument text (.odt): it holds no text of one.");
  if (/<manifest:encryption-data\b/.test(decodeXml(entries.get("META-INF/manifest.xml"))))
    return refused("is encrypted: save it without a password.");
  try {
    return readDocument(entries);
  } catch (error) {
    if (error instanceof RangeError) return refused("is damaged: its text is nested too deeply.");
    throw error;
  }
};

function readDocument(entries: ZipEntries): ImportOutcome {
  const [content, styles, meta] = ["content.xml", "styles.xml", "meta.xml"].map((name) =>
    parseXml(decodeXml(entries.get(name))),
  );
  const body = firstOf(content, "office:text");
  if (!content || !styles || !meta || !body) return refused("is damaged: its text cannot be read.");
  const reader = new OdtReader(new OdtStyles([content, styles]), new OdtLists([content, styles]));
  reader.read(body);
  const notes = reader.notes.flatMap((text, index): ImportedBlock[] =>
    text === "" ? [] : [{ kind: "paragraph", label: `fn${index + 1}`, text }],
  );
  const blocks = [...reader.blocks, ...notes];
  if (blocks.length === 0) return refused("has no text.");
  const day = readDay(charactersOf(firstOf(meta, "meta:creation-date") ?? firstOf(meta, "dc:date")));
  const begunBy = readNames(charactersOf(firstOf(meta, "meta:initial-creator")));
  const title = reader.titles.join(" ");
  const hasChanges = elementsOf(body, "text:changed-region").length > 0;
  return imported({
    metadata: {
      ...readDublinCore(meta),
      ...(begunBy.length > 0 && { author: begunBy }),
      ...(title !== "" && { title }),
      ...(day !== undefined && { issued: day }),
    },
    blocks,
    dropped: [...reader.dropped, ...pageEdges(styles)],
    doubts: [
      ...(hasChanges ? ["The document has tracked changes: it was read as if all of them were accepted."] : []),
      ...(day === undefined ? [] : [doubtOfDay(day)]),
    ],
  });
}

/** What the pages repeat at their edges. */
function pageEdges(styles: Parameters<typeof elementsOf>[0]) {
  const edges = [
    ["style:header", "running head"],
    ["style:footer", "running foot"],
  ] as const;
  return edges.flatMap(([name, what]) =>
    elementsOf(styles, name).flatMap((edge) => {
      const text = charactersOf(edge).replace(/\s+/g, " ").trim();
      return text === "" ? [] : [{ what, text }];
    }),
  );
}
