import { formatDate } from "../text/date.ts";
import type { CslDate, CslItem } from "../export/csl-item.ts";
import type { CitationStyle } from "./forms.ts";
import { fullName, nameRun } from "./names.ts";
import { joined, pinpointSlot, type Piece } from "./run.ts";
import { shortTitle, titleRun } from "./work.ts";

/**
 * The house style: first what readers look for, the title, then who and when; later the title
 * alone, by its short form. Every note says for itself what it cites: there is no "ibid.".
 */
export const pincite: CitationStyle = (item, { words }) => {
  const { comma } = words;
  const whole = joined(comma, titleRun(item.title, true), byline(item, comma), date(item.issued, words.language));
  const again = joined(comma, titleRun(shortTitle(item), true), pinpointSlot);
  return { first: joined(comma, whole, pinpointSlot), again, next: again, whole };
};

/** Authors, or else the publisher or what it appeared in. */
function byline({ author, publisher, "container-title": container }: CslItem, comma: string): Piece {
  if (author) return joined(comma, ...author.map((name) => nameRun(fullName(name))));
  const named = publisher ?? container;
  return named === undefined ? undefined : nameRun(named);
}

function date(issued: CslDate | undefined, language: string): Piece {
  const days = issued?.["date-parts"].map((parts) =>
    parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, "0")).join("-"),
  );
  return days && nameRun(formatDate(days.join("/"), language));
}
