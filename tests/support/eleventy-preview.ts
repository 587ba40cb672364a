import { writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Project } from "../../lib/site/project.ts";
import { Preview } from "../../lib/site/preview.ts";

/**
 * Begin a preview of a project of which Eleventy makes every page at once: its configuration
 * has something of its own to do after each run, so no page is made by itself.
 */
export async function previewByEleventy(project: Project): Promise<Preview> {
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
  const preview = new Preview({ ...project, config });
  await preview.update();
  return preview;
}
