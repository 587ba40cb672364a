import fc from "fast-check";
import { expect, test } from "vitest";
import { pagesInPlace, planPasses } from "../../../lib/core/publish/passes.ts";
import type { SiteRecord } from "../../../lib/core/publish/site-record.ts";

/** A page as its places and the places it leads to, written `page#place`; all of its text. */
interface Page {
  readonly ids: readonly string[];
  readonly links: readonly string[];
  readonly assets: readonly string[];
}
type Site = ReadonlyMap<string, Page>;

const names = ["index.html", "a.html", "b.html", "c.html"];
const places = ["x", "y", "z"];

/** A site in which every link arrives: what pages lead to is chosen among what there is. */
const arbitrarySite: fc.Arbitrary<Site> = fc
  .dictionary(fc.constantFrom(...names.slice(1)), fc.subarray(places))
  .chain((others) => {
    const pages = new Map<string, readonly string[]>([["index.html", []], ...Object.entries(others)]);
    const targets = [...pages].flatMap(([path, ids]) => ["", ...ids].map((id) => `${path}#${id}`));
    const links = fc.tuple(...[...pages].map(() => fc.subarray(targets)));
    const assets = fc.tuple(...[...pages].map(() => fc.subarray(["assets/1", "assets/2", "assets/3"])));
    return fc.tuple(links, assets).map(([led, loaded]) => {
      const entries = [...pages].map(
        ([path, ids], at) => [path, { ids, links: led[at] ?? [], assets: loaded[at] ?? [] }] as const,
      );
      return new Map(entries);
    });
  });

function filesOf(site: Site): ReadonlyMap<string, { sha256: string; bytes: number }> {
  const assets = [...site.values()].flatMap((page) => page.assets.map((path) => [path, path] as const));
  const pages = [...site].map(([path, page]) => [path, JSON.stringify(page)] as const);
  return new Map([...assets, ...pages].map(([path, text]) => [path, { sha256: text, bytes: text.length }]));
}

/** A target as readers see it. */
class Target {
  readonly pages = new Map<string, Page>();
  readonly assets = new Set<string>();
  record: SiteRecord | undefined;

  /** What somebody who begins at home finds missing. */
  missing(): string[] {
    const found: string[] = [];
    const waiting = this.pages.has("index.html") ? ["index.html"] : [];
    const seen = new Set(waiting);
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const page = this.pages.get(path);
      if (!page) continue;
      found.push(...page.assets.filter((one) => !this.assets.has(one)));
      for (const link of page.links) {
        const [to = "", id = ""] = link.split("#");
        const there = this.pages.get(to);
        if (!there || (id !== "" && !there.ids.includes(id))) found.push(link);
        if (seen.has(to)) continue;
        seen.add(to);
        waiting.push(to);
      }
    }
    return found;
  }
}

/** Publish a site, at most so many operations of it. @returns whether it came to its end. */
function publish(target: Target, site: Site, most: number): boolean {
  const files = filesOf(site);
  const inPlace = pagesInPlace(target.record, files).filter((path) => target.pages.has(path));
  const now = new Map(inPlace.map((path) => [path, target.pages.get(path)] as const));
  const placesNow = new Map([...now].map(([path, page]) => [path, new Set(page?.ids)]));
  const plan = planPasses(target.record, files, placesNow, (path) => new Set(site.get(path)?.ids));
  let count = 0;
  for (const pass of plan.passes)
    for (const one of pass.files) {
      if ((count += 1) > most) return false;
      const { path } = one;
      if (pass.name === "intent" || pass.name === "record")
        target.record = { ...(pass.name === "intent" ? plan.during : plan.done), pages: new Map() };
      else if (one.does === "delete") {
        target.pages.delete(path);
        target.assets.delete(path);
      } else if (path.startsWith("assets/")) target.assets.add(path);
      else {
        const page = one.does === "hold" ? now.get(path) : site.get(path);
        if (page) target.pages.set(path, { ...page, ids: [...page.ids, ...one.holds] });
      }
      expect(target.missing(), `${pass.name} ${path}`).toEqual([]);
    }
  return true;
}

const whole = Number.MAX_SAFE_INTEGER;

test("whatever sites follow each other, and wherever a publish is cut off, readers miss nothing", () => {
  const run = fc.tuple(arbitrarySite, fc.oneof(fc.constant(whole), fc.nat({ max: 12 })));
  fc.assert(
    fc.property(fc.array(run, { minLength: 1, maxLength: 4 }), arbitrarySite, (runs, last) => {
      const target = new Target();
      for (const [site, most] of runs) publish(target, site, most);
      publish(target, last, whole);
      expect([...target.pages].sort()).toEqual([...last].sort());
      expect(target.record?.unsure).toEqual([]);
      const needed = new Set([...last.values()].flatMap((page) => page.assets));
      const left = [...target.assets].filter((path) => !needed.has(path));
      expect(target.record?.kept).toEqual(expect.arrayContaining(left));
    }),
    { numRuns: 500 },
  );
});

test("a site that is there already is not written again", () => {
  fc.assert(
    fc.property(arbitrarySite, (site) => {
      const target = new Target();
      publish(target, site, whole);
      expect(publish(target, site, 0)).toBe(true);
    }),
  );
});
