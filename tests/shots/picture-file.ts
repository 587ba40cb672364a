import sharp from "sharp";

/** A picture's pixels: four bytes each, red, green, blue and alpha, row by row. */
export interface Pixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Half the size: small enough to be kept beside the code, and any shift of two pixels shows. */
const scale = 0.5;

/** Eleven levels a channel: what pictures of letters weigh is the shades along their edges. */
const step = 25.5;

/** A screenshot as it is kept. @param screenshot PNG. @returns WebP without loss. */
export async function pictureFile(screenshot: Buffer): Promise<Buffer> {
  const { width = 1, height = 1 } = await sharp(screenshot).metadata();
  const { data, info } = await sharp(screenshot)
    .resize(Math.round(width * scale), Math.round(height * scale), { fit: "fill" })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const levels = data.map((value) => Math.round(Math.round(value / step) * step));
  return sharp(levels, { raw: { width: info.width, height: info.height, channels: 3 } })
    .webp({ lossless: true, effort: 4 })
    .toBuffer();
}

export async function pixelsOf(picture: Buffer): Promise<Pixels> {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

export async function pictureOf({ data, width, height }: Pixels): Promise<Buffer> {
  return sharp(data, { raw: { width, height, channels: 4 } })
    .png()
    .toBuffer();
}
