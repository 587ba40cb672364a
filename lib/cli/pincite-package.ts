import { existsSync, readFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Starter, SiteLanguage } from "../core/init/new-site.ts";

/** The folder of the package itself: lib/ and what it is compiled into lie in it side by side. */
const packageFolder: string = fileURLToPath(new URL("../..", import.meta.url));

interface PackageFile {
  readonly version: string;
  /** Set while the package is in no registry. */
  readonly private?: boolean;
}

function readPackage(): PackageFile {
  return JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")) as PackageFile;
}

export function version(): string {
  return readPackage().version;
}

/** What to do where no registry has this Pincite. */
export const packedAdvice = "Run npm pack where you have its source, and give the path of the file that it writes.";

/** What a new site's `dependencies` say of Pincite; undefined while no registry has it. */
export function publishedSpec(): string | undefined {
  const { version, private: isPrivate } = readPackage();
  return isPrivate ? undefined : `^${version}`;
}

/**
 * A dependency as `package.json` has it: the path of a file or folder becomes relative to
 * the site; anything else is left to npm.
 *
 * @param typed as it was given in `folder`. @param site absolute path of the new site.
 */
export function specFor(typed: string, folder: string, site: string): string {
  const path = resolve(folder, typed.replace(/^file:/, ""));
  const isPath = /^file:|^[./~]|[\\/].*\.tgz$|^[^@:]*\.tgz$/.test(typed) || existsSync(path);
  return isPath ? `file:${relative(site, path).split(sep).join("/")}` : typed;
}

/** The texts of a new site in a language. */
export function readStarter(language: SiteLanguage): Starter {
  const read = (...path: string[]) => readFileSync(join(packageFolder, ...path), "utf8");
  // Of the editor's files some are those of this repository: only the schemas lie elsewhere.
  const settings = read(".vscode", "settings.json").replaceAll("docs/schemas/", "node_modules/pincite/docs/schemas/");
  return {
    brief: read("starter", language, "brief.md"),
    source: read("starter", language, "source.md"),
    readme: read("starter", "README.md"),
    gitignore: read("starter", "gitignore"),
    tsconfig: read("starter", "tsconfig.json"),
    editor: new Map([
      ["extensions.json", read("starter", "extensions.json")],
      ["pincite.code-snippets", read(".vscode", "pincite.code-snippets")],
      ["settings.json", settings],
      ["tasks.json", read(".vscode", "tasks.json")],
    ]),
  };
}
