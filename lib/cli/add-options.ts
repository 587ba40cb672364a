import { Option } from "commander";
import { grades, rightsKinds } from "../core/source/source-schema.ts";
import type { AddOptions } from "./add-missing.ts";
import { projectCommand } from "./arguments.ts";

/** The command line of `npm run add`. */
export function readAddArguments(): { readonly file: string; readonly options: AddOptions } {
  const command = projectCommand("add", "Bring a document in as a source, ready to be cited.")
    .argument("<file>", "a .txt, .md, .html, .json, .csv, .docx, .odt, .epub or .pdf file")
    .option("--id <slug>", "what briefs call it; made of the title when left out")
    .option("--title <text>", "its title, where the document does not tell")
    .addOption(new Option("--rights <rights>", "what readers may see of it").choices([...rightsKinds]))
    .addOption(new Option("--grade <grade>", "what kind of evidence it is").choices([...grades]))
    .option("--license <id>", "SPDX identifier of the licence under which its full text may be shown")
    .option("--permission <text>", "who allowed the full text to be shown, where no licence does")
    .option("--language <tag>", "its language, such as en, ur or fa-AF")
    .option("--issued <date>", "YYYY, YYYY-MM or YYYY-MM-DD")
    .option("--url <address>", "where it is on the web")
    .option("--type <type>", "a CSL type, such as report")
    .addOption(new Option("--numbering <kind>", "the document's own numbers, or ours").choices(["official", "ours"]))
    .option("--digest", "write places for your own words instead of the text: the same as --rights digest")
    .option("--yes", "write it without asking")
    .option("--json", "print what was found for programs; writes with --yes only")
    .option("--force", "replace a source of that id")
    .parse();
  const options = command.opts<AddOptions>();
  if (options.digest && options.rights !== undefined && options.rights !== "digest")
    command.error("--digest is for --rights digest; leave one of the two out.");
  return { file: command.args[0] ?? "", options };
}
