/** A page of each kind of the example site, by a name that can be a file's. Addresses are relative to the site's. */
export const examplePages: ReadonlyMap<string, string> = new Map([
  ["home", ""],
  ["briefs", "briefs/"],
  ["brief", "briefs/sanctuary-and-assurances/"],
  ["brief-of-options", "briefs/pakistans-options/"],
  ["brief-of-law", "briefs/repatriation-deadline/"],
  ["sources", "sources/"],
  ["source-full-text", "sources/udhr/"],
  ["source-digest", "sources/un-monitoring-15-2024/"],
  ["source-urdu", "sources/udhr-ur/"],
  ["beside", "sources/udhr-ur/beside/"],
  ["topics", "topics/"],
  ["topic", "topics/security/"],
  ["evidence", "evidence/"],
  ["evidence-of-brief", "evidence/sanctuary-and-assurances/"],
  ["search", "search/"],
  ["glossary", "glossary/"],
  ["library", "library/"],
  ["register", "library/register/"],
  ["column", "library/column/"],
  ["about", "about/"],
  ["missing", "no/such/page/"],
]);

/** Pages that only a site has that cites another's library: those of the fixture `programme`, which cites `library`. */
export const libraryPages: ReadonlyMap<string, string> = new Map([
  ["record", "libraries/library/charter/"],
  ["record-urdu", "libraries/library/bandargah/"],
  ["record-of-hidden-words", "libraries/library/ledger/"],
  ["brief-citing-library", "briefs/shelter/"],
]);

/** The same for the fixture site in Urdu, set from right to left. */
export const urduPages: ReadonlyMap<string, string> = new Map([
  ["urdu-home", ""],
  ["urdu-briefs", "briefs/"],
  ["urdu-brief", "briefs/panah/"],
  ["urdu-sources", "sources/"],
  ["urdu-source", "sources/manshoor/"],
  ["urdu-source-english", "sources/charter/"],
  ["urdu-evidence", "evidence/"],
  ["urdu-evidence-of-brief", "evidence/panah/"],
  ["urdu-search", "search/"],
  ["urdu-about", "about/"],
]);
