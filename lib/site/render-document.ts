import type { Environment } from "nunjucks";
import type { Brief } from "../core/brief/brief.ts";
import type { CitingDocument } from "../core/brief/citation.ts";
import { renderBrief, type Highlighter } from "../core/brief/render-brief.ts";
import type { Catalog } from "../core/catalog/catalog.ts";
import type { VerifiedCitation } from "../core/catalog/check-citation.ts";
import { termNamed } from "../core/glossary/glossary.ts";
import type { ChartMeta } from "../core/markdown/chart-rule.ts";
import { directionOf } from "../core/text/language.ts";
import { formatNumber } from "../core/text/number.ts";
import { chartView, type BriefChartView } from "../core/view/chart-view.ts";
import { noteView, type NoteView } from "../core/view/note-view.ts";
import { proofOf } from "../core/view/proof.ts";
import { quotationView, type QuotationView } from "../core/view/quotation-view.ts";
import type { ChartDrawer } from "./charts/chart-drawer.ts";
import { loadComponent, type Component } from "./components.ts";
import { withReachableCode } from "./highlight.ts";
import type { ImageMaker, ImageView } from "./images.ts";
import type { SiteOptions } from "./site.ts";
import { say, type Strings } from "./strings.ts";
import { withPrefix } from "./templates.ts";

/** Turns checked citations into HTML with the components of layouts/. */
export class DocumentRenderer {
  readonly #site: SiteOptions;
  readonly #strings: Strings;
  readonly #drawer: () => ChartDrawer;
  readonly #chart: Component<BriefChartView & { readonly svg: string }>;
  readonly #images: ImageMaker;
  readonly #image: Component<ImageView & { readonly description: string }>;
  readonly #note: Component<NoteView>;
  readonly #quotation: Component<readonly QuotationView[]>;

  /** @param drawer there once rendering begins. */
  constructor(
    environment: Environment,
    site: SiteOptions,
    strings: Strings,
    drawer: () => ChartDrawer,
    images: ImageMaker,
  ) {
    this.#images = images;
    this.#image = loadComponent(environment, "image", "image");
    this.#drawer = drawer;
    this.#chart = loadComponent(environment, "brief-chart", "briefChart");
    this.#site = site;
    this.#strings = strings;
    this.#note = loadComponent(environment, "note", "note");
    this.#quotation = loadComponent(environment, "quotation", "quotation");
  }

  /** A brief's body and notes. */
  brief(catalog: Catalog, brief: Brief, highlight: Highlighter): string {
    const html = renderBrief(
      brief,
      {
        language: brief.language,
        term: (name) => {
          const term = catalog.library.glossary && termNamed(catalog.library.glossary, name);
          if (!term) throw new Error(`${brief.path}: the term "${name}" was never checked`);
          return `#${term.id}`;
        },
        image: ({ name, description }) => this.#image({ ...this.#images.imageOf(brief.name, name), description }),
        chart: (meta, caption) => this.#briefChart(brief, meta, caption),
        href: (path) => withPrefix(this.#site, path),
        note: (citation) => this.note(catalog, brief, verifiedAt(catalog, brief, citation)),
        quotation: (citations) =>
          this.quotation(
            brief,
            citations.map(({ citation, noteref }) => ({ verified: verifiedAt(catalog, brief, citation), noteref })),
          ),
        strings: {
          notes: say(this.#strings, "notes"),
          block: (name) => say(this.#strings, `block.${name}`),
          backlink: (note, mention) => this.backlink(note, mention),
        },
      },
      highlight,
    );
    return withReachableCode(html);
  }

  #briefChart(brief: Brief, meta: ChartMeta, caption: string): string {
    const view = chartView(brief, meta);
    const setting = {
      chart: meta.chart,
      direction: directionOf(brief.language),
      format: (value: number) => formatNumber(value, brief.language),
    };
    const naming = { name: `figure-${meta.figure.number}`, title: caption, description: view.description };
    return this.#chart({ ...view, svg: this.#drawer().drawBriefChart(setting, naming) });
  }

  note(catalog: Catalog, document: CitingDocument, verified: VerifiedCitation): string {
    const { language } = document;
    return this.#note(noteView(document, verified, language, proofOf(catalog, verified, language)));
  }

  quotation(
    document: CitingDocument,
    parts: readonly { readonly verified: VerifiedCitation; readonly noteref: string }[],
  ): string {
    return this.#quotation(
      parts.map(({ verified, noteref }) => quotationView(document, verified, noteref, document.language)),
    );
  }

  /** Name of a backlink. @param mention 1-based; 0 when the note has one only. */
  backlink(note: number, mention: number): string {
    return mention === 0
      ? say(this.#strings, "backlink.only", { note })
      : say(this.#strings, "backlink.several", { note, mention });
  }
}

/** The check of a document's citation by its 0-based number. Pages are made only of a catalog without problems. */
export function verifiedAt(catalog: Catalog, document: CitingDocument, citation: number): VerifiedCitation {
  const verified = catalog.verified.get(document)?.[citation];
  if (!verified) throw new Error(`${document.path}: citation ${citation} was never verified`);
  return verified;
}
