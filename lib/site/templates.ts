import nunjucks from "nunjucks";
import { directionOf } from "../core/text/language.ts";
import type { Asset } from "./assets.ts";
import { headerPolicy, metaPolicy } from "./security.ts";
import type { SiteOptions } from "./site.ts";
import { say, sayCount, type Strings } from "./strings.ts";

export interface TemplateOptions {
  /** Absolute path of layouts/. */
  readonly layouts: string;
  readonly site: SiteOptions;
  readonly strings: Strings;
  readonly assets: readonly Asset[];
}

/** Nunjucks as pages and components use it: escaping on, and what every template may ask for. */
export function templateEnvironment({ layouts, site, strings, assets }: TemplateOptions): nunjucks.Environment {
  const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader([layouts]), {
    autoescape: true,
    trimBlocks: true,
    lstripBlocks: true,
  });
  const assetPaths = new Map(assets.map((asset) => [asset.name, asset.path]));
  const href = (path: string) => withPrefix(site, path);
  environment.addGlobal("strings", strings);
  environment.addGlobal("strings", strings);
  environment.addGlobal("siteDirection", directionOf(site.language));
  environment.addGlobal("policy", { meta: metaPolicy, header: headerPolicy });
  environment.addFilter("href", href);
  environment.addFilter("asset", (name: string) => {
    const path = assetPaths.get(name);
    if (path === undefined) throw new Error(`There is no asset "${name}" in layouts/`);
    return href(path);
  });
  environment.addFilter("say", (key: string, values?: Record<string, string | number>) => say(strings, key, values));
  environment.addFilter("sayCount", (key: string, count: number) => sayCount(strings, key, count, site.language));
  return environment;
}

/** A root-relative path as it is written into pages, under the site's path prefix. */
export function withPrefix(site: SiteOptions, path: string): string {
  return path.startsWith("/") ? site.pathPrefix + path.slice(1) : path;
}
