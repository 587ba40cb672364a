import type { SiteViews } from "../page-views.ts";
import type { SiteOptions } from "../site.ts";
import type { InterfaceFor } from "../strings.ts";
import { briefCardContent, siteCardContent } from "./card-content.ts";
import { CardMaker, type CardView } from "./card-maker.ts";

export interface SiteCardsOptions {
  readonly site: SiteOptions;
  readonly interfaceFor: InterfaceFor;
  /** Absolute path of the project. */
  readonly root: string;
  /** Whether the card of the brief with this slug is to be drawn. */
  readonly isWanted: (slug: string) => boolean;
}

/** The social cards of a site: one a brief, and one for all other pages. */
export class SiteCards {
  readonly #ofBriefs = new Map<string, CardView>();
  #ofSite: CardView | undefined;

  /** Draw them below `output`. A site without a public address gets none: those who show cards ask for absolute addresses. */
  async make(library: SiteViews, options: SiteCardsOptions, output: string): Promise<void> {
    const { site, interfaceFor, root, isWanted } = options;
    if (site.url === "") return;
    const maker = new CardMaker(root);
    this.#ofSite = await maker.make("card", siteCardContent(site), output);
    for (const brief of library.briefs.filter(({ slug }) => isWanted(slug))) {
      const card = await maker.make(`card-${brief.slug}`, briefCardContent(brief, site, interfaceFor), output);
      if (card) this.#ofBriefs.set(brief.slug, card);
    }
  }

  /** The card of a page that is about a brief, or about none: the site's where that brief has none. */
  of(slug: string | undefined): CardView | undefined {
    return this.#ofBriefs.get(slug ?? "") ?? this.#ofSite;
  }
}
