import { fingerprintForm } from "../text/normal-form.ts";
import type { FingerprintedParagraph } from "../anchoring/fingerprint.ts";
import type { Paragraph, Source, SourceBlock } from "../source/source.ts";
import { escapeHtml } from "../text/escape.ts";
import { directionOf } from "../text/language.ts";
import { withheldWords } from "./withheld-words.ts";
import type { SharedParagraph, SharedSource } from "./shared-schema.ts";

/** Another site's source as it is cited here, and its paragraphs as a lock is compared with them. */
export interface ForeignSource {
  readonly source: Source;
  readonly paragraphs: readonly FingerprintedParagraph[];
}

/**
 * Make a source of what another site published of it. Its words are text: whatever they
 * look like, none of them is markup.
 *
 * @param id such as `library:udhr`. @param path of its record, relative to the project.
 * @param isPartial whether words are missing that the other site shows.
 */
export function foreignSource(id: string, path: string, shared: SharedSource, isPartial: boolean): ForeignSource {
  const { metadata, address } = shared.source;
  const paragraphs = shared.paragraphs.map((one, index) => paragraphOf(one, index + 1, path, address));
  const source: Source = {
    id,
    path,
    formerNames: [],
    formerNamePlaces: [],
    meta: { ...metadata, neighbours: 0, aliases: [] },
    direction: directionOf(metadata.language),
    blocks: paragraphs.flatMap((paragraph, index) => [
      ...headingsBetween(paragraphs[index - 1]?.headings ?? [], paragraph.headings),
      { paragraph },
    ]),
    paragraphs,
    byLabel: new Map(paragraphs.map((paragraph) => [paragraph.label, paragraph])),
    elsewhere: { title: shared.library, address, isPartial },
  };
  return { source, paragraphs: shared.paragraphs.map(comparable) };
}

/** The headings that stand before a paragraph, told by those above it and above the one before. */
function headingsBetween(before: readonly string[], above: readonly string[]): SourceBlock[] {
  const differs = above.findIndex((text, index) => text !== before[index]);
  const fresh = differs < 0 ? [] : above.slice(differs);
  return fresh.flatMap((text, index) => (text === "" ? [] : [{ heading: { depth: differs + index + 1, text } }]));
}

function paragraphOf(shared: SharedParagraph, position: number, path: string, page: string): Paragraph {
  const { label, kind, marker = "", sheet, headings, text, notice, uses } = shared;
  return {
    label,
    position,
    kind,
    marker,
    ...(shared.page !== undefined && { page: shared.page }),
    ...(sheet !== undefined && { sheet }),
    headings,
    text: text ?? "",
    html: text === undefined ? "" : `<p>${escapeHtml(text)}</p>`,
    place: { path, line: 1, column: 1 },
    ...(notice !== undefined && { notice }),
    ...(uses && { uses }),
    elsewhere: { address: shared.address ?? page, hasText: text !== undefined },
  };
}

function comparable({ label, fingerprint, text }: SharedParagraph): FingerprintedParagraph {
  return {
    label,
    fingerprint,
    text: text === undefined ? withheldWords(fingerprint) : fingerprintForm(text),
  };
}
