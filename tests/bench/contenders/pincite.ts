import { join } from "node:path";
import { packageFolder, scriptCommand } from "../command.ts";
import type { Contender } from "../contender.ts";

/** What is compared: the corpus is in its own form. */
export const pincite: Contender = {
  name: "pincite",
  label: "Pincite",
  prepare: () => undefined,
  adapt: (file) => file,
  build: (project, dist) => scriptCommand("pincite", project, dist),
  buildsAgain: true,
  keeps: [".pincite"],
  server: {
    command: (project, port) => ({
      program: process.execPath,
      args: [join(packageFolder, "lib/cli/bin.js"), "serve", "--root", project, "--port", String(port)],
      cwd: packageFolder,
      reports: false,
    }),
    ready: /^Preview at /m,
    done: /^rendered /gm,
  },
};
