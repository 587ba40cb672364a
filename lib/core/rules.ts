/**
 * Every rule that a problem can name, each called after the truth that should hold.
 * `docs/rules.md` has a heading for each; a test keeps the two in step.
 */
export const ruleNames = [
  "citation-arguments",
  "cite-in-text",
  "cite-outside-links",
  "encoding-utf8",
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
  "option-known",
  "pinpoint-exists",
  "pinpoint-order",
  "quotation-allowed",
  "quotation-matches",
  "quote-stands-alone",
  "relation-known",
  "rights-licensed",
  "source-exists",
  "source-module",
  "source-unique",
  "table-row-fits",
  "tag-closed",
  "tag-known",
  "use-allowed",
] as const;

export type RuleName = (typeof ruleNames)[number];
