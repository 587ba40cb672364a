import type { Catalog } from "../catalog/catalog.ts";
import type { Source } from "../source/source.ts";
import { sourcePath, withFragment } from "../view/address.ts";
import { paragraphAddresses } from "../view/paragraph-addresses.ts";
import { shownParagraphs } from "../view/shown-paragraphs.ts";
import { cslItem } from "./csl-item.ts";
import { agentNode, withoutUndefined, workNode, type JsonLdNode } from "./json-ld-work.ts";
import { licenseAddress } from "./signposts.ts";

/**
 * A source as schema.org describes it, and each paragraph of it that is cited as a
 * Quotation with its address. Only the original's own words are a quotation of it, and only
 * where readers see them: a digest has none.
 *
 * @param addressOf writes a root-relative path such that it holds on the page.
 */
export function sourceJsonLd(catalog: Catalog, source: Source, addressOf: (path: string) => string): JsonLdNode {
  const path = sourcePath(source);
  const id = addressOf(path);
  const work = { ...workNode(cslItem(source), id), license: licenseAddress(source.meta.license) };
  const speakers = source.meta.author?.map(agentNode);
  const isShown = shownParagraphs(catalog, source);
  const addresses = paragraphAddresses(catalog, source);
  const isOwnText = source.meta.rights === "full-text" || source.meta.rights === "excerpt";
  const cited = source.paragraphs.filter((one) => isOwnText && catalog.citedBy.has(one) && isShown(one));
  const quotations = cited.map((paragraph) => {
    const address = addressOf(withFragment(path, addresses.idOf(paragraph)));
    return withoutUndefined({
      "@type": "Quotation",
      "@id": address,
      url: URL.canParse(address) ? address : undefined,
      text: paragraph.text,
      inLanguage: source.meta.language,
      spokenByCharacter: speakers,
      isPartOf: { "@id": id },
    });
  });
  return { "@context": "https://schema.org", "@graph": [withoutUndefined(work), ...quotations] };
}
