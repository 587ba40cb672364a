/** What a page says for itself, in the words of its interface. */
export interface PageWords {
  readonly say: (key: string, values?: Readonly<Record<string, string | number>>) => string;
  readonly sayCount: (key: string, count: number) => string;
  readonly sayNumber: (value: number) => string;
}

/** Where the file is written, and how. */
export interface MarkdownPage extends PageWords {
  /** Writes a root-relative path, without the site's path prefix, such that it holds in the file. */
  readonly addressOf: (path: string) => string;
}
