import type { Environment } from "nunjucks";
import type { Brief } from "../core/brief/brief.ts";
import type { CitingDocument } from "../core/brief/citation.ts";
import { renderBrief, type Highlighter } from "../core/brief/render-brief.ts";
import type { Catalog } from "../core/catalog/catalog.ts";
import type { VerifiedCitation } from "../core/catalog/check-citation.ts";
import type { Naming } from "../core/citation-style/naming.ts";
import { termNamed } from "../core/glossary/glossary.ts";
import type { ChartMeta } from "../core/markdown/chart-rule.ts";
import { directionOf } from "../core/text/language.ts";
import { formatNumber } from "../core/text/number.ts";
import { chartView, type BriefChartView } from "../core/view/chart-view.ts";
import { annotateBody } from "../core/preview/annotate-body.ts";
import type { Finding } from "../core/preview/finding.ts";
import { findingView, type FindingView } from "../core/preview/finding-view.ts";
import { noteNames } from "../core/view/note-names.ts";
import { noteView, type NoteView } from "../core/view/note-view.ts";
import { proofOf } from "../core/view/proof.ts";
import { quotationView, type QuotationView } from "../core/view/quotation-view.ts";
import type { ChartDrawer } from "./charts/chart-drawer.ts";
import { loadComponent, type Component } from "./components.ts";
import { withReachableCode } from "./highlight.ts";
import type { ImageMaker, ImageView } from "./images.ts";
import type { SiteOptions } from "./site.ts";
import { say, type Interface, type InterfaceFor } from "./strings.ts";
import { withPrefix } from "./templates.ts";

/** Turns checked citations into HTML with the components of layouts/. */
export class DocumentRenderer {
  readonly #site: SiteOptions;
  readonly #environment: Environment;
  readonly #interfaceFor: InterfaceFor;
  readonly #drawer: ChartDrawer;
  readonly #images: ImageMaker;
  readonly #naming: () => Naming;
  /** By the naming, then by the citations of a document. */
  readonly #names = new WeakMap<Naming, WeakMap<object, ReturnType<typeof noteNames>>>();
  /** By language of the interface. */
  readonly #components = new Map<string, Components>();

  /** @param naming there once rendering begins, when the drawer is loaded. */
  constructor(
    environment: Environment,
    site: SiteOptions,
    interfaceFor: InterfaceFor,
    drawer: ChartDrawer,
    images: ImageMaker,
    naming: () => Naming,
  ) {
    this.#naming = naming;
    this.#drawer = drawer;
    this.#images = images;
    this.#site = site;
    this.#environment = environment;
    this.#interfaceFor = interfaceFor;
  }

  /** A brief's body and notes. @param findings what a preview shows in it. */
  brief(catalog: Catalog, brief: Brief, highlight: Highlighter, findings?: readonly Finding[]): string {
    const { finding, image } = this.#componentsFor(brief);
    const holds = (citation: number) => catalog.verified.get(brief)?.[citation] !== undefined;
    const html = renderBrief(
      findings ? annotateBody(brief, findings, holds).tokens : brief.tokens(),
      {
        ...(findings && { finding: (one: Finding) => finding(findingView(one, findings)) }),
        language: brief.language,
        // Only a preview has terms that nothing explains, and images that are not there.
        term: (name) => `#${(catalog.library.glossary && termNamed(catalog.library.glossary, name))?.id ?? ""}`,
        image: ({ name, description }) => image({ files: this.#images.imageOf(brief.name, name), description }),
        chart: (meta, caption) => this.#briefChart(brief, meta, caption),
        href: (path) => withPrefix(this.#site, path),
        note: (citation) => this.note(catalog, brief, verifiedAt(catalog, brief, citation)),
        quotation: (citations) =>
          this.quotation(
            brief,
            citations.map(({ citation, noteref }) => ({ verified: verifiedAt(catalog, brief, citation), noteref })),
          ),
        strings: {
          notes: say(this.#interfaceFor(brief.language).strings, "notes"),
          block: (name) => say(this.#interfaceFor(brief.language).strings, `block.${name}`),
          backlink: (note, mention) => this.backlink(brief, note, mention),
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
    return this.#componentsFor(brief).chart({ ...view, svg: this.#drawer.drawBriefChart(setting, naming) });
  }

  note(catalog: Catalog, document: CitingDocument, verified: VerifiedCitation): string {
    const { language } = document;
    const { note } = this.#componentsFor(document);
    const naming = this.#namesIn(catalog, document)(verified, language);
    return note(noteView(document, verified, language, naming, proofOf(catalog, verified, language)));
  }

  #namesIn(catalog: Catalog, document: CitingDocument): ReturnType<typeof noteNames> {
    const citations = catalog.verified.get(document) ?? [];
    const naming = this.#naming();
    const known = this.#names.get(naming) ?? new WeakMap<object, ReturnType<typeof noteNames>>();
    this.#names.set(naming, known);
    const names = known.get(citations) ?? noteNames(naming, citations);
    known.set(citations, names);
    return names;
  }

  quotation(
    document: CitingDocument,
    parts: readonly { readonly verified: VerifiedCitation; readonly noteref: string }[],
  ): string {
    const { quotation } = this.#componentsFor(document);
    return quotation(
      parts.map(({ verified, noteref }) => quotationView(document, verified, noteref, document.language)),
    );
  }

  /** Name of a backlink. @param mention 1-based; 0 when the note has one only. */
  backlink(document: CitingDocument, note: number, mention: number): string {
    const { strings } = this.#interfaceFor(document.language);
    return mention === 0
      ? say(strings, "backlink.only", { note })
      : say(strings, "backlink.several", { note, mention });
  }

  #componentsFor({ language }: CitingDocument): Components {
    const ui = this.#interfaceFor(language);
    const known = this.#components.get(ui.language);
    if (known) return known;
    const components = loadComponents(this.#environment, ui);
    this.#components.set(ui.language, components);
    return components;
  }
}

interface Components {
  readonly note: Component<NoteView>;
  readonly quotation: Component<readonly QuotationView[]>;
  readonly finding: Component<FindingView>;
  readonly chart: Component<BriefChartView & { readonly svg: string }>;
  readonly image: Component<{ readonly files: ImageView | undefined; readonly description: string }>;
}

function loadComponents(environment: Environment, ui: Interface): Components {
  return {
    note: loadComponent(environment, "note", "note", ui),
    quotation: loadComponent(environment, "quotation", "quotation", ui),
    finding: loadComponent(environment, "findings", "finding", ui),
    chart: loadComponent(environment, "brief-chart", "briefChart", ui),
    image: loadComponent(environment, "image", "image", ui),
  };
}

/** The check of a document's citation by its 0-based number. Pages are made only of a catalog without problems. */
export function verifiedAt(catalog: Catalog, document: CitingDocument, citation: number): VerifiedCitation {
  const verified = catalog.verified.get(document)?.[citation];
  if (!verified) throw new Error(`${document.path}: citation ${citation} was never verified`);
  return verified;
}
