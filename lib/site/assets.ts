import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { compareText } from "../core/text/compare.ts";
import { faces, readFace } from "./fonts/faces.ts";

/** A file that pages load, named after its content so that it may be cached for ever. */
export interface Asset {
  /** How templates ask for it, such as `site.css`. */
  readonly name: string;
  /** Root-relative, without the path prefix. */
  readonly path: string;
  readonly bytes: Buffer;
}

/** Style sheets in the order of their cascade layers. */
const styleOrder = [
  "tokens",
  "fonts",
  "reset",
  "prose",
  "components",
  "notes",
  "blocks",
  "figures",
  "terms",
  "cite",
  "pages",
  "source-page",
  "source-about",
  "source-tools",
  "beside",
  "evidence",
  "search-page",
  "sidenotes",
  "with-source",
  "print",
] as const;

/** What only previews load: no published site has it. */
const authorStyle = "author.css";
const authorScript = "author.js";

/** Read style sheets, scripts and fonts. The style sheets become one, which names the fonts by their hashes. */
export function collectAssets(layouts: string, forPreview = false): Asset[] {
  const fonts = faces.map((face) => makeAsset(`${face.name}.woff2`, readFace(face)));
  const styles = makeAsset("site.css", Buffer.from(nameFonts(collectStyles(layouts), fonts)));
  const scripts = collectScripts(join(layouts, "scripts")).filter(({ name }) => forPreview || name !== authorScript);
  const author = forPreview ? [makeAsset(authorStyle, readFileSync(join(layouts, "styles", authorStyle)))] : [];
  return [...fonts, styles, ...author, ...scripts];
}

/** The style sheets as one, which names fonts as they are written: `url("serif.woff2")`. */
export function collectStyles(layouts: string): string {
  return styleOrder.map((name) => readFileSync(join(layouts, "styles", `${name}.css`), "utf8")).join("\n");
}

/** A style sheet that names fonts by their hashes. */
export function nameFonts(styles: string, fonts: readonly Asset[]): string {
  return fonts.reduce((text, font) => text.replaceAll(`url("${font.name}")`, `url("${baseName(font)}")`), styles);
}

/** A script that another imports, such as `"./search-engine.js"`. */
const importedScript = /(?<=["']\.\/)[a-z-]+\.js(?=["'])/g;

/** Scripts name those they import by their hashes too, so each is named after all that it loads. */
function collectScripts(folder: string): Asset[] {
  const made = new Map<string, Asset>();
  const collect = (name: string): Asset => {
    const known = made.get(name);
    if (known) return known;
    const text = readFileSync(join(folder, name), "utf8");
    const asset = makeAsset(name, Buffer.from(text.replace(importedScript, (other) => baseName(collect(other)))));
    made.set(name, asset);
    return asset;
  };
  return readdirSync(folder)
    .filter((file) => file.endsWith(".js"))
    .sort(compareText)
    .map(collect);
}

export function writeAssets(assets: readonly Asset[], output: string): void {
  for (const asset of assets) {
    const target = join(output, asset.path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, asset.bytes);
  }
}

export function makeAsset(name: string, bytes: Buffer): Asset {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 10);
  return { name, path: `/assets/${name.replace(/(\.\w+)$/, `-${hash}$1`)}`, bytes };
}

function baseName(asset: Asset): string {
  return asset.path.slice(asset.path.lastIndexOf("/") + 1);
}
