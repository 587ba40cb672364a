import { readFileSync } from "node:fs";
import { posix } from "node:path";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { overLimits } from "../../core/publish/host-limits.ts";
import { isPage } from "../../core/publish/passes.ts";
import type { PublishTarget } from "../../core/publish/target.ts";
import { PageText } from "../page-text.ts";
import type { SiteOptions } from "../site.ts";
import { invalidHtml } from "./html-validity.ts";
import type { BuiltInventory } from "./read-inventory.ts";

export interface GateReport {
  /** A line each; nothing is published while there is one. */
  readonly faults: readonly string[];
  /** Of the heaviest page, in bytes with Brotli. */
  readonly heaviest: { readonly path: string; readonly bytes: number } | undefined;
}

/** What a page may weigh where a site says nothing: on a slow telephone, a second or two. */
const usualBudgets = { page: 60_000, scripts: 15_000 };

/**
 * Hold a built site against what it must be before it is published: valid HTML, its
 * budgets, and what the host takes. That every link arrives was seen by the build.
 *
 * @param folder absolute path of the site. @param pages paths of the pages that readers do not have yet.
 */
export async function checkGates(
  folder: string,
  { files }: BuiltInventory,
  pages: readonly string[],
  site: Pick<SiteOptions, "pathPrefix" | "budgets">,
  target: PublishTarget,
): Promise<GateReport> {
  const redirects = files.has("_redirects") ? readFileSync(join(folder, "_redirects"), "utf8").trim().split("\n") : [];
  const faults = overLimits(target.to, files, redirects.length);
  const budgets = { ...usualBudgets, ...site.budgets };
  const scale = new Scale(folder, site.pathPrefix, files);
  let heaviest: GateReport["heaviest"];
  for (const path of pages.filter(isPage)) {
    const html = readFileSync(join(folder, path), "utf8");
    faults.push(...(await invalidHtml(path, html)).map((line) => `${path}:${line}`));
    const weight = scale.weigh(path, html);
    if (weight.page > (heaviest?.bytes ?? 0)) heaviest = { path, bytes: weight.page };
    if (weight.page > budgets.page)
      faults.push(
        `${path} weighs ${kilobytes(weight.page)} and may weigh ${kilobytes(budgets.page)}. Part the document, or raise budgets: { page: … } in .eleventy.ts.`,
      );
    if (weight.scripts > budgets.scripts)
      faults.push(
        `The scripts of ${path} weigh ${kilobytes(weight.scripts)} and may weigh ${kilobytes(budgets.scripts)}. Take some out, or raise budgets: { scripts: … } in .eleventy.ts.`,
      );
  }
  return { faults, heaviest };
}

export function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

/** Weighs pages as they come over the wire: without fonts, pictures, and what loads on use. */
class Scale {
  readonly #folder: string;
  readonly #pathPrefix: string;
  readonly #files: ReadonlyMap<string, unknown>;
  readonly #known = new Map<string, number>();

  constructor(folder: string, pathPrefix: string, files: ReadonlyMap<string, unknown>) {
    this.#folder = folder;
    this.#pathPrefix = pathPrefix;
    this.#files = files;
  }

  weigh(path: string, html: string): { readonly page: number; readonly scripts: number } {
    const { elements } = new PageText(html);
    const styles = elements.flatMap(({ name, attributes }) =>
      name === "link" && /(?:^|\s)stylesheet(?:\s|$)/.test(attributes.rel ?? "")
        ? this.#fileAt(attributes.href, path)
        : [],
    );
    const begun = elements.flatMap(({ name, attributes }) =>
      name === "script" ? this.#fileAt(attributes.src, path) : [],
    );
    const scripts = new Set<string>();
    for (const script of begun) this.#collect(script, scripts);
    const sum = (paths: Iterable<string>) => [...paths].reduce((total, one) => total + this.#weightOf(one), 0);
    const weight = sum(scripts);
    return { page: compressed(Buffer.from(html)) + sum(new Set(styles)) + weight, scripts: weight };
  }

  /** A script and those that it imports at once. */
  #collect(path: string, into: Set<string>): void {
    if (into.has(path)) return;
    into.add(path);
    const text = readFileSync(join(this.#folder, path), "utf8");
    for (const [, other = ""] of text.matchAll(/^\s*(?:import|export)\b[^;]*?["'](\.\/[^"']+)["']/gm)) {
      const file = posix.join(posix.dirname(path), other);
      if (this.#files.has(file)) this.#collect(file, into);
    }
  }

  #weightOf(path: string): number {
    const known = this.#known.get(path);
    if (known !== undefined) return known;
    const weight = compressed(readFileSync(join(this.#folder, path)));
    this.#known.set(path, weight);
    return weight;
  }

  /** The file of the site that an address leads to, as a list of one; none for any other. */
  #fileAt(address: string | undefined, page: string): string[] {
    if (address === undefined || !URL.canParse(address, "http://site.invalid/")) return [];
    const url = new URL(address, `http://site.invalid${this.#pathPrefix}${page}`);
    const path = url.pathname.slice(this.#pathPrefix.length);
    return url.host === "site.invalid" && this.#files.has(path) ? [path] : [];
  }
}

/** As servers compress what they send at once: not as small as could be. */
function compressed(bytes: Buffer): number {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
}
