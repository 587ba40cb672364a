import type { PhrasingContent } from "mdast";
import type { SourceCard } from "../view/source-card.ts";
import { joined, link, text } from "./mdast.ts";
import type { MarkdownPage } from "./page-words.ts";

/** A source in a list: title, who and when, what kind, what of it is shown, how often it is cited. */
export function sourceItem(source: SourceCard & { readonly times?: number }, page: MarkdownPage): PhrasingContent[] {
  const { say, sayCount, addressOf } = page;
  const said = [
    source.byline,
    source.dateText,
    say(`grade.${source.grade}`),
    ...source.flags.map((flag) => say(`flag.${flag}`)),
    say(`rights.${source.rights}`),
    source.times === undefined || source.times === 0 ? "" : sayCount("count.cited", source.times),
  ];
  return joined(
    [[link(addressOf(source.url), text(source.title))], ...said.map((one) => (one === "" ? [] : [text(one)]))],
    " · ",
  );
}
