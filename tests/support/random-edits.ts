import fc from "fast-check";
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fixtureFolder } from "./fixture-site.ts";
import { manyBrief, writeManyDocuments } from "./many-documents.ts";
import { copyProject, type SiteCopy } from "./site-copy.ts";

const sizes = { briefs: 9, sources: 5 };

/** What somebody saves: which edit, of which document, and with which words. */
export const edits = fc.record({
  kind: fc.constantFrom("citation", "title", "sentence", "delete", "rename", "new", "topic", "author", "status", "term", "glossary", "no glossary", "source", "source title", "alias of a source", "deleted source", "fault and mending", "fault of a source"),
  at: fc.nat(8),
  to: fc.nat(4),
}); // prettier-ignore
export type Edit = typeof edits extends fc.Arbitrary<infer One> ? One : never;

/** Change a file that may be gone. */
function change(path: string, edit: (text: string) => string): void {
  if (existsSync(path)) writeFileSync(path, edit(readFileSync(path, "utf8")));
}

/** Make an edit. @returns what mends the library where the edit broke it. */
export function makeEdit({ root }: SiteCopy, { kind, at, to }: Edit): (() => void) | undefined {
  const brief = join(root, `briefs/brief-${at}.md`);
  const source = join(root, `sources/source-${to}.md`);
  const glossary = join(root, "briefs/_glossary.md");
  const heading = /^title: .*$/m;
  switch (kind) {
    case "citation":
      change(brief, (text) => text.replace("\n---\n\n", `\n---\n\nNew.{% cite "source-${to}", 1${at % 2 ? ', as="disputes"' : ""} %} `)); // prettier-ignore
      return;
    case "title":
      change(brief, (text) => text.replace(heading, `title: Another title ${to}`));
      return;
    case "sentence":
      change(brief, (text) => `${text}\nWords ${to}.\n`);
      return;
    case "delete":
      rmSync(brief, { force: true });
      return;
    case "rename": {
      const target = join(root, `briefs/renamed-${at}.md`);
      if (!existsSync(brief) || existsSync(target)) return;
      renameSync(brief, target);
      change(target, (text) => text.replace("status:", `aliases: [brief-${at}]\nstatus:`));
      return;
    }
    case "new":
      writeFileSync(join(root, `briefs/new-${at}.md`), manyBrief(at, "en", sizes.sources));
      return;
    case "topic":
      change(brief, (text) => text.replace(/^topics: .*$/m, `topics: [ports, topic-${to}]`));
      return;
    case "author":
      change(brief, (text) => text.replace(/^authors: .*$/m, `authors: [{ given: Amina, family: "Author ${to}" }]`));
      return;
    case "status":
      change(brief, (text) => text.replace(/^status: .*$/m, `status: ${to % 2 ? "draft" : "published"}`));
      return;
    case "term":
      if (existsSync(glossary)) change(brief, (text) => `${text}\nA [quay]{term: quay} is here.\n`);
      return;
    case "glossary":
      writeFileSync(glossary, `## quay\n\nWhere ships lie, in words ${to}.\n`);
      return;
    case "no glossary": {
      if (!existsSync(glossary)) return;
      const text = readFileSync(glossary, "utf8");
      rmSync(glossary);
      // Some brief may refer to it.
      return () => {
        writeFileSync(glossary, text);
      };
    }
    case "source":
      change(source, (text) => `${text}\nParagraph of ${at}.\n`);
      return;
    case "source title":
      change(source, (text) => text.replace(heading, `title: Another source ${at}`));
      return;
    case "deleted source": {
      if (!existsSync(source)) return;
      const text = readFileSync(source, "utf8");
      rmSync(source);
      // Some brief may cite it.
      return () => {
        writeFileSync(source, text);
      };
    }
    case "alias of a source":
      change(source, (text) => text.replace(/^(?:aliases: .*\n)?issued:/m, `aliases: [formerly-${to}]\nissued:`));
      return;
    default: {
      const file = kind === "fault of a source" ? source : brief;
      if (!existsSync(file)) return;
      const text = readFileSync(file, "utf8");
      const fault = kind === "fault of a source" ? text.replace(heading, "title: [") : `${text}\nNo.{% cite "none", 1 %}\n`; // prettier-ignore
      writeFileSync(file, fault);
      return () => {
        writeFileSync(file, `${text}\nMended ${to}.\n`);
      };
    }
  }
}

/** Break a brief that no edit is made of. @returns what mends it. */
export function breakElsewhere({ root }: SiteCopy): () => void {
  const file = join(root, "briefs/elsewhere.md");
  const text = readFileSync(file, "utf8");
  writeFileSync(file, `${text}\nNo.{% cite "none", 1 %}\n`);
  return () => {
    writeFileSync(file, text);
  };
}

/** A project of briefs and sources that edits can be made of, with the configuration of a fixture. */
export function copyToEdit(): SiteCopy {
  const copy = copyProject(fixtureFolder("urdu"));
  for (const folder of ["briefs", "sources"]) rmSync(join(copy.root, folder), { recursive: true });
  writeManyDocuments(copy.root, "en", sizes);
  writeFileSync(join(copy.root, "briefs/elsewhere.md"), manyBrief(sizes.briefs, "en", sizes.sources));
  return copy;
}
