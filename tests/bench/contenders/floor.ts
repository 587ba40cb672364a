import { scriptCommand } from "../command.ts";
import type { Contender } from "../contender.ts";

/** The least that any build does: see floor.ts. */
export const floor: Contender = {
  name: "floor",
  label: "floor",
  prepare: () => undefined,
  adapt: (file) => file,
  build: (project, dist) => scriptCommand("floor", project, dist),
  buildsAgain: false,
  keeps: [],
};
