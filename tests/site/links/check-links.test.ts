import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Parser } from "htmlparser2";
import { describe, expect, test } from "vitest";
import { checkLinks } from "../../../lib/site/links/check-links.ts";
import { readPlaces } from "../../../lib/site/links/read-places.ts";
import type { BuildRecord } from "../../../lib/site/reuse/build-record.ts";
import { fileState } from "../../../lib/site/reuse/file-state.ts";
import { filesOutside, recordUnits } from "../../../lib/site/reuse/kept-units.ts";
import { knownSite } from "../../../lib/site/reuse/known-site.ts";
import type { SiteUnit } from "../../../lib/site/reuse/site-units.ts";
import { temporaryFolder } from "../../files/temporary-folder.ts";

type Files = Readonly<Record<string, string>>;

/** A site with a page of its own, a list, and three units. */
const before: Files = {
  "index.html": '<a href="/briefs/a/#one">A</a> <a href="about/">About</a>',
  "about/index.html": '<h1 id="top">About</h1><h2 id="us">Us</h2>',
  "briefs/a/index.html": '<h1 id="top">A</h1><p id="one"><a href="#top">1</a> <a href="/sources/s/#p1">S</a>',
  "briefs/a/index.md": "A.",
  "briefs/b/index.html":
    '<h1 id="top">B</h1><a href="/briefs/a/#one">A</a> <a href="/briefs/a/index.md">A</a> <a href="/about/#us">Us</a>',
  "sources/s/index.html": '<p id="p1">One.</p><p id="p2">Two.</p><a href="/briefs/b/#top">B</a>',
};
const units: readonly SiteUnit[] = ["briefs/a", "briefs/b", "sources/s"].map((folder) => ({
  kind: folder.startsWith("briefs") ? "briefs" : "sources",
  name: folder.slice(-1),
  folder,
  key: folder,
}));

async function publish() {
  const folder = temporaryFolder(before);
  const { links, broken } = await checkLinks(folder, "/");
  expect(broken).toEqual([]);
  const made = { pages: [], characters: new Map(), addresses: new Map() };
  const recorded = recordUnits({ units, stored: new Map(), made, links, folder, stateOf: fileState });
  return { folder, record: { ...recorded, files: filesOutside(units, folder) } };
}

/** Check the site that follows on a published one, of which some units are kept. */
async function checkAfter(published: { folder: string; record: BuildRecord }, files: Files, kept: readonly string[]) {
  const store = { ...published, stateOf: fileState, isPart: false, isSpare: false };
  const stored = new Map(
    published.record.units
      .filter(({ folder }) => kept.includes(folder))
      .map((recorded) => [recorded.folder, { store, recorded }]),
  );
  const folder = temporaryFolder(files);
  const known = knownSite(stored, published.record, published.folder);
  return { some: await checkLinks(folder, "/", { known }), all: await checkLinks(folder, "/") };
}

function replaced(path: string, from: string, to: string, files = before): Files {
  expect(files[path]).toContain(from);
  return { ...files, [path]: files[path]?.replace(from, to) ?? "" };
}

function without(path: string): Files {
  return Object.fromEntries(Object.entries(before).filter(([other]) => other !== path));
}

