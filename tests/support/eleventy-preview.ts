import { writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Project } from "../../lib/site/project.ts";
import { Preview } from "../../lib/site/preview.ts";

/**
 * Preview a project in such a way that Eleventy makes every page at once: its configuration
 * has something of its own to do after each run, so no page is made by itself.
 */
export async function previewByEleventy(project: Project): Promise<void> {
  const config = join(project.root, "attended.config.ts");
  const own = JSON.stringify(`./${basename(project.config)}`);
  writeFileSync(
    config,
    `import configure from ${own};
export * from ${own};
export default function (config) {
  config.on("eleventy.after", () => undefined);
  return configure(config);
}
`,
  );
  await new Preview({ ...project, config }).update();
}
