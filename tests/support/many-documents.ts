import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A library large enough for lists of several pages: 106 briefs of one topic, and 204 sources of one paragraph. */
export const manyBriefs = 106;
export const manySources = 204;

/**
 * Write it below a folder. Briefs are of three years; each cites three sources, and every second
 * has a sentence that one source supports and another disputes.
 *
 * @param language of the site and of all documents: "en" or "ur".
 */
export function writeManyDocuments(
  root: string,
  language: string,
  { briefs, sources } = { briefs: manyBriefs, sources: manySources },
): void {
  for (const folder of ["briefs", "sources"]) mkdirSync(join(root, folder), { recursive: true });
  for (let at = 0; at < sources; at++) writeFileSync(join(root, `sources/source-${at}.md`), manySource(at, language));
  for (let at = 0; at < briefs; at++)
    writeFileSync(join(root, `briefs/brief-${at}.md`), manyBrief(at, language, sources));
}

const names: Readonly<Record<string, readonly string[]>> = {
  en: ["Asylum", "Borders", "Camps", "Deportation", "Elections"],
  ur: ["پناہ", "سرحد", "خیمے", "واپسی", "انتخاب"],
};

function nameOf(at: number, language: string): string {
  return `${names[language]?.[at % 5] ?? ""} ${at}`;
}

export function manySource(at: number, language: string): string {
  return `---\ntype: report\ntitle: ${nameOf(at, language)}\nauthor: [{ literal: Refugee Office }]\nissued: "2024-02-01"\nlanguage: ${language}\ngrade: primary\nrights: full-text\npermission: Ours.\nnumbering: ours\n---\n\nOne ${at}.\n`;
}

/** @param sources how many there are to cite. */
export function manyBrief(at: number, language: string, sources = manySources): string {
  const date = `${2026 - Math.floor(at / 40)}-01-${String((at % 28) + 1).padStart(2, "0")}`;
  const cite = (source: number, more = "") => `{% cite "source-${source % sources}", 1${more} %}`;
  const disputed = at % 2 === 0 ? `They left in year ${at}.${cite(at)}${cite(at + 7, ', as="disputes"')} ` : "";
  return `---\ntitle: ${nameOf(at, language)}\nsummary: S.\nauthors: [{ literal: Test }]\ndate: ${date}\ntopics: [ports]\nlanguage: ${language}\nstatus: published\n---\n\n${disputed}It is so.${cite(at)} And so.${cite(at * 2)}\n`;
}
