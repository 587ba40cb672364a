import type { Contender, ContenderName } from "../contender.ts";
import { eleventy } from "./eleventy.ts";
import { floor } from "./floor.ts";
import { hugo } from "./hugo.ts";
import { pincite } from "./pincite.ts";

export const contenders: Readonly<Record<ContenderName, Contender>> = { floor, pincite, hugo, eleventy };
