/** What of a page is remembered, so that the next publish can tell what changes for readers. */
export interface PageRecord {
  readonly kind: "brief" | "source" | "moved" | "page";
  readonly title: string;
  /** First digits of the SHA-256 of what the page says in its main part: how it looks is no change to it. */
  readonly words: string;
  /** Of a page at a former address, where it leads: root-relative, with the path prefix. */
  readonly leadsTo: string | undefined;
  /** Why a brief was withdrawn; undefined where it was not. */
  readonly withdrawn: string | undefined;
  readonly corrections: readonly string[];
  /** Of a source, in order. */
  readonly paragraphs: readonly ParagraphRecord[];
}

export interface ParagraphRecord {
  /** Of its element: the fragment of its address. */
  readonly id: string;
  /** As printed beside it. */
  readonly label: string;
  /** First digits of the SHA-256 of its words as shown; empty where they are withheld. */
  readonly words: string;
}

/** The address of a page below the site's: a folder for its index. */
export function addressOf(path: string): string {
  return path.replace(/(^|\/)index\.html$/, "$1");
}
