import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkLinks } from "../../../lib/site/links/check-links.ts";
import { LinkLedger } from "../../../lib/site/links/link-ledger.ts";
import { readPlaces } from "../../../lib/site/links/read-places.ts";
import { temporaryFolder } from "../../files/temporary-folder.ts";

type Files = Readonly<Record<string, string>>;

function takenDown(files: Files, pathPrefix = "/"): LinkLedger {
  const ledger = new LinkLedger(pathPrefix);
  for (const [path, text] of Object.entries(files)) if (path.endsWith(".html")) ledger.add(path, readPlaces(text));
  return ledger;
}

/** The ledger of some pages, to which the others were joined as another process hands them over. */
function joined(files: Files, isHere: (path: string) => boolean): LinkLedger {
  const some = (here: boolean) => Object.fromEntries(Object.entries(files).filter(([path]) => isHere(path) === here));
  const ledger = takenDown(some(true));
  ledger.join(JSON.parse(JSON.stringify(takenDown(some(false)).toStored())) as ReturnType<LinkLedger["toStored"]>);
  return ledger;
}

const whole: Files = {
  "index.html": '<a href="/briefs/a/#one">A</a> <a href="about/">About</a> <a href="https://example.org/#x">out</a>',
  "about/index.html": '<h1 id="top">About</h1><a href="#top">up</a><a href="#">up</a>',
  "briefs/a/index.html": '<h1 id="top">A</h1><p id="one"><a href="/sources/s/#p1">S</a><img src="/assets/a.png">',
  "sources/s/index.html": '<p id="p1">One.</p><a href="/briefs/a/#top">A</a>',
  "assets/a.png": "",
};

describe("pages taken down as they are written arrive as pages that are read do", () => {
  const faults: readonly (readonly [string, Files])[] = [
    ["all arrive", whole],
    ["no such page", { ...whole, "index.html": '<a href="/nowhere/">x</a>' }],
    ["no such file", { ...whole, "index.html": '<img src="/assets/b.png">' }],
    ["no such place on another page", { ...whole, "sources/s/index.html": '<p id="p2">' }],
    ["no such place on the same page", { ...whole, "about/index.html": '<a href="#top">up</a>' }],
    ["no address", { ...whole, "index.html": '<a href="/%E0">x</a>' }],
    ["a place that is there twice", { ...whole, "sources/s/index.html": '<p id="p1"><p id="p1">' }],
  ];
  test.each(faults)("%s", async (name, files) => {
    const { broken, pages, links } = await checkLinks(temporaryFolder(files), "/");
    expect(broken.length === 0).toBe(name === "all arrive");
    const halves = joined(files, (path) => path.startsWith("briefs/"));
    expect(takenDown(files).holds(new Set(Object.keys(files)))).toBe(broken.length === 0);
    expect(halves.holds(new Set(Object.keys(files)))).toBe(broken.length === 0);
    // Pages of which nobody took anything down are read.
    const others = Object.fromEntries(Object.entries(files).filter(([path]) => path !== "index.html"));
    const written = { ledger: takenDown(others), renamed: new Map<string, string>() };
    const report = await checkLinks(temporaryFolder(files), "/", { written });
    expect(report.broken).toEqual(broken);
    expect(report.pages).toBe(pages);
    expect(new Map([...report.links].sort())).toEqual(new Map([...links].sort()));
  });

  test("whatever they lead to, and however they are divided", async () => {
    const names = ["a", "b", "c"] as const;
    const id = fc.constantFrom("x", "y", "z", "x y", "");
    const link = fc.oneof(
      fc
        .tuple(fc.constantFrom("", ...names.map((name) => `/${name}/`)), id)
        .map(([to, at]) => `${to}#${encodeURI(at)}`),
      fc.constantFrom("/a/", "/d/", "b/", "/%zz", "mailto:a@example.org"),
    );
    const page = fc.record({ ids: fc.array(id, { maxLength: 3 }), links: fc.array(link, { maxLength: 3 }) });
    const html = (of: { readonly ids: readonly string[]; readonly links: readonly string[] }) =>
      of.ids.map((one) => `<p id="${one}">`).join("") + of.links.map((to) => `<a href="${to}">`).join("");
    await fc.assert(
      fc.asyncProperty(fc.tuple(page, page, page), fc.subarray([...names]), async (pages, here) => {
        const files = Object.fromEntries(pages.map((one, at) => [`${names[at] ?? ""}/index.html`, html(one)]));
        const { broken } = await checkLinks(temporaryFolder(files), "/");
        const ledger = joined(files, (path) => here.some((name) => path.startsWith(name)));
        const holds = ledger.holds(new Set(Object.keys(files)));
        // Of ids of two words it cannot tell, and has the pages read.
        const isTold = !pages.some(({ ids, links }) => ids.includes("x y") || links.some((to) => to.includes("x%20y")));
        if (holds || isTold) expect(broken.length === 0).toBe(holds);
      }),
      { numRuns: 500 },
    );
  });

  test("also where a link leads to an id of two words, each of which is one", () => {
    const files = { "a/index.html": '<p id="x"><p id="y">', "b/index.html": '<a href="/a/#x%20y">' };
    expect(joined(files, (path) => path.startsWith("a/")).holds(new Set(Object.keys(files)))).toBe(false);
  });
});

test("a file that is called otherwise now is looked for by its name", () => {
  const ledger = takenDown({ "index.html": '<link href="/assets/site-1.css">' });
  const files = new Set(["index.html", "assets/site-2.css"]);
  expect(ledger.holds(files)).toBe(false);
  expect(ledger.holds(files, new Map([["assets/site-1.css", "assets/site-2.css"]]))).toBe(true);
});

test("below a path prefix", () => {
  const files = { "index.html": '<p id="a"><a href="/site/#a">a</a><a href="/site/b/">b</a>', "b/index.html": "" };
  expect(takenDown(files, "/site/").holds(new Set(Object.keys(files)))).toBe(true);
  expect(takenDown(files, "/").holds(new Set(Object.keys(files)))).toBe(false);
});
