import type { Importer } from "../../lib/importers/imported-document.ts";

/** Why an importer refuses bytes; fails when it takes them. */
export async function refusalOf(importer: Importer, bytes: Uint8Array): Promise<string> {
  const outcome = await importer(bytes, "document");
  if (outcome.kind === "document") throw new Error("The document was taken.");
  if (!/^(?:is|has|holds|would) .*\.$/.test(outcome.reason)) throw new Error(`Not one clear line: ${outcome.reason}`);
  return outcome.reason;
}

/** What Office wraps an encrypted document in begins like this. */
export const compoundFile = new Uint8Array([
  0xd0,
  0xcf,
  0x11,
  0xe0,
  0xa1,
  0xb1,
  0x1a,
  0xe1,
  ...new Array<number>(504).fill(0),
]);
