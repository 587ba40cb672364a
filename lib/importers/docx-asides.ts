import { collapseWhiteSpace } from "../core/text/normal-form.ts";
import type { Dropped } from "./imported-document.ts";
import { charactersOf, decodeXml, elementsOf, parseXml } from "./xml.ts";
import type { ZipEntries } from "./zip-archive.ts";

/** What stands beside the text of a Word document and is not read: heads, feet, remarks and pictures. */
export function droppedAsides(entries: ZipEntries): Dropped[] {
  const dropped: Dropped[] = [];
  for (const [name, bytes] of entries) {
    const what = /^word\/(header|footer)\d*\.xml$/.exec(name)?.[1];
    if (what === undefined) continue;
    const text = collapseWhiteSpace(charactersOf(parseXml(decodeXml(bytes))));
    if (text !== "") dropped.push({ what: what === "header" ? "running head" : "running foot", text });
  }
  const comments = parseXml(decodeXml(entries.get("word/comments.xml")));
  for (const comment of elementsOf(comments, "w:comment"))
    dropped.push({ what: "comment", text: collapseWhiteSpace(charactersOf(comment)) });
  return dropped;
}

/** What makes a Word document doubtful as a whole. */
export function docxDoubts(document: string): string[] {
  if (!/<w:(?:ins|del|moveFrom|moveTo)\b/.test(document)) return [];
  return ["The document has tracked changes: it was read as if all of them were accepted."];
}
