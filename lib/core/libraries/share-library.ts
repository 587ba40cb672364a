import type { Hash } from "../anchoring/fingerprint.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { addressWriter } from "../evidence/annotation-addresses.ts";
import type { PublishedAt } from "../site-address.ts";
import type { Paragraph, Source } from "../source/source.ts";
import { compareText } from "../text/compare.ts";
import { sourcePath, withFragment } from "../view/address.ts";
import { paragraphAddresses } from "../view/paragraph-addresses.ts";
import { paragraphsOnPage, shownParagraphs } from "../view/shown-paragraphs.ts";
import { sharedMetadata, sharedVersion, type SharedCatalog, type SharedParagraph } from "./shared-schema.ts";

/** What a site says of itself in its catalog. */
export interface SharingSite extends PublishedAt {
  readonly title: string;
  readonly publisher: string;
  readonly language: string;
}

/** A file of the published site: a path below its folder, and its text. */
export interface SharedFile {
  readonly path: string;
  readonly content: string;
}

/** Files that stand in a site already. */
export interface StandingFiles {
  /** Whether the paragraphs of a source are to be written. */
  readonly isMade: (source: Source) => boolean;
  /** What the file at a path holds; undefined where none is. */
  readonly textOf: (path: string) => string | undefined;
}

const nothingStands: StandingFiles = { isMade: () => true, textOf: () => undefined };

const catalogPath = "/catalog.json";

/**
 * What other sites need to cite the sources of this one: `catalog.json`, and beside each
 * source's page a file with its paragraphs. Of what readers may not see there is the
 * fingerprint and no word. The same library gives the same bytes.
 *
 * @param catalog without a problem, as readers get to see it. @param standing files that are not given again.
 */
export function shareLibrary(
  catalog: Catalog,
  site: SharingSite,
  hash: Hash,
  standing: StandingFiles = nothingStands,
): SharedFile[] {
  const own = [...catalog.library.sources.values()].filter(({ elsewhere }) => !elsewhere);
  own.sort((a, b) => compareText(a.id, b.id));
  const files = own.map((source) => {
    const path = paragraphsPath(source);
    const isMade = standing.isMade(source);
    const before = isMade ? undefined : standing.textOf(path);
    return { source, path, isMade, content: before ?? paragraphsOf(catalog, source, site) };
  });
  const addressOf = addressWriter(site, catalogPath);
  const shared: SharedCatalog = {
    pincite: "catalog",
    version: sharedVersion,
    normaliser: 1,
    title: site.title,
    publisher: site.publisher,
    language: site.language,
    address: addressOf("/"),
    sources: files.map(({ source, path, content }) => ({
      ...described(source, addressOf),
      paragraphs: { address: addressOf(`/${path}`), sha256: hash(content), count: source.paragraphs.length },
    })),
  };
  return [
    { path: catalogPath.slice(1), content: asJson(shared) },
    ...files.filter(({ isMade }) => isMade).map(({ path, content }) => ({ path, content })),
  ];
}

/** As it is published: two spaces, a new line at the end. */
export function asJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function described(source: Source, addressOf: (path: string) => string) {
  return {
    id: source.id,
    aliases: [...source.formerNames],
    address: addressOf(sourcePath(source)),
    metadata: sharedMetadata.parse(source.meta),
  };
}

function paragraphsPath(source: Source): string {
  return `${sourcePath(source).slice(1)}paragraphs.json`;
}

function paragraphsOf(catalog: Catalog, source: Source, site: SharingSite): string {
  const addressOf = addressWriter(site, `/${paragraphsPath(source)}`);
  const fingerprints = catalog.library.records.get(source.id)?.paragraphs ?? [];
  const isShown = shownParagraphs(catalog, source);
  const isOnPage = paragraphsOnPage(catalog, source);
  const addresses = paragraphAddresses(catalog, source);
  const shared = (paragraph: Paragraph): SharedParagraph[] => {
    const { label, position, kind, marker, page, sheet, headings, text, notice, uses } = paragraph;
    const fingerprint = fingerprints[position - 1]?.fingerprint;
    if (fingerprint === undefined) return [];
    const address = withFragment(addressOf(sourcePath(source)), addresses.idOf(paragraph));
    const visible = isShown(paragraph);
    return [
      {
        label,
        fingerprint,
        ...(isOnPage(paragraph) && { address }),
        kind,
        ...(visible && marker !== "" && { marker }),
        ...(page !== undefined && { page }),
        ...(sheet !== undefined && { sheet }),
        headings: source.meta.rights === "metadata-only" ? [] : [...headings],
        ...(visible && { text }),
        ...(visible && notice !== undefined && { notice }),
        ...(uses && { uses: [...uses] }),
      },
    ];
  };
  return asJson({
    pincite: "paragraphs",
    version: sharedVersion,
    normaliser: 1,
    library: site.title,
    source: described(source, addressOf),
    paragraphs: source.paragraphs.flatMap(shared),
  });
}
