import { Option, type Command } from "commander";
import { grades, rightsKinds } from "../core/source/source-schema.ts";
import { readEncodingName } from "../importers/known-encodings.ts";
import type { AddOptions } from "./add-missing.ts";
import { describeProjectCommand } from "./arguments.ts";

/** What `pincite add` takes. */
export function describeAdd(command: Command): void {
  describeProjectCommand(command, "Bring a document in as a source, ready to be cited.", [
    ["add report.pdf", "show what is in it, ask what it does not tell, and write it"],
    ["add https://example.org/report", "the same of a page or file on the web"],
    ["add memo.docx --digest", "places for your own words, where its text may not be shown"],
    ["add report.pdf --bib library.bib --key smith2024", "with what a bibliography says of it"],
    ["add --bib library.bib", "the works of a bibliography, as records without text"],
    ["add law.html --rights full-text --license CC0-1.0 --grade primary --yes", "without questions"],
  ])
    .argument("[file]", "a .txt, .md, .html, .json, .csv, .docx, .odt, .epub or .pdf file, or an http or https address")
    .option("--bib <file>", "a bibliography: BibTeX, RIS or CSL-JSON")
    .option("--key <key>", "the entry of it that is wanted; may be given more than once", collect)
    .option("--id <slug>", "what briefs call it; made of the title when left out")
    .option("--title <text>", "its title, where the document does not tell")
    .addOption(new Option("--rights <rights>", "what readers may see of it").choices([...rightsKinds]))
    .addOption(new Option("--grade <grade>", "what kind of evidence it is").choices([...grades]))
    .option("--license <id>", "SPDX identifier of the licence under which its full text may be shown")
    .option("--permission <text>", "who allowed the full text to be shown, where no licence does")
    .option("--language <tag>", "its language, such as en, ur or fa-AF")
    .option("--encoding <name>", "of a file of plain text that is read wrongly, such as windows-1256")
    .option("--issued <date>", "YYYY, YYYY-MM or YYYY-MM-DD")
    .option("--url <address>", "where it is on the web")
    .option("--type <type>", "a CSL type, such as report")
    .addOption(new Option("--numbering <kind>", "the document's own numbers, or ours").choices(["official", "ours"]))
    .option("--digest", "write places for your own words instead of the text: the same as --rights digest")
    .option("--yes", "write it without asking")
    .option("--json", "print what was found for programs; writes with --yes only")
    .option("--force", "replace a source of that id");
}

function collect(key: string, keys: readonly string[] = []): readonly string[] {
  return [...keys, key];
}

export function readAddOptions(command: Command): AddOptions {
  const options = command.opts<AddOptions>();
  const file = command.args[0];
  const { bib, key = [] } = options;
  if (file === undefined && bib === undefined) command.error("Name a document, or a bibliography with --bib.");
  if (bib === undefined && key.length > 0) command.error("--key is an entry of a bibliography; name that with --bib.");
  if (file !== undefined && key.length > 1) command.error("A document has one --key; leave the others out.");
  const single = (["id", "title", "issued", "url", "type"] as const).find((name) => options[name] !== undefined);
  if (file === undefined && key.length !== 1 && single !== undefined)
    command.error(`--${single} is of one work; name that with --key.`);
  const textual = (["numbering", "digest"] as const).find((name) => options[name] !== undefined);
  if (file === undefined && textual !== undefined)
    command.error(`--${textual} is for a document; a bibliography has no text.`);
  if (options.digest && options.rights !== undefined && options.rights !== "digest")
    command.error("--digest is for --rights digest; leave one of the two out.");
  const encoding = options.encoding === undefined ? undefined : readEncodingName(options.encoding);
  if (encoding?.kind === "unknown") command.error(`--encoding: ${encoding.advice}`);
  return options;
}
