import { readFileSync } from "node:fs";
import { join } from "node:path";
import { searchedPart } from "../../core/search/searched-part.ts";
import { absoluteAddress } from "../../core/site-address.ts";
import { listTree } from "../list-tree.ts";
import type { SiteOptions } from "../site.ts";
import { withPrefix } from "../templates.ts";
import { searchedTexts, type SearchedText } from "./searched-texts.ts";

/** What one page has for a search engine. */
export interface ExportedPage {
  readonly kind: string;
  readonly texts: number;
  /** Two lines for each of its texts, each ended by a line feed. */
  readonly lines: string;
}

/**
 * The paragraphs of sources and the sections of briefs of a built site, in the bulk form of
 * OpenSearch and Elasticsearch: newline-delimited JSON, a line that says what is done with a
 * document and a line with the document. Read from the published pages, so that there is
 * nothing in it that readers do not see.
 *
 * @param folder absolute path of the built site. @param index name of the index that they are for.
 */
export function* exportSearch(site: SiteOptions, folder: string, index: string): Generator<ExportedPage> {
  for (const file of listTree(folder)) {
    const part = file.endsWith(".html") ? searchedPart(readFileSync(join(folder, file), "utf8")) : undefined;
    if (!part) continue;
    const path = `/${file.replace(/(^|\/)index\.html$/, "$1")}`;
    const { title, says, texts } = searchedTexts(part.html);
    const [kind = "page"] = says.get("kind") ?? [];
    const common = {
      page: addressOf(site, path),
      kind,
      title,
      language: says.get("language")?.[0] ?? "",
      topics: says.get("topic") ?? [],
      year: says.get("year")?.[0] ?? "",
      publisher: says.get("publisher")?.[0] ?? "",
      grade: says.get("grade")?.[0] ?? "",
      status: says.get("status")?.[0] ?? "",
    };
    const lines = texts.map(({ anchor, label, text }) => {
      const place = placeOf(path, anchor);
      const action = { index: { _index: index, _id: place } };
      const document = { address: addressOf(site, place), ...common, anchor, label, text };
      return `${JSON.stringify(action)}\n${JSON.stringify(document)}\n`;
    });
    yield { kind, texts: texts.length, lines: lines.join("") };
  }
}

function placeOf(path: string, anchor: SearchedText["anchor"]): string {
  return anchor === "" ? path : `${path}#${encodeURIComponent(anchor)}`;
}

/** Absolute where the site has a public address, and else as links on its pages have it. */
function addressOf(site: SiteOptions, path: string): string {
  return absoluteAddress(site, path) ?? withPrefix(site, path);
}
