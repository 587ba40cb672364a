import type { SourceModule } from "../lib/core/source/source-module.ts";
import { quotedArticles, readDeclaration, translationCredit } from "./_udhr.ts";

/** Articles of the Dari text, aligned with the English one paragraph by paragraph. */
export default function udhrInDari(): SourceModule {
  const { title, blocks } = readDeclaration("pes_2", { articles: quotedArticles });
  return {
    metadata: {
      type: "treaty",
      genre: "Declaration",
      title,
      "title-short": "Universal Declaration of Human Rights (Dari)",
      author: [{ literal: "United Nations General Assembly" }],
      issued: "1948-12-10",
      publisher: "United Nations",
      number: "A/RES/217(III)",
      language: "fa-AF",
      grade: "primary",
      rights: "excerpt",
      permission: translationCredit,
      numbering: "official",
      translationOf: "udhr",
      note: "A translation, not one of the six official language versions, and not checked here by a speaker. Only articles that are quoted are held here, as the package has them.",
    },
    blocks,
  };
}
