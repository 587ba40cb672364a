/** Entry types of BibTeX and BibLaTeX, and the CSL types that they are. */
export const bibtexTypes: ReadonlyMap<string, string> = new Map([
  ["article", "article-journal"], ["suppperiodical", "article-journal"], ["newspaper", "article-newspaper"],
  ["magazine", "article-magazine"], ["book", "book"], ["mvbook", "book"], ["collection", "book"],
  ["mvcollection", "book"], ["proceedings", "book"], ["mvproceedings", "book"], ["reference", "book"],
  ["mvreference", "book"], ["booklet", "pamphlet"], ["inbook", "chapter"], ["bookinbook", "chapter"],
  ["suppbook", "chapter"], ["incollection", "chapter"], ["suppcollection", "chapter"],
  ["inproceedings", "paper-conference"], ["conference", "paper-conference"], ["inreference", "entry-encyclopedia"],
  ["manual", "report"], ["report", "report"], ["techreport", "report"], ["thesis", "thesis"],
  ["phdthesis", "thesis"], ["mastersthesis", "thesis"], ["unpublished", "manuscript"], ["online", "webpage"],
  ["electronic", "webpage"], ["www", "webpage"], ["misc", "document"], ["dataset", "dataset"],
  ["software", "software"], ["patent", "patent"], ["legislation", "legislation"], ["jurisdiction", "legal_case"],
  ["legal", "treaty"], ["standard", "standard"], ["periodical", "periodical"], ["review", "review"],
  ["artwork", "graphic"], ["image", "figure"], ["audio", "song"], ["music", "musical_score"],
  ["movie", "motion_picture"], ["video", "motion_picture"], ["letter", "personal_communication"],
  ["performance", "performance"], ["commentary", "book"],
]); // prettier-ignore

/** What BibLaTeX and BibTeX say of an entry by its type or a key for it, in words. */
export const genres: ReadonlyMap<string, string> = new Map([
  ["phdthesis", "PhD thesis"],
  ["mastersthesis", "Master’s thesis"],
  ["mathesis", "Master’s thesis"],
  ["bathesis", "Bachelor’s thesis"],
  ["candthesis", "Candidate thesis"],
  ["techreport", "Technical report"],
  ["techrep", "Technical report"],
  ["resreport", "Research report"],
]);

/** Fields that a source has no place for, or that say nothing of the work. */
export const quietFields: ReadonlySet<string> = new Set([
  "crossref", "xdata", "ids", "options", "langid", "langidopts", "hyphenation", "shorttitle", "sortkey", "sortname",
  "sorttitle", "sortyear", "presort", "label", "shorthand", "subtitle", "maintitle", "day", "month", "year", "date",
  "urldate", "eprinttype", "eprintclass", "archiveprefix", "primaryclass", "entrysubtype", "pagetotal", "timestamp",
  "date-added", "date-modified", "bdsk-url-1", "internal-note", "citation-key", "booksubtitle", "mainsubtitle",
]); // prettier-ignore
