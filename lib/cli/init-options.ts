import { Option, type Command } from "commander";
import { siteLanguages, type SiteLanguage } from "../core/init/new-site.ts";
import { targetPlaces } from "../core/init/read-target.ts";
import { targetKinds, type TargetKind } from "../core/publish/target.ts";
import { describe } from "./arguments.ts";

/** What the command line gives of a new site, under the names of its options. */
export interface InitOptions {
  readonly title?: string;
  readonly publisher?: string;
  readonly language?: SiteLanguage;
  readonly url?: string;
  /** Where it is published, such as `github-pages` or `folder=/srv/www`. */
  readonly publish?: string;
  readonly pincite?: string;
  /** False when nothing is to be installed. */
  readonly install: boolean;
  readonly yes?: true;
}

export type Wanted = "title" | "publisher" | "pincite";

/** What each option that has to be given takes, for the list of those missing. */
export const optionHelp: ReadonlyMap<Wanted | "yes", string> = new Map<Wanted | "yes", string>([
  ["title", "--title <text>  what the site is called"],
  ["publisher", "--publisher <text>  who publishes it"],
  ["pincite", "--pincite <spec>  where npm finds Pincite, such as the file that npm pack wrote"],
  ["yes", "--yes  to write it"],
]);

/** What `pincite init` takes. */
export function describeInit(command: Command): void {
  describe(command, "Make a new site: configuration, one brief that cites one source, and what npm needs.", [
    ["init", "in this folder, with questions"],
    ["init my-site", "in another one, which is made"],
    ["init my-site --publish rsync=web@example.org:/srv/www/briefs", "with what its web server needs"],
    ['init my-site --title "Harbour Briefs" --publisher "Harbour Institute" --yes', "without questions"],
  ])
    .argument("[folder]", "where it goes", ".")
    .option("--title <text>", "what the site is called")
    .option("--publisher <text>", "who publishes it")
    .addOption(new Option("--language <tag>", "its language").choices(siteLanguages))
    .option("--url <address>", "its public address, with a path if it has one")
    .option("--publish <target>", `where it is published: ${targetKinds.map(targetForm).join(", ")}`)
    .option("--pincite <spec>", "where npm finds Pincite: a version, or the path of a packed file")
    .option("--no-install", "do not run npm install")
    .option("--yes", "write it without asking");
}

/** A kind of target as it is typed. */
function targetForm(kind: TargetKind): string {
  return targetPlaces[kind] === "" ? kind : `${kind}=…`;
}

/** Options without those that are blank. */
export function withoutBlanks(options: InitOptions): InitOptions {
  const given = Object.entries(options).filter(([, value]) => typeof value !== "string" || value.trim() !== "");
  return Object.fromEntries(given) as unknown as InitOptions;
}

/** In the order in which they are asked for. */
export function missingFrom(options: InitOptions): Wanted[] {
  return (["title", "publisher", "pincite"] as const).filter((name) => options[name] === undefined);
}
