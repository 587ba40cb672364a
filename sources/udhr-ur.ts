import type { SourceModule } from "../lib/core/source/source-module.ts";
import { quotedArticles, readDeclaration, translationCredit } from "./_udhr.ts";

/** Articles of the Urdu text, aligned with the English one paragraph by paragraph. */
export default function udhrInUrdu(): SourceModule {
  const { title, blocks } = readDeclaration("urd", { articles: quotedArticles });
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
      rights: "excerpt",
      permission: translationCredit,
      numbering: "official",
      translationOf: "udhr",
      note: "A translation, not one of the six official language versions, and not checked here by a speaker. Only articles that are quoted are held here. The package also has a second, reworded Urdu translation.",
    },
    blocks,
  };
}
