import { hash } from "node:crypto";

/** One text of several: another whenever one of them is. */
export function stampOf(...parts: readonly string[]): string {
  return hash("sha256", JSON.stringify(parts));
}
