import type { CslItem } from "./csl-item.ts";

/**
 * What Zotero calls the types of CSL (its own schema maps them so); "document" for those it
 * has nothing nearer for.
 */
const types: ReadonlyMap<CslItem["type"], string> = new Map([
  ["article", "preprint"], ["article-journal", "journalArticle"], ["article-magazine", "magazineArticle"],
  ["article-newspaper", "newspaperArticle"], ["bill", "bill"], ["book", "book"], ["broadcast", "tvBroadcast"],
  ["chapter", "bookSection"], ["classic", "book"], ["dataset", "dataset"], ["entry", "encyclopediaArticle"],
  ["entry-dictionary", "dictionaryEntry"], ["entry-encyclopedia", "encyclopediaArticle"], ["figure", "artwork"],
  ["graphic", "artwork"], ["hearing", "hearing"], ["interview", "interview"], ["legal_case", "case"],
  ["legislation", "statute"], ["manuscript", "manuscript"], ["map", "map"], ["motion_picture", "film"],
  ["paper-conference", "conferencePaper"], ["patent", "patent"], ["personal_communication", "letter"],
  ["post", "forumPost"], ["post-weblog", "blogPost"], ["regulation", "statute"], ["report", "report"],
  ["review", "journalArticle"], ["review-book", "journalArticle"], ["software", "computerProgram"],
  ["song", "audioRecording"], ["speech", "presentation"], ["standard", "standard"], ["thesis", "thesis"],
  ["webpage", "webpage"],
]); // prettier-ignore

export function zoteroType(type: CslItem["type"]): string {
  return types.get(type) ?? "document";
}
