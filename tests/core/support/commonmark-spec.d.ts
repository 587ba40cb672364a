declare module "commonmark-spec" {
  /** Examples of the specification; an arrow stands for a tab. */
  export const tests: readonly { markdown: string; html: string; section: string; number: number }[];
}
