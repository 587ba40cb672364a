import type { BuiltSite } from "./built-site.ts";
import { checkLinks, checkSentences } from "./check-links.ts";
import { checkCitingSentences, checkMarks, checkNote, checkTransclusions } from "./check-note.ts";
import { checkText } from "./check-text.ts";
import { checkWords } from "./check-words.ts";
import { findTargets } from "./find-targets.ts";
import { isWithheld, type NoteCase } from "./note-case.ts";

/** What one note proves; each paragraph by its address. */
export interface NoteProof {
  readonly citations: number;
  readonly proved: readonly string[];
  /** Whose words the site may not show: not provable from it. */
  readonly withheld: readonly string[];
  /** Whether quoted or transcluded words were proved. */
  readonly isQuotation: boolean;
}

/** Prove one note again from the pages; what does not hold is reported. */
export function verifyNote(one: NoteCase, site: BuiltSite): NoteProof {
  checkNote(one);
  checkMarks(one);
  checkCitingSentences(one);
  const found = findTargets(one, site);
  for (const target of found) {
    checkText(one, target);
    checkSentences(one, target);
  }
  // Links and quotations are of all paragraphs together.
  if (found.length === one.annotation.target.length) {
    checkLinks(one, found);
    checkWords(one, found);
    checkTransclusions(one, found);
  }
  const addresses = found.map(({ file, target }) => `${file}#${target.selector.value}`);
  const withheld = isWithheld(one.annotation);
  return {
    citations: one.annotation.body.length - 1,
    proved: withheld ? [] : addresses,
    withheld: withheld ? addresses : [],
    isQuotation: !withheld && !["paraphrase", "digest"].includes(one.annotation.verification),
  };
}
