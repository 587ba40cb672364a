/** The part of fontverter that tests use; the package ships no types. */
declare module "fontverter" {
  export function convert(font: Buffer, format: "sfnt"): Promise<Buffer>;
  const fontverter: { convert: typeof convert };
  export default fontverter;
}
