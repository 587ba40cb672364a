/** The part of subset-font that Pincite uses; the package ships no types. */
declare module "subset-font" {
  interface Options {
    readonly targetFormat: "woff2";
    readonly variationAxes: Readonly<Record<string, { readonly min: number; readonly max: number }>>;
  }

  /** @param text every character to keep, in any order. Layout features stay, with all glyphs that they lead to. */
  export default function subsetFont(font: Buffer, text: string, options: Options): Promise<Buffer>;
}
