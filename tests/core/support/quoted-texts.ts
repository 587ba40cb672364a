import { createRequire } from "node:module";
import { fingerprintForm } from "../../../lib/core/text/normal-form.ts";
import { readDeclaration } from "../../../sources/_udhr.ts";

/** Paragraphs that somebody really wrote. */
export interface QuotedTexts {
  /** BCP 47. */
  readonly language: "en" | "ur";
  /** In form F, of at least eight words each. */
  readonly paragraphs: readonly string[];
  /** Words that turn the sense of a sentence around. */
  readonly negations: readonly string[];
}

const negations = { en: ["not", "no", "never", "without"], ur: ["نہیں", "نہ", "بغیر"] };
const licenses = ["GPL-3.0-only", "MPL-2.0", "EPL-2.0", "CC-BY-SA-4.0", "CDDL-1.1", "OSL-3.0", "EUPL-1.2"];

/** The Universal Declaration in English and Urdu, and the texts of some licences, as their packages ship them. */
export function quotedTexts(): QuotedTexts[] {
  const full = createRequire(import.meta.url)("spdx-license-list/full.js") as Record<string, { licenseText: string }>;
  const legal = licenses.flatMap((id) => full[id]?.licenseText.split(/\n\s*\n/) ?? []);
  return [textsOf("en", declaration("eng")), textsOf("ur", declaration("urd")), textsOf("en", legal)];
}

function declaration(code: string): string[] {
  return readDeclaration(code).blocks.flatMap((block) => ("text" in block ? block.text : []));
}

function textsOf(language: "en" | "ur", texts: readonly string[]): QuotedTexts {
  const paragraphs = texts.map(fingerprintForm).filter((text) => text.split(" ").length >= 8);
  return { language, paragraphs, negations: negations[language] };
}
