/** The part of eleventy-img that Pincite uses; the package ships no types. */
declare module "@11ty/eleventy-img" {
  export interface ImageOptions {
    readonly widths: readonly number[];
    readonly formats: readonly string[];
    readonly outputDir: string;
    readonly urlPath: string;
    readonly fixOrientation: boolean;
    readonly sharpOptions: object;
    readonly filenameFormat: (id: string, source: unknown, width: number, format: string) => string;
  }
  export interface ImageStats {
    readonly url: string;
    readonly width: number;
    readonly height: number;
  }
  /** By format, in the order asked for; in each the narrowest first. */
  export default function Image(source: Buffer, options: ImageOptions): Promise<Record<string, ImageStats[]>>;
}
