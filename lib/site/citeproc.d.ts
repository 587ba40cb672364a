/** What is used of citeproc-js, which a project installs if it wants styles of its own. */
declare module "citeproc" {
  export interface CiteprocCite {
    readonly id: string;
    readonly locator?: string;
    readonly label?: string;
    /** 0 cited first, 1 again, 2 right behind another that cites it, 3 the same with a locator. */
    readonly position?: 0 | 1 | 2 | 3;
    readonly "first-reference-note-number"?: number | string;
  }

  export interface CiteprocSystem {
    /** XML of a locale; a string or a falsy value. */
    retrieveLocale(name: string): string | false;
    retrieveItem(id: string): { readonly id: string };
  }

  /** One style, read. */
  export interface CiteprocEngine {
    readonly opt: { readonly xclass: string; readonly "default-locale"?: readonly string[] };
    /** By name of the locale. Terms by name, each by form: the word for one and for several. */
    readonly locale: Readonly<
      Record<string, { readonly terms: Readonly<Record<string, Record<string, unknown> | undefined>> }>
    >;
    updateItems(ids: readonly string[]): void;
    setOutputFormat(format: "html"): void;
    /** HTML of one note, which leaves the engine as it was. */
    makeCitationCluster(cites: readonly CiteprocCite[]): string;
    makeBibliography(): false | readonly [{ readonly entry_ids: readonly (readonly string[])[] }, readonly string[]];
  }

  const CSL: {
    readonly Engine: new (
      system: CiteprocSystem,
      style: string,
      locale: string,
      forceLocale: boolean,
    ) => CiteprocEngine;
  };
  export default CSL;
}
