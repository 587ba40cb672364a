/**
 * Every rule that a problem can name, each called after the truth that should hold.
 * `docs/rules.md` has a heading for each; a test keeps the two in step.
 */
export const ruleNames = [
  "alias-unique",
  "answer-needed",
  "bibliography-readable",
  "brief-written",
  "citation-arguments",
  "citation-locked",
  "cite-in-text",
  "cite-outside-links",
  "dates-cited",
  "digest-written",
  "encoding-utf8",
  "evidence-before-cutoff",
  "evidence-fresh",
  "figures-cited",
  "file-name",
  "file-readable",
  "footnote-defined",
  "footnote-mentioned",
  "front-matter-key",
  "front-matter-language",
  "front-matter-present",
  "front-matter-value",
  "front-matter-yaml",
  "image-supported",
  "label-official",
  "label-unique",
  "label-valid",
  "link-resolves",
  "opinion-never-supports",
  "lock-valid",
  "option-known",
  "original-aligned",
  "page-valid",
  "pinpoint-exists",
  "pinpoint-order",
  "place-as-cited",
  "quotation-allowed",
  "quotation-matches",
  "quote-stands-alone",
  "range-as-cited",
  "relation-known",
  "rights-licensed",
  "section-sources",
  "source-exists",
  "source-module",
  "source-unique",
  "table-row-fits",
  "tag-closed",
  "tag-known",
  "text-as-cited",
  "use-allowed",
] as const;

export type RuleName = (typeof ruleNames)[number];

/** The rules that warn and stop no build, save under `--strict`: an author may answer them. */
export const warningNames = [
  "dates-cited",
  "evidence-before-cutoff",
  "evidence-fresh",
  "figures-cited",
  "section-sources",
] as const satisfies readonly RuleName[];

export type WarningName = (typeof warningNames)[number];
