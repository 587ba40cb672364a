import type { Brief } from "../brief/brief.ts";
import { sourcePath } from "../view/address.ts";
import type { CitedWork } from "./cited-works.ts";
import { cslItem, cslItemOfBrief, type PublishingSite } from "./csl-item.ts";
import { withoutUndefined, workNode, type JsonLdNode } from "./json-ld-work.ts";

/** Where things are, as the page's JSON-LD writes them. */
export interface JsonLdAddresses {
  /** Writes a root-relative path, without the site's path prefix, such that it holds on the page. */
  readonly addressOf: (path: string) => string;
  /** Root-relative path of the brief's PDF; absent where there is none. */
  readonly pdf?: string | undefined;
}

/** Kinds of bearing on which a brief rests; what it disputes is cited, but it is not based on it. */
const bases = new Set(["supports", "qualifies"]);

/** A brief as schema.org's Report: every source it cites, which of them it rests on, its corrections. */
export function briefJsonLd(
  brief: Brief,
  works: readonly CitedWork[],
  site: PublishingSite,
  { addressOf, pdf }: JsonLdAddresses,
): JsonLdNode {
  const { meta } = brief;
  const id = addressOf(brief.url);
  const item = cslItemOfBrief(brief, site);
  const corrections = meta.changes.filter(({ kind }) => kind === "correction");
  const basis = works.filter(({ relations }) => [...relations].some((one) => bases.has(one)));
  const sourceId = ({ source }: CitedWork) => addressOf(sourcePath(source));
  return withoutUndefined({
    "@context": "https://schema.org",
    ...workNode(item, id),
    headline: meta.title,
    // An address that holds only where the page is served is none for others.
    url: item.URL,
    dateModified: lastChanged(brief),
    keywords: meta.topics.length > 0 ? meta.topics : undefined,
    creativeWorkStatus: meta.status === "withdrawn" ? "Withdrawn" : undefined,
    correction: listed(
      corrections.map(({ date, note }) => ({ "@type": "CorrectionComment", text: note, datePublished: date })),
    ),
    encoding:
      pdf === undefined || item.URL === undefined
        ? undefined
        : { "@type": "MediaObject", contentUrl: addressOf(pdf), encodingFormat: "application/pdf" },
    citation: listed(works.map((work) => workNode(cslItem(work.source), sourceId(work)))),
    isBasedOn: listed(basis.map((work) => ({ "@id": sourceId(work) }))),
  });
}

/** The day of a brief's last change, or its own. YYYY-MM-DD. */
export function lastChanged({ meta }: Brief): string {
  const days = [meta.date, ...meta.changes.map(({ date }) => date), ...(meta.withdrawn ? [meta.withdrawn.date] : [])];
  return days.sort().at(-1) ?? meta.date;
}

function listed(nodes: readonly JsonLdNode[]): readonly JsonLdNode[] | undefined {
  return nodes.length > 0 ? nodes : undefined;
}
