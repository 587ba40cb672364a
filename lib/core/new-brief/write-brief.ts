import { stringify } from "yaml";
import { parseBrief } from "../brief/parse-brief.ts";
import type { Name } from "../front-matter/name.ts";
import { FileText } from "../text/file-text.ts";
import { oneLine } from "../text/one-line.ts";
import { briefOutline } from "./brief-outline.ts";

/** What is known of a brief before it is written. Texts are unchecked. */
export interface BriefBeginning {
  readonly title: string;
  readonly question: string;
  readonly summary?: string;
  readonly authors: readonly Name[];
  readonly topics: readonly string[];
  /** YYYY-MM-DD. */
  readonly date: string;
  /** BCP 47; the site's when absent. */
  readonly language?: string;
  readonly audience?: string;
}

export type NewBrief =
  | { readonly kind: "brief"; readonly text: string }
  /** In whole sentences, each with what to write. */
  | { readonly kind: "refused"; readonly reasons: readonly string[] };

/**
 * The text of a new brief, a draft: its front matter, and a place for everything that a
 * brief should say. It passes the check as it is.
 *
 * @param siteLanguage of a brief that names none.
 */
export function writeBrief(slug: string, beginning: BriefBeginning, siteLanguage: string): NewBrief {
  const { title, question, summary, authors, topics, date, language, audience } = beginning;
  const outline = briefOutline(language ?? siteLanguage);
  const line = (text: string | undefined) => (text === undefined ? undefined : oneLine(text));
  const meta = {
    title: oneLine(title),
    question: oneLine(question),
    summary: line(summary) ?? outline.summary,
    authors: authors.map((name) =>
      Object.fromEntries(Object.entries(name).map(([key, value]) => [key, oneLine(value ?? "")])),
    ),
    date,
    topics,
    status: "draft",
    language,
    audience: line(audience),
  };
  const yaml = stringify(meta, { lineWidth: 0, defaultKeyType: "PLAIN", aliasDuplicateObjects: false });
  const body = outline.sections.map(({ heading, guidance }) => `## ${heading}\n\n${guidance}\n`).join("\n");
  const text = `---\n${yaml}---\n\n${body}`;
  const { problems } = parseBrief(slug, new FileText(`briefs/${slug}.md`, text), siteLanguage);
  return problems.length === 0
    ? { kind: "brief", text }
    : { kind: "refused", reasons: problems.map(({ message }) => message) };
}
