import type { Evidence } from "../evidence/annotation-schema.ts";
import type { BriefPage, BuiltSite, MovedFacts } from "./built-site.ts";
import type { Fault } from "./fault.ts";
import { divertedPage } from "./note-case.ts";
import { evidenceIn } from "./read-brief.ts";
import { SiteAddresses, type SitePlace } from "./site-addresses.ts";

/** What the page at an old address shows, when that is what stands in a brief's folder. */
export function movedPageOf(slug: string, site: BuiltSite): MovedPageFacts | undefined {
  const reading = site.briefPage(`briefs/${slug}/index.html`);
  return reading.kind === "read" && reading.content.moved
    ? { ...reading.content, moved: reading.content.moved }
    : undefined;
}

type MovedPageFacts = BriefPage & { readonly moved: MovedFacts };

/**
 * Prove that an old address of a brief leads on: the page to a brief of the site, each of
 * its places to the same place there, and the evidence beside it says what the brief's says.
 */
export function verifyMoved(slug: string, page: MovedPageFacts, site: BuiltSite): readonly Fault[] {
  const file = `briefs/${slug}/index.html`;
  const faults: Fault[] = [];
  if (page.isDiverted) faults.push({ file, rule: "address-inside", message: divertedPage });
  if (page.marks.length > 0 || page.notes.length > 0)
    faults.push({ file, rule: "note-recorded", message: "The page says that the brief has moved, and has notes." });
  const target = targetOf(page.moved.href, file);
  const there = target && briefAt(target, site);
  if (!target || !there) {
    const message = `It says that the brief is at "${page.moved.href}" now, and there is none.`;
    return [...faults, { file, rule: "address-inside", message }];
  }
  const addresses = SiteAddresses.ofPage(target.prefix, file);
  for (const { id, hrefs } of page.moved.places) {
    const [place, ...more] = hrefs.map((href) => addresses.placeOf(href));
    const leads = more.length === 0 && place?.file === target.file && place.id === id && there.ids.has(id);
    if (!leads)
      faults.push({
        file,
        rule: "mark-leads",
        message: `The place "${id}" does not lead to the same place of the brief.`,
      });
  }
  return [...faults, ...compareEvidence(slug, target, site)];
}

interface Target extends SitePlace {
  /** The path under which the site is served. */
  readonly prefix: string;
  readonly slug: string;
}

function targetOf(href: string, own: string): Target | undefined {
  const [, prefix, slug] = /^(\/(?!\/).*?|\/)briefs\/([^/]+)\/$/.exec(href) ?? [];
  if (prefix === undefined || slug === undefined) return undefined;
  const place = SiteAddresses.ofPage(prefix, own).placeOf(href);
  return place?.id === "" && place.file !== own ? { ...place, prefix, slug } : undefined;
}

/** The brief itself: not another page that only shows the way. */
function briefAt({ file }: SitePlace, site: BuiltSite): BriefPage | undefined {
  const reading = site.briefPage(file);
  return reading.kind === "read" && !reading.content.moved ? reading.content : undefined;
}

function compareEvidence(slug: string, target: Target, site: BuiltSite): Fault[] {
  const file = `briefs/${slug}/evidence.json`;
  const faults: Fault[] = [];
  const copy = evidenceIn(site, file, faults);
  // What is wrong with the brief's own is said of the brief.
  const own = evidenceIn(site, `briefs/${target.slug}/evidence.json`, []);
  if (copy && own && absolute(copy, slug) !== absolute(own, target.slug))
    faults.push({ file, rule: "evidence-valid", message: `It is not what is recorded for /briefs/${target.slug}/.` });
  return faults;
}

/** Keys whose values are addresses, which may be relative to the file they stand in. */
const addressKeys: ReadonlySet<string> = new Set(["id", "partOf", "source"]);

function absolute(evidence: Evidence, slug: string): string {
  const base = `http://site.invalid/briefs/${slug}/evidence.json`;
  return JSON.stringify(evidence, (key, value: unknown) =>
    addressKeys.has(key) && typeof value === "string" && URL.canParse(value, base) ? new URL(value, base).href : value,
  );
}
