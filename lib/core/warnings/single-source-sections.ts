import type { Brief } from "../brief/brief.ts";
import type { VerifiedCitation } from "../catalog/check-citation.ts";
import { openingWords } from "../text/sentence.ts";
import { sectionEvidence } from "./section-evidence.ts";
import type { Warning } from "./warning.ts";

/** With fewer supporting citations a section does not lean on its source enough to be asked about. */
const fewestCitations = 3;

/** Sections whose supporting citations, three at the least, all name one source; a translation is its original. */
export function singleSourceSections(brief: Brief, verified: readonly VerifiedCitation[]): Warning[] {
  return sectionEvidence(brief, verified).flatMap(({ heading, place, citations }) => {
    const supporting = citations.filter(({ citation }) => citation.request.relation === "supports");
    const [first, ...others] = supporting.map(({ source }) => source.meta.translationOf ?? source.id);
    if (first === undefined || supporting.length < fewestCitations || others.some((id) => id !== first)) return [];
    const section = heading === "" ? "What stands before the first heading" : `"${openingWords(heading, 60)}"`;
    const message = `${section} rests on one source: all ${supporting.length} supporting citations name "${first}". Cite another source, or say under answers: in the front matter why one is enough.`;
    return [{ place, rule: "section-sources", message, about: { words: heading || brief.title, sourceId: first } }];
  });
}
