import type { CslDate, CslItem } from "../export/csl-item.ts";

/** An item with the names that styles before CSL 1.0.2 know some of its variables by. */
export type CiteprocItem = CslItem & { readonly event?: string; readonly "event-place"?: string };

/** As citeproc takes it: of a speech, what it was given at and where; spans with equally exact ends. */
export function citeprocItem(item: CslItem): CiteprocItem {
  const { "event-title": event, "publisher-place": place, issued, accessed } = item;
  return {
    ...item,
    ...(issued && { issued: evenSpan(issued) }),
    ...(accessed && { accessed: evenSpan(accessed) }),
    ...(event !== undefined && { event }),
    ...(event !== undefined && item.type === "speech" && place !== undefined && { "event-place": place }),
  };
}

/** citeproc refuses a span from a day to a month: it becomes one of months. */
function evenSpan({ "date-parts": parts }: CslDate): CslDate {
  const exact = Math.min(...parts.map(({ length }) => length));
  return { "date-parts": parts.map((date) => date.slice(0, exact)) };
}