describe("a site of which some is kept is checked as if nothing was", () => {
  test.each<[string, Files, string[], number]>([
    ["nothing is broken", before, ["briefs/a", "briefs/b", "sources/s"], 0],
    ["a kept page leads to a place that a new page lost", replaced("briefs/a/index.html", ' id="one"', ""), ["briefs/b", "sources/s"], 2],
    ["a kept page leads to a file that is gone", without("briefs/a/index.md"), ["briefs/b", "sources/s"], 1],
    ["a kept page leads to a page of the site's own that is gone", without("about/index.html"), ["briefs/a", "briefs/b", "sources/s"], 2],
    ["a kept page leads to a place that a page of the site's own lost", replaced("about/index.html", 'id="us"', 'id="you"'), ["briefs/a", "briefs/b", "sources/s"], 1],
    ["a new page leads to no place of a kept page", replaced("briefs/a/index.html", "/sources/s/#p1", "/sources/s/#p3"), ["briefs/b", "sources/s"], 1],
    ["a new page leads to a place of a kept page", replaced("briefs/a/index.html", "/sources/s/#p1", "/sources/s/#p2"), ["briefs/b", "sources/s"], 0],
    ["a new page leads to no place of a new page", replaced("sources/s/index.html", 'id="p1"', 'id="p9"'), ["briefs/b"], 1],
    ["a new page has a place twice", replaced("briefs/a/index.html", 'id="one"', 'id="top"'), ["sources/s"], 3],
    ["a page of the site's own leads nowhere", replaced("index.html", "about/", "nowhere/"), ["briefs/a", "briefs/b", "sources/s"], 1],
  ])("%s", async (_name, files, kept, broken) => {
    const { some, all } = await checkAfter(await publish(), files, kept);
    expect(some.broken).toEqual(all.broken);
    expect(some.broken).toHaveLength(broken);
    expect(some.pages).toBe(all.pages);
    for (const [file, links] of some.links) expect(links).toEqual(all.links.get(file));
  }); // prettier-ignore

  test("looking only at what is new and at what leads to places that are gone", async () => {
    const { some } = await checkAfter(await publish(), before, ["briefs/a", "briefs/b"]);
    expect([...some.links.keys()]).toEqual(["about/index.html", "index.html", "sources/s/index.html"]);
    const lost = replaced("sources/s/index.html", 'id="p1"', "");
    const { some: more } = await checkAfter(await publish(), lost, ["briefs/a", "briefs/b"]);
    expect([...more.links.keys()]).toEqual([...some.links.keys(), "briefs/a/index.html"]);
  });

  test("and looking at everything where a page was changed by hand since it was published", async () => {
    const published = await publish();
    writeFileSync(join(published.folder, "about/index.html"), "Mine.");
    const lost = replaced("about/index.html", 'id="us"', "");
    const { some, all } = await checkAfter(published, lost, ["briefs/a", "briefs/b", "sources/s"]);
    expect(some.links.size).toBe(all.links.size);
    expect(some.broken).toEqual(all.broken);
    expect(some.broken).toHaveLength(1);
  });
});

/** As a parser of the whole page finds them. */
function parsedPlaces(html: string): { ids: string[]; links: string[] } {
  const ids: string[] = [];
  const links: string[] = [];
  new Parser({
    onopentag(_name, { id, ...attributes }) {
      if (id !== undefined) ids.push(id);
      for (const [name, value] of Object.entries(attributes))
        if (["href", "src", "action"].includes(name)) links.push(value);
    },
  }).end(html);
  return { ids, links };
}

test.each([
  '<p id="a"><a href="/x?a=1&amp;b=2#&eacute;">x</a>',
  "<p ID=a><a HREF=/x>x</a><a href='/y'>y</a><a href>z</a>",
  '<p id="a" id="b"><a href="/x" href="/y">x</a>',
  '<!-- <p id="a"> --><p title=\'id="b"\'>id="c"</p><![CDATA[<p id="d">]]>',
  '<script>"<p id=a>"</script><style>a[href="/x"]</style><textarea><p id="b"></textarea><title><p id="c"></title>',
  '<svg id="a"><title><a id="b" href="/x"/></title><style><p id="c"></style></svg><p id="d">',
  '<math><mi id="a"><script><p id="b"></script></math><svg><foreignObject><title><p id="c"></title>',
  '<form action="/a"><form action="/b" id="a"></form></form><form action="/c"></form>',
  '<template><p id="a"></template><noscript><img src="/x.png"></noscript><br id="b"/><a href="/y"',
  '</p id="a"><p id="b"/><p/id="c"><a href="/x" <p id="d">y</a>',
  '<p id="&lt;&#x61;&notanentity;"><a href="a&b">x</a>',
])("a page is read as a parser reads it: %s", (html) => {
  const { ids, doubledIds, links } = readPlaces(html);
  const parsed = parsedPlaces(html);
  expect([...ids]).toEqual([...new Set(parsed.ids)]);
  expect([...doubledIds]).toEqual(parsed.ids.filter((id, index) => parsed.ids.indexOf(id) < index));
  expect([...links]).toEqual([...new Set(parsed.links)]);
});
