import type { z } from "zod";
import { briefSchema } from "../brief/brief-schema.ts";
import { readFrontMatter } from "../front-matter/read.ts";
import { splitFrontMatter } from "../front-matter/split.ts";
import { sourceSchema } from "../source/source-schema.ts";
import type { FileText } from "../text/file-text.ts";
import type { RenamedKind, Renaming } from "./rename-edits.ts";
import type { TextEdit } from "./replace-at.ts";

/**
 * The edit that adds a former name to the front matter of what had it.
 *
 * @param lineEnd as the file has it. @returns undefined where the list is written in a way that is not known.
 */
export function aliasEdit(file: FileText, kind: RenamedKind, former: string, lineEnd: string): TextEdit | undefined {
  const schema: z.ZodObject = kind === "brief" ? briefSchema : sourceSchema;
  const front = readFrontMatter(file, schema);
  if (!front.has("aliases")) {
    const { yaml, yamlOffset } = splitFrontMatter(file);
    return { place: file.placeAt(yamlOffset + yaml.length), from: "", to: `aliases: [${former}]${lineEnd}` };
  }
  const offset = front.offsetOf(["aliases"]);
  if (file.text[offset] === "[") {
    const isEmpty = /^\[\s*\]/.test(file.text.slice(offset, offset + 1000));
    return { place: file.placeAt(offset + 1), from: "", to: isEmpty ? former : `${former}, ` };
  }
  if (file.text[offset] !== "-") return undefined;
  const indent = file.text.slice(file.text.lastIndexOf("\n", offset) + 1, offset);
  return { place: file.placeAt(offset), from: "", to: `- ${former}${lineEnd}${indent}` };
}

/** Where other front matter names a source that is renamed: translations of it, and answers about it. */
export function namedInFrontMatter(file: FileText, kind: RenamedKind, { from, to }: Renaming): TextEdit[] {
  if (kind === "source") {
    const front = readFrontMatter(file, sourceSchema);
    if (front.data.translationOf !== from) return [];
    return [{ place: file.placeAt(front.offsetOf(["translationOf"])), from, to }];
  }
  const front = readFrontMatter(file, briefSchema);
  return (front.data.answers ?? []).flatMap(({ about }, index) =>
    about === from ? [{ place: file.placeAt(front.offsetOf(["answers", index, "about"])), from, to }] : [],
  );
}
