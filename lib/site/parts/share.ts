import { hash } from "node:crypto";
import type { SiteUnit } from "../reuse/site-units.ts";

/** One of the parts in which a site is made. */
export interface Share {
  /** 1-based, and `of` at most. */
  readonly number: number;
  readonly of: number;
}

/**
 * The units that fall to a part, by their names alone: whoever else asks, and in whatever
 * order, gets the same. What belongs to one brief stays together.
 */
export function unitsOf(units: readonly SiteUnit[], { number, of }: Share): SiteUnit[] {
  return units.filter(({ name }) => Number.parseInt(hash("sha256", name).slice(0, 8), 16) % of === number - 1);
}
