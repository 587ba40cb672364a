/**
 * A target that takes files one by one. Paths are below the site's folder, with forward
 * slashes. Each of its files is replaced whole: whoever reads one finds the old or the new.
 */
export interface Store {
  /** The files that are there; those that are not are left out. @throws a sentence for people. */
  read(paths: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>;
  /** Write all, in any order. @throws a sentence for people. */
  write(files: readonly StoredFile[]): Promise<void>;
  /** Delete all, in any order; those that are not there are passed over. @throws a sentence for people. */
  remove(paths: readonly string[]): Promise<void>;
}

export interface StoredFile {
  readonly path: string;
  readonly content: FileContent;
}

export type FileContent =
  /** Absolute path of a file that holds it. */
  { readonly file: string } | { readonly bytes: Uint8Array };
