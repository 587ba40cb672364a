import type { CslItem } from "../export/csl-item.ts";

/** An item with the names that styles before CSL 1.0.2 know some of its variables by. */
export type CiteprocItem = CslItem & { readonly event?: string; readonly "event-place"?: string };

/** As citeproc takes it: of a speech, what it was given at and where. */
export function citeprocItem(item: CslItem): CiteprocItem {
  const { "event-title": event, "publisher-place": place } = item;
  if (event === undefined) return item;
  return { ...item, event, ...(item.type === "speech" && place !== undefined && { "event-place": place }) };
}
