/** A script of the site's own that answers searches in the browser, such as by asking a hosted engine. */
export interface SearchModule {
  /** Its file, relative to the project; docs/search.md says what it exports. */
  readonly module: string;
  /** What it asks for answers, such as "https://search.example.org": the security policy of every page allows it. */
  readonly origins?: readonly string[];
}

/** Who answers a search: Pagefind, from an index that the build makes; nobody; or a module of the site's own. */
export type SearchOptions = "pagefind" | "none" | SearchModule;
