import { targetFiles } from "../publish/target-files.ts";
import { publishTarget, type PublishTargetOptions } from "../publish/target.ts";
import { shortSlug } from "../slug.ts";
import { oneLine } from "../text/one-line.ts";
import type { NewSite, ProjectFile, Starter } from "./new-site.ts";

/** The branch that a new site is published from: the one that hosts of repositories begin with. */
const branch = "main";

/**
 * The files of a new site: one page of configuration, one brief that cites one source, and
 * what an editor, npm and the place where it is published need.
 */
export function projectFiles(site: NewSite, starter: Starter): ProjectFile[] {
  return [
    { path: "package.json", content: packageJson(site) },
    { path: ".eleventy.ts", content: configuration(site) },
    { path: "tsconfig.json", content: starter.tsconfig },
    { path: ".gitignore", content: starter.gitignore },
    { path: "README.md", content: starter.readme.replaceAll("{{title}}", () => plainMarkdown(oneLine(site.title))) },
    { path: "briefs/how-to-check-us.md", content: filledIn(starter.brief, site) },
    { path: "sources/how-we-work.md", content: filledIn(starter.source, site) },
    ...Array.from(starter.editor, ([name, content]) => ({ path: `.vscode/${name}`, content })),
    ...(site.publish ? targetFiles(publishTarget.parse(site.publish), { ...site, branch }) : []),
  ];
}

function packageJson({ title, pincite }: NewSite): string {
  const content = {
    name: shortSlug(title) ?? "briefs",
    private: true,
    type: "module",
    engines: { node: ">=20.19" },
    scripts: {
      build: "pincite build",
      start: "pincite serve",
      add: "pincite add",
      check: "pincite check",
      review: "pincite review",
      verify: "pincite verify",
      test: "pincite test",
    },
    dependencies: { pincite },
  };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}

function configuration({ title, publisher, language, url, pathPrefix, publish }: NewSite): string {
  const address =
    url === ""
      ? `  // The public address, such as "https://briefs.example.org": feeds and a sitemap need it.\n  url: "",\n`
      : `  url: ${quoted(url)},\n`;
  const prefix = pathPrefix === "/" ? "" : `  pathPrefix: ${quoted(pathPrefix)},\n`;
  return `import { defineSite, pincite, type EleventyConfig } from "pincite";

export const site = defineSite({
  title: ${quoted(title)},
  publisher: ${quoted(publisher)},
  language: ${quoted(language)},
${address}${prefix}${publish ? publishLine(publish) : ""}});

export default function configure(config: EleventyConfig) {
  config.addPlugin(pincite, site);
  // No templates but Pincite's.
  return { dir: { output: "dist" }, templateFormats: [], pathPrefix: site.pathPrefix };
}
`;
}

/** The one target, as `publish` of the configuration has it. */
function publishLine(publish: PublishTargetOptions): string {
  const options = Object.entries(publish).map(([name, value]) => `${name}: ${quoted(String(value))}`);
  return `  publish: { live: { ${options.join(", ")} } },\n`;
}

/** In one pass: what was typed is not looked through for what it is put into. */
function filledIn(text: string, { publisher, date }: NewSite): string {
  return text.replace(/\{\{(publisher|date)\}\}/g, (_, name) => (name === "date" ? date : quoted(publisher)));
}

/** A text in quotation marks, as JSON, JavaScript and YAML read it alike. */
function quoted(text: string): string {
  return JSON.stringify(oneLine(text)).replace(/[\u007F-\u009F\u2028\u2029]/g, (sign) => {
    return `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

/** Text in which no sign means anything to Markdown. */
function plainMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#+!|~&]/g, "\\$&");
}
