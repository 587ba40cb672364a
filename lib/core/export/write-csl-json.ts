import type { CslItem } from "./csl-item.ts";

/** Works as a file of CSL-JSON 1.0.2: a list, in their order. */
export function writeCslJson(items: readonly CslItem[]): string {
  return `${JSON.stringify(items, undefined, 2)}\n`;
}
