import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { SiteCopy } from "./site-copy.ts";
import { edit } from "./two-sites.ts";

/** A source file. */
export const source = (title: string, more = ""): string =>
  `---\ntype: report\ntitle: ${title}\nauthor: [{ literal: Refugee Office }]\nissued: "2025-02-01"\n${more}language: en\ngrade: primary\nrights: full-text\npermission: Ours.\nnumbering: ours\n---\n\nOne.\n\nTwo.\n`;
const brief = (title: string, body: string) =>
  `---\ntitle: ${title}\nsummary: S.\nauthors: [{ literal: Test }]\ndate: 2026-03-05\ntopics: [ports]\nstatus: published\n---\n\n${body}\n`;

/** What somebody does to the files of a site. */
export type Change = (copy: SiteCopy) => void;
export const writing =
  (path: string, text: string): Change =>
  ({ root }) => {
    writeFileSync(join(root, path), text);
  };
export const editing =
  (path: string, from: string, to: string): Change =>
  (copy) => {
    edit(copy, path, from, to);
  };
export const removing =
  (path: string): Change =>
  ({ root }) => {
    rmSync(join(root, path));
  };

/** Edits of the fixture `styles` in the style "apa", one after the other: each follows on those before. */
export const changes: readonly (readonly [name: string, change: Change])[] = [
  ["a second work of the same authors and year", writing("sources/second.md", source("A first update"))],
  ["a third, before the others", writing("sources/third.md", source("A draft of an update"))],
  ["another title of one of them", editing("sources/third.md", "A draft of an update", "The last update")],
  ["another year of it", editing("sources/third.md", "2025-02-01", "2024-02-01")],
  ["other authors of it", editing("sources/second.md", "Refugee Office", "Harbour Office")],
  ["the title of a source that is cited", editing("sources/update.md", "title: Pakistan Update", "title: Update on Pakistan")],
  ["a short title", editing("sources/update.md", "title: Update on Pakistan", "title: Update on Pakistan\ntitle-short: Update")],
  ["no short title", editing("sources/update.md", "title-short: Update\n", "")],
  ["a note between two of one source", editing("briefs/repeats.md", "The figures grew,", 'The judges,{% cite "begum", 2 %} and the figures grew,')],
  ["a note of the author's own between two", editing("briefs/urdu.md", "تعداد بڑھ گئی۔", "تعداد بڑھ گئی۔^[Ours.]")],
  ["another order of notes", editing("briefs/repeats.md", "Cards lapsed in June.", 'As a novel has it,{% cite "sarhad", 1 %} cards lapsed in June.')],
  ["the title of a brief", editing("briefs/repeats.md", "title: Cited again", "title: Cited once more")],
  ["another relation", editing("briefs/repeats.md", 'as="qualifies"', 'as="disputes"')],
  ["a brief", writing("briefs/third.md", brief("A third brief", 'It says so.{% cite "third", 1 %} And [again](/briefs/repeats/).{% cite "update", 1, as="disputes" %}'))],
  ["its topic and its authors", editing("briefs/third.md", "topics: [ports]\n", "topics: [harbours, refugees]\nquestion: What then?\n")],
  ["a translation", writing("sources/begum-ur.md", source("بیگم", "translationOf: begum\n").replace("language: en", "language: ur").replace("2025-02-01", "2018"))],
  ["a second translation", writing("sources/begum-fr.md", source("Begum, en français", "translationOf: begum\n").replace("language: en", "language: fr").replace("2025-02-01", "2019"))],
  ["the title of the original", editing("sources/begum.md", "Special Appeals Commission", "Appeals Commission")],
  ["a translation that goes", removing("sources/begum-ur.md")],
  ["words of a cited source that nobody cites", editing("sources/update.md", "The office asked for time.\n", "The office asked for time.\n\nThe last word.\n")],
  ["a withdrawn brief", editing("briefs/third.md", "status: published", "status: withdrawn\nwithdrawn: { date: 2026-03-06, reason: Wrong. }")],
  ["a brief that goes", removing("briefs/third.md")],
  ["a source that goes", removing("sources/third.md")],
]; // prettier-ignore
