import Image from "@11ty/eleventy-img";
import { join } from "node:path";
import type { Brief } from "../core/brief/brief.ts";
import { mostImageBytes, mostPixels } from "../files/read-attachment.ts";
import { readBytes } from "../files/read-bytes.ts";

/** An image as pages show it: the same in some widths and formats. Addresses are root-relative. */
export interface ImageView {
  /** For browsers that take WebP, as `srcset`. */
  readonly webp: readonly ImageFile[];
  /** In the format of the original, for all others. */
  readonly plain: readonly ImageFile[];
  /** The widest of these. */
  readonly largest: ImageFile;
}

export interface ImageFile {
  readonly url: string;
  readonly width: number;
  readonly height: number;
}

/** Pixels across: a telephone, a column of text, and the same on a fine screen. */
const widths = [480, 960, 1440];

/**
 * The images of briefs, made ready for pages with eleventy-img: scaled, without what
 * cameras record beside the image, and named after their content.
 */
export class ImageMaker {
  readonly #made = new Map<string, ImageView>();

  /** Make every image of these briefs, below `output`. @throws with the file's path where one cannot be read. */
  async make(briefs: readonly Brief[], root: string, output: string): Promise<void> {
    for (const { name: slug, images } of briefs) {
      for (const name of new Set(images)) this.#made.set(key(slug, name), await makeImage(slug, name, root, output));
    }
  }

  /** Undefined for what is not among the images of the brief. */
  imageOf(slug: string, name: string): ImageView | undefined {
    return this.#made.get(key(slug, name));
  }
}

function key(slug: string, name: string): string {
  return `${slug}/${name}`;
}

async function makeImage(slug: string, name: string, root: string, output: string): Promise<ImageView> {
  const path = `briefs/${slug}/${name}`;
  // Read as it was when it was checked: no link is followed.
  const reading = readBytes(join(root, path), mostImageBytes);
  if (reading.kind === "refused") throw new Error(`${path} ${reading.reason}`);
  const stem = `${slug}-${name.replace(/\.\w+$/, "")}`;
  try {
    const made = await Image(Buffer.from(reading.bytes), {
      widths,
      formats: ["webp", "auto"],
      outputDir: join(output, "assets"),
      urlPath: "/assets/",
      fixOrientation: true,
      sharpOptions: { limitInputPixels: mostPixels },
      filenameFormat: (id, _source, width, format) => `${stem}-${width}-${id}.${format}`,
    });
    const all = Object.values(made).map((files) => files.map(({ url, width, height }) => ({ url, width, height })));
    const plain = all.at(-1) ?? [];
    const largest = plain.at(-1);
    if (!largest) throw new Error("nothing came of it");
    return { webp: all.length > 1 ? (all[0] ?? []) : [], plain, largest };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${path} cannot be read as an image (${reason}).`, { cause: error });
  }
}
