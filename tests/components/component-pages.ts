import type { Page } from "playwright-core";
import * as reach from "./reach.ts";

/** From left to right, in English; from right to left, in Urdu. */
export type Direction = "ltr" | "rtl";

/** Where one or more components can be seen, in the states that it names. */
export interface ComponentPage {
  /** Also that of its pictures. */
  readonly name: string;
  /** Relative to the site's; `{ur}` stands for the ending of a name's twin in Urdu. */
  readonly path: string;
  /** The files of layouts/components/, without their ending, that are to be seen there. */
  readonly shows: readonly string[];
  /** Files that do not arrive, as patterns of Playwright's. */
  readonly withheld?: string;
  /** What a reader does to see it, where that is more than opening the page. */
  readonly reach?: (page: Page) => Promise<void>;
}

/**
 * Every component has a page here, and a new one gets a line: its macros with views made
 * by the program, from the library in tests/fixtures/sites/components.
 */
export const componentPages: readonly ComponentPage[] = [
  { name: "badges", path: "components/badges/", shows: ["badges"] },
  { name: "source-line", path: "components/source-line/", shows: ["source-line"] },
  { name: "brief-card", path: "components/brief-card/", shows: ["brief-card"] },
  { name: "list-pages", path: "components/list-pages/", shows: ["list-pages"] },
  { name: "brief-life", path: "components/brief-life/", shows: ["brief-life"] },
  { name: "evidence-box", path: "components/evidence-box/", shows: ["evidence-box"] },
  { name: "history", path: "components/history/", shows: ["gone", "history"] },
  { name: "other-sites", path: "components/other-sites/", shows: ["badges", "naming", "note"] },
  { name: "notes", path: "briefs/notes{ur}/", shows: ["naming", "note", "quotation"] },
  { name: "note-open", path: "briefs/notes{ur}/", shows: ["note", "note-aids"], reach: reach.openNote },
  { name: "with-source", path: "briefs/notes{ur}/", shows: ["with-source"], reach: reach.openSource },
  { name: "blocks", path: "briefs/blocks{ur}/", shows: ["brief-chart", "evidence-box", "image", "terms"] },
  { name: "faults", path: "briefs/faults{ur}/", shows: ["findings", "image"] },
  { name: "draft", path: "briefs/draft{ur}/", shows: [] },
  { name: "withdrawn", path: "briefs/withdrawn{ur}/", shows: ["brief-life"] },
  { name: "corrected", path: "briefs/corrected{ur}/", shows: ["brief-life"] },
  { name: "source-full", path: "sources/charter{ur}/", shows: ["cite-this", "paragraph"] },
  { name: "source-foreign", path: "sources/charter{en}/", shows: ["paragraph"] },
  { name: "source-digest", path: "sources/survey/", shows: ["paragraph", "gone", "history"] },
  { name: "source-excerpt", path: "sources/report/", shows: ["paragraph"] },
  { name: "source-withheld", path: "sources/gazette/", shows: ["paragraph"] },
  { name: "source-record", path: "sources/record/", shows: [] },
  { name: "arrival", path: "briefs/notes{ur}/", shows: ["paragraph"], reach: reach.followNote },
  { name: "beside", path: "sources/charter-ur/beside/", shows: ["beside-cell"] },
  { name: "evidence", path: "evidence/", shows: ["chart", "disputes", "evidence-sections"] },
  {
    name: "evidence-of-brief",
    path: "evidence/notes{ur}/",
    shows: ["chart", "disputes", "doubts", "evidence-sections"],
    reach: reach.openTables,
  },
  { name: "evidence-of-nothing", path: "evidence/draft{ur}/", shows: [] },
  { name: "search-found", path: "search/?q={word}", shows: [], reach: reach.awaitFound },
  { name: "search-nothing", path: "search/?q=zzzz", shows: [], reach: reach.awaitNothing },
  { name: "search-broken", path: "search/", shows: [], withheld: "**/pagefind/**", reach: reach.failSearch },
  { name: "search-dialog", path: "topics/", shows: [], reach: reach.openSearch },
  { name: "home", path: "", shows: [] },
  { name: "briefs", path: "briefs/", shows: ["brief-card"] },
  { name: "sources", path: "sources/", shows: ["source-line"] },
  { name: "topics", path: "topics/", shows: [] },
  { name: "topic", path: "topics/law/", shows: ["brief-card"] },
  { name: "glossary", path: "glossary/", shows: [] },
  { name: "about", path: "about/", shows: [] },
  { name: "moved", path: "briefs/{moved}/", shows: [], withheld: "**/assets/moved-*.js" },
  { name: "missing", path: "no/such/page/", shows: [] },
];

/** Components of a page's head: they are for programs, and nobody sees them. */
export const unseenComponents: readonly string[] = ["found-and-shared", "machine-head"];

/** Where a page is, relative to the site of one direction. */
export function addressOf({ path }: ComponentPage, direction: Direction): string {
  const isTwin = direction === "rtl";
  return path
    .replace("{ur}", isTwin ? "-ur" : "")
    .replace("{en}", isTwin ? "" : "-ur")
    .replace("{word}", isTwin ? "پناہ" : "berth")
    .replace("{moved}", isTwin ? "hawashi" : "marks");
}
