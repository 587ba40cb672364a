import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Blob, Face, Font, Variation } from "harfbuzzjs";
import decompress from "woff2-encoder/decompress";

export type Weight = 400 | 600;

/** A font that cards are set in. Outlines and widths are in its own units. */
export interface CardFont {
  readonly covers: (codePoint: number) => boolean;
  readonly at: (weight: Weight) => Font;
  readonly unitsPerEm: number;
  /** Whether its letters hang from above, so that lines need more room. */
  readonly isNastaliq: boolean;
}

const serif = "@fontsource-variable/source-serif-4";

/** The faces of the site, and those of the same family for scripts that its pages leave to the reader's machine. */
const files = {
  latin: [serif, "source-serif-4-latin-wght-normal.woff2"],
  latinExtended: [serif, "source-serif-4-latin-ext-wght-normal.woff2"],
  vietnamese: [serif, "source-serif-4-vietnamese-wght-normal.woff2"],
  greek: [serif, "source-serif-4-greek-wght-normal.woff2"],
  cyrillic: [serif, "source-serif-4-cyrillic-wght-normal.woff2"],
  cyrillicExtended: [serif, "source-serif-4-cyrillic-ext-wght-normal.woff2"],
  nastaliq: ["@fontsource-variable/noto-nastaliq-urdu", "noto-nastaliq-urdu-arabic-wght-normal.woff2"],
  naskh: ["@fontsource-variable/noto-naskh-arabic", "noto-naskh-arabic-arabic-wght-normal.woff2"],
} as const satisfies Record<string, readonly [module: string, file: string]>;

type FontName = keyof typeof files;

const ofSerif: readonly FontName[] = ["latin", "latinExtended", "vietnamese", "greek", "cyrillic", "cyrillicExtended"];

/** The fonts of the npm packages that pages take theirs from: no font of the machine is used. */
export class CardFonts {
  readonly #fonts: ReadonlyMap<FontName, CardFont>;

  private constructor(fonts: ReadonlyMap<FontName, CardFont>) {
    this.#fonts = fonts;
  }

  static async load(): Promise<CardFonts> {
    const fonts = new Map<FontName, CardFont>();
    for (const name of Object.keys(files) as FontName[]) {
      fonts.set(name, openFont(await decompress(bytesOf(name)), name === "nastaliq"));
    }
    return new CardFonts(fonts);
  }

  /** What tells these fonts from others, without opening them. */
  static fingerprint(): string {
    const hash = createHash("sha256");
    for (const name of Object.keys(files) as FontName[]) hash.update(bytesOf(name));
    return hash.digest("hex");
  }

  /** In the order in which they are looked through: Nastaliq for Urdu, Naskh for all other languages. */
  forLanguage(language: string): readonly CardFont[] {
    const isUrdu = /^ur(?:-|$)/i.test(language);
    const arabic: readonly FontName[] = isUrdu ? ["nastaliq", "naskh"] : ["naskh", "nastaliq"];
    return [...ofSerif, ...arabic].flatMap((name) => this.#fonts.get(name) ?? []);
  }
}

function bytesOf(name: FontName): Buffer {
  const [module, file] = files[name];
  const folder = dirname(createRequire(import.meta.url).resolve(`${module}/package.json`));
  return readFileSync(join(folder, "files", file));
}

function openFont(bytes: Uint8Array, isNastaliq: boolean): CardFont {
  const face = new Face(new Blob(bytes));
  const covered = new Set(face.collectUnicodes());
  const made = new Map<Weight, Font>();
  return {
    covers: (codePoint) => covered.has(codePoint),
    unitsPerEm: face.upem,
    isNastaliq,
    at: (weight) => {
      const font = made.get(weight) ?? new Font(face);
      if (!made.has(weight)) font.setVariations([new Variation("wght", weight)]);
      made.set(weight, font);
      return font;
    },
  };
}
