import { formatDate } from "../text/date.ts";
import type { CslItem } from "../export/csl-item.ts";
import { isoDate } from "../export/iso-date.ts";
import type { CitationStyle } from "./forms.ts";
import { fullName, nameRun } from "./names.ts";
import { joined, pinpointSlot, type Piece } from "./run.ts";
import { addressOf, shortTitle, titleRun, webRun } from "./work.ts";

/**
 * The house style: first what readers look for, the title, then who and when; later the title
 * alone, by its short form. Every note says for itself what it cites: there is no "ibid.". As
 * a whole a work has all by which others find it: also where it appeared, its number and its address.
 */
export const pincite: CitationStyle = (item, { words }) => {
  const { comma } = words;
  const title = titleRun(item.title, true);
  const date = item.issued && nameRun(formatDate(isoDate(item.issued), words.language));
  const again = joined(comma, titleRun(shortTitle(item), true), pinpointSlot);
  return {
    first: joined(comma, title, byline(item, comma), date, pinpointSlot),
    again,
    next: again,
    whole: joined(comma, title, byline(item, comma), ...appeared(item), date, webRun(addressOf(item))),
  };
};

/** Authors, or else the publisher or what it appeared in. */
function byline({ author, publisher, "container-title": container }: CslItem, comma: string): Piece {
  if (author) return joined(comma, ...author.map((name) => nameRun(fullName(name))));
  const named = publisher ?? container;
  return named === undefined ? undefined : nameRun(named);
}

/** What it is in, who published it and its number, as far as the byline has not said so. */
function appeared({ author, publisher, authority, number, "container-title": container }: CslItem): Piece[] {
  const said = author?.map(fullName) ?? [publisher ?? container];
  // An author of several words behind a comma names its publisher first: "United Nations, Geneva".
  const isSaid = (part: string) => said.some((name) => name === part || name?.startsWith(`${part}, `));
  const parts = [container, publisher ?? authority, number];
  return [...new Set(parts)].map((part) => (part === undefined || isSaid(part) ? undefined : nameRun(part)));
}
