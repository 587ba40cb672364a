import fontverter from "fontverter";
import { Blob, Buffer as TextBuffer, Face, Font, shape, Variation } from "harfbuzzjs";

/** A font as browsers see it: HarfBuzz is what Chromium and Firefox set text with. */
export interface ReadFont {
  /** Code points that it has a glyph for. */
  readonly characters: ReadonlySet<number>;
  /** What a text becomes, whatever the font's numbers for its glyphs are. */
  set(text: string, weight: number): readonly SetGlyph[];
}

export interface SetGlyph {
  /** As SVG writes paths. */
  readonly outline: string;
  /** Advances and offsets, across and down, in units of the font. */
  readonly places: readonly number[];
}

/** @param bytes as WOFF2. */
export async function readFont(bytes: Buffer): Promise<ReadFont> {
  const sfnt = await fontverter.convert(bytes, "sfnt");
  const face = new Face(new Blob(Uint8Array.from(sfnt).buffer));
  const font = new Font(face);
  return {
    characters: new Set(face.collectUnicodes()),
    set(text, weight) {
      font.setVariations([new Variation("wght", weight)]);
      const buffer = new TextBuffer();
      buffer.addText(text);
      buffer.guessSegmentProperties();
      shape(font, buffer);
      return buffer.getGlyphInfosAndPositions().map(({ codepoint, ...at }) => ({
        outline: font.glyphToPath(codepoint),
        places: [at.xAdvance ?? 0, at.yAdvance ?? 0, at.xOffset ?? 0, at.yOffset ?? 0],
      }));
    },
  };
}
