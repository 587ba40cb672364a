import type { Brief } from "../../../lib/core/brief/brief.ts";
import { renderBrief } from "../../../lib/core/brief/render-brief.ts";
import type { BriefRenderer } from "../../../lib/core/markdown/render-rules.ts";
import { briefFrom } from "./documents.ts";

/** Stands in for the layouts: names each citation by its 0-based number. */
export const plainRenderer: BriefRenderer = {
  note: (citation) => `[citation ${citation}]`,
  quotation: (citations) =>
    `<blockquote>${citations.map(({ citation, noteref }) => `[citation ${citation}]${noteref}`).join(" | ")}</blockquote>\n`,
  language: "en",
  image: ({ name, description }) => `[image ${name}: ${description}]\n`,
  term: (name) => `#term:${name}`,
  chart: ({ chart, figure }, caption) => `[chart ${figure.number} of ${chart.type}: ${caption}]\n`,
  href: (path) => `/base${path}`,
  strings: {
    notes: "Notes",
    block: (name) => `[${name}]`,
    backlink: (note, mention) => (mention === 0 ? `Back from note ${note}` : `Back from note ${note}, ${mention}`),
  },
};

export function htmlOf(brief: Brief): string {
  return renderBrief(brief.tokens(), plainRenderer, () => "");
}

/** A body's text as HTML, without the notes that follow it. */
export function textHtml(body: string): string {
  return htmlOf(briefFrom(body).brief).replace(/<section class="notes"[^]*/, "");
}

/** The numbers of the noterefs in HTML, in order: `1`, or `1.2` for the second mention of note 1. */
export function noterefsIn(html: string): string[] {
  return [...html.matchAll(/id="ref-(\d+)(?:-(\d+))?"/g)].map(([, note = "", mention]) =>
    mention === undefined ? note : `${note}.${mention}`,
  );
}
