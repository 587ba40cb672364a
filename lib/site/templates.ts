import nunjucks from "nunjucks";
import { absoluteAddress } from "../core/site-address.ts";
import { localeOf } from "../core/text/locale.ts";
import type { Asset } from "./assets.ts";
import { policiesFor } from "../core/serving/security-policy.ts";
import { searchedOrigins } from "./searched-libraries.ts";
import type { SiteOptions } from "./site.ts";
import { say, sayCount, sayNumber, type Interface, type InterfaceFor } from "./strings.ts";

export interface TemplateOptions {
  /** Absolute path of layouts/. */
  readonly layouts: string;
  readonly site: SiteOptions;
  readonly interfaceFor: InterfaceFor;
  readonly assets: readonly Asset[];
}

/** What Nunjucks calls filters on: the variables of the template that uses them. */
interface FilterThis {
  lookup(name: "ui"): Interface;
}

/**
 * Nunjucks as pages and components use it: escaping on, and what every template may ask for.
 * What they say is in the language of `ui`: the site's, unless a page sets another.
 */
export function templateEnvironment({ layouts, site, interfaceFor, assets }: TemplateOptions): nunjucks.Environment {
  const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader([layouts]), {
    autoescape: true,
    trimBlocks: true,
    lstripBlocks: true,
  });
  const assetPaths = new Map(assets.map((asset) => [asset.name, asset.path]));
  const href = (path: string) => withPrefix(site, path);
  environment.addGlobal("ui", interfaceFor(site.language));
  environment.addGlobal("policy", policiesFor(searchedOrigins(site)));
  environment.addFilter("href", href);
  // Absolute, and undefined while the site has no public address.
  environment.addFilter("absolute", (path: string) => absoluteAddress(site, path));
  environment.addFilter("localeOf", localeOf);
  environment.addFilter("asset", (name: string) => {
    const path = assetPaths.get(name);
    if (path === undefined) throw new Error(`There is no asset "${name}" in layouts/`);
    return href(path);
  });
  environment.addFilter("interfaceFor", interfaceFor);
  environment.addFilter("say", function (this: FilterThis, key: string, values?: Record<string, string | number>) {
    return say(this.lookup("ui").strings, key, values);
  });
  environment.addFilter("sayCount", function (this: FilterThis, key: string, count: number) {
    return sayCount(this.lookup("ui"), key, count);
  });
  environment.addFilter("sayNumber", function (this: FilterThis, value: number) {
    return sayNumber(this.lookup("ui"), value);
  });
  environment.addFilter("sayList", function (this: FilterThis, items: readonly string[]) {
    return items.join(say(this.lookup("ui").strings, "listSeparator"));
  });
  return environment;
}

/** A root-relative path as it is written into pages, under the site's path prefix. */
export function withPrefix(site: SiteOptions, path: string): string {
  return path.startsWith("/") ? site.pathPrefix + path.slice(1) : path;
}
