/** What a feed reader is told of one thing that happened. */
export interface FeedEntry {
  /** Absolute, and the same for ever: a reader's software knows by it what it has shown. */
  readonly id: string;
  /** Absolute address of the page that it is about. */
  readonly url: string;
  readonly title: string;
  /** BCP 47: of title, summary and HTML. */
  readonly language: string;
  /** YYYY-MM-DD, from the document; never the day of a build. */
  readonly published: string;
  readonly updated: string;
  /** Plain text. */
  readonly summary: string;
  /** Safe HTML that says it in full. */
  readonly html: string;
  readonly authors: readonly string[];
  readonly topics: readonly string[];
}

/** A list of what is new, newest first, as the files of any feed format tell it. Addresses are absolute. */
export interface Feed {
  readonly title: string;
  readonly description: string;
  readonly language: string;
  /** Whoever publishes the site. */
  readonly author: string;
  /** The page that shows the same to people. */
  readonly home: string;
  readonly icon: string;
  /** Of its Atom file, which is also its id, and of its JSON file. */
  readonly atom: string;
  readonly json: string;
  /** Of topics, without the name of one. */
  readonly topics: string;
  /** YYYY-MM-DD: of its newest entry, or of the newest brief where it has none. */
  readonly updated: string;
  readonly entries: readonly FeedEntry[];
}

/** Entries a feed holds; what is older is on the site. */
export const mostEntries = 50;

/** The newest entries first, by the day on which something was last said; of one day in the order given. */
export function newestEntries(entries: readonly FeedEntry[]): FeedEntry[] {
  return [...entries]
    .sort((a, b) => Number(a.updated < b.updated) - Number(a.updated > b.updated))
    .slice(0, mostEntries);
}
