import type { BriefCard } from "../../core/view/brief-view.ts";
import { directionOf, type Direction } from "../../core/text/language.ts";
import type { SiteOptions } from "../site.ts";
import { say, sayCount, type InterfaceFor } from "../strings.ts";

/** What a social card says. All of it is plain text, in one language but for the site's name. */
export interface CardContent {
  /** On top: the name of the site. */
  readonly site: string;
  /** Of `site`. */
  readonly siteLanguage: string;
  /** A warning above the title; empty for none. */
  readonly mark: string;
  readonly title: string;
  /** Below the title; empty for nothing. */
  readonly lead: string;
  /** At the foot, each set apart from the next. */
  readonly facts: readonly string[];
  readonly language: string;
  readonly direction: Direction;
}

/** More of a text than any card has room for. */
const mostLetters = 400;

export function briefCardContent(brief: BriefCard, site: SiteOptions, interfaceFor: InterfaceFor): CardContent {
  const ui = interfaceFor(brief.language);
  return {
    site: plain(site.title),
    siteLanguage: site.language,
    mark: brief.life.withdrawn ? say(ui.strings, "brief.withdrawnMark") : "",
    title: plain(brief.title),
    lead: plain(brief.question || site.publisher),
    facts: [
      brief.dateText,
      sayCount(ui, "count.citations", brief.citations),
      sayCount(ui, "count.sources", brief.sources),
    ],
    language: brief.language,
    direction: brief.direction,
  };
}

/** The card of the site itself, for all other pages. */
export function siteCardContent(site: SiteOptions): CardContent {
  return {
    site: site.description === "" ? "" : plain(site.title),
    siteLanguage: site.language,
    mark: "",
    title: plain(site.description || site.title),
    lead: plain(site.publisher),
    // Nothing that is counted: the card's address stands on every page, which a new brief should leave as it is.
    facts: [site.url.replace(/^https?:\/\//, "")],
    language: site.language,
    direction: directionOf(site.language),
  };
}

/** On one line, without what nobody sees. */
function plain(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Z}\s]+/gu, " ")
    .trim()
    .slice(0, mostLetters)
    .replace(/[\uD800-\uDBFF]$/, "");
}
