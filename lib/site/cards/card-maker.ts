import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import type { CardContent } from "./card-content.ts";
import { CardFonts } from "./card-fonts.ts";
import { cardHeight, cardSvg, cardWidth } from "./card-svg.ts";

/** A card as pages refer to it. */
export interface CardView {
  /** Root-relative, without the site's path prefix; another one when the card says something else. */
  readonly url: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** What stands on it. */
  readonly alt: string;
}

/** To be raised when cards are drawn otherwise: those that are kept are drawn again. */
const drawing = 1;

/** Few colours, since there are few: a third of the bytes. The same content gives the same bytes. */
const png = { palette: true, colours: 32, effort: 1, dither: 0 } as const;

/** Draws social cards and keeps them, by what they say, so that a build draws those that are new. */
export class CardMaker {
  readonly #kept: string;
  readonly #fingerprint = JSON.stringify([drawing, CardFonts.fingerprint(), sharp.versions, png]);
  #fonts: CardFonts | undefined;

  /** @param root absolute path of the project. */
  constructor(root: string) {
    this.#kept = join(root, ".pincite", "cache", "cards");
  }

  /**
   * Write the card that says this below `output`.
   *
   * @param stem beginning of the file's name: a slug. @param output absolute path of the built site.
   * @returns undefined where no font has the letters of its title.
   */
  async make(stem: string, content: CardContent, output: string): Promise<CardView | undefined> {
    const key = createHash("sha256")
      .update(JSON.stringify([this.#fingerprint, content]))
      .digest("hex");
    const bytes = await this.#bytesOf(key, content);
    if (!bytes) return undefined;
    const url = `/assets/${stem}-${key.slice(0, 10)}.png`;
    mkdirSync(join(output, "assets"), { recursive: true });
    writeFileSync(join(output, url), bytes);
    const { site, mark, title, lead } = content;
    const alt = [site, mark, title, lead].filter((part) => part !== "").join(" · ");
    return { url, width: cardWidth, height: cardHeight, alt };
  }

  async #bytesOf(key: string, content: CardContent): Promise<Buffer | undefined> {
    const path = join(this.#kept, `${key}.png`);
    if (existsSync(path)) return readFileSync(path);
    this.#fonts ??= await CardFonts.load();
    const svg = cardSvg(content, this.#fonts);
    if (svg === undefined) return undefined;
    const bytes = await sharp(Buffer.from(svg)).png(png).toBuffer();
    mkdirSync(this.#kept, { recursive: true });
    // A build that is stopped here leaves no half a card behind.
    const half = `${path}.${process.pid}`;
    writeFileSync(half, bytes);
    renameSync(half, path);
    return bytes;
  }
}
