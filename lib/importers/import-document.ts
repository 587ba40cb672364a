import { cleanLine } from "../core/problem.ts";
import { detectLanguage } from "./detect-language.ts";
import { textOfBlock } from "./block-text.ts";
import { importerFor } from "./importers.ts";
import { largestFile, refused, type ImportOptions, type Importer, type ImportOutcome } from "./imported-document.ts";

/** Bring any document in: pick the importer by content first and by name second, and tell the language. */
export async function importDocument(
  bytes: Uint8Array,
  name: string,
  options: ImportOptions = {},
): Promise<ImportOutcome> {
  if (bytes.length === 0) return refused("is empty.");
  if (bytes.length > largestFile)
    return refused(`is larger than ${largestFile / 1_000_000} MB, the most that is taken in.`);
  const chosen = importerFor(bytes, name);
  if (chosen.kind === "refused") return chosen;
  if (options.encoding !== undefined && !chosen.isPlain)
    return refused("is in a format that says how its text is encoded: add it without --encoding.");
  const outcome = await importSafely(chosen.load, bytes, name, options);
  // What parsers say of a document quotes it.
  if (outcome.kind === "refused") return refused(cleanLine(outcome.reason));
  const { document } = outcome;
  const words = document.blocks.map(textOfBlock).join("\n");
  if (words.trim() === "") return refused("has no text.");
  const language = detectLanguage(words);
  return { kind: "document", document: language ? { ...document, language } : document };
}

async function importSafely(
  load: () => Promise<Importer>,
  bytes: Uint8Array,
  name: string,
  options: ImportOptions,
): Promise<ImportOutcome> {
  try {
    return await (
      await load()
    )(bytes, name, options);
  } catch (error) {
    // What readers of formats throw at damaged files is theirs; nesting exhausts the stack.
    if (error instanceof RangeError) return refused("is nested too deeply, or too large, to be read.");
    const said = error instanceof Error ? error.message.split("\n")[0] : undefined;
    return refused(
      `is damaged or cannot be read${said === undefined || said === "" ? "" : ` (${said.slice(0, 200)})`}.`,
    );
  }
}
