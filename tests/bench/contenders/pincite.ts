import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { packageFolder, scriptCommand } from "../command.ts";
import type { Contender } from "../contender.ts";

/** What is compared: the corpus is in its own form. */
export const pincite = {
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
} as const satisfies Contender;

/** The same with a configuration that asks for no search. */
export const pinciteWithoutSearch: Contender = {
  ...pincite,
  leavesOut: "pagefind",
  prepare(project) {
    const library = pathToFileURL(join(packageFolder, "lib/site/pincite.ts")).href;
    writeFileSync(join(project, ".eleventy.ts"), configuration(library));
  },
};

function configuration(library: string): string {
  return [
    `import { defineSite, pincite } from ${JSON.stringify(library)};`,
    'export const site = defineSite({ title: "Briefs", search: "none" });',
    "export default function configure(config) {",
    "  config.addPlugin(pincite, site);",
    '  return { dir: { output: "dist" }, templateFormats: [], pathPrefix: site.pathPrefix };',
    "}\n",
  ].join("\n");
}
