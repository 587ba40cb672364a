import { cpSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { packageFolder } from "../command.ts";
import type { Contender } from "../contender.ts";

const folder = fileURLToPath(new URL("../peers/eleventy", import.meta.url));
const program = join(packageFolder, "node_modules/@11ty/eleventy/cmd.cjs");

/** A plain, sensible project of Eleventy alone. It reads the corpus as it is: front matter, Markdown and {% cite %}. */
export const eleventy: Contender = {
  name: "eleventy",
  label: "Eleventy",
  prepare(project) {
    cpSync(folder, project, { recursive: true });
    symlinkSync(join(packageFolder, "node_modules"), join(project, "node_modules"), "junction");
  },
  adapt: (file) => file,
  build: (project, dist) => ({
    program: process.execPath,
    args: [program, "--quiet", `--output=${dist}`],
    cwd: project,
    reports: false,
  }),
  buildsAgain: true,
  keeps: [".cache"],
};
