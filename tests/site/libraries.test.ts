import { existsSync, readFileSync, rmSync, renameSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyBuiltSite } from "../../lib/site/verify-site.ts";
import { invalidHtml } from "../support/html-validity.ts";
import { htmlPages } from "../support/html-page.ts";
import { runCommand } from "../support/run-command.ts";
import { buildCopy, commandLine, type SiteCopy } from "../support/site-copy.ts";
import { filesBelow, readPlain } from "../support/tree.ts";
import { edit, openTwoSites, type TwoSites } from "../support/two-sites.ts";

let sites: TwoSites;

beforeAll(async () => {
  sites = await openTwoSites();
  await buildCopy(sites.programme);
});

afterAll(async () => {
  await sites.remove();
});

const read = ({ root }: SiteCopy, path: string) => readFileSync(join(root, path), "utf8");
const json = (site: SiteCopy, path: string) => JSON.parse(read(site, path)) as unknown;
const build = (site: SiteCopy) => runCommand("build", ...commandLine(site));

test("a library publishes what is needed to cite it, and no word that readers may not see", () => {
  const shared = filesBelow(sites.library.dist).filter((path) => /(?:^catalog|paragraphs)\.json$/.test(path));
  expect(shared).toEqual([
    "catalog.json",
    ...["bandargah", "charter", "column", "diary", "ledger"].map((id) => `sources/${id}/paragraphs.json`),
  ]);
  const text = shared.map((path) => readPlain(sites.library.dist, path).toString("utf8")).join("\n");
  expect(text).toContain("The tides come twice a day, and twice a day they go.");
  for (const hidden of ["it rained", "Eleven hundred", "secret", "fog"]) expect(text).not.toContain(hidden);
  // Its page does not hold what only a draft cites, and so nothing says where that stands.
  const { paragraphs } = json(sites.library, "dist/sources/diary/paragraphs.json") as {
    paragraphs: { label: string; address?: string }[];
  };
  expect(paragraphs.map(({ address }) => address)).toEqual([undefined, "./#p2", undefined, undefined, undefined]);
});

test("the citing site proves itself from its own pages, which say where the words stand", () => {
  const { programme, server } = sites;
  const verification = verifyBuiltSite(programme.dist);
  expect(verification).toMatchObject({ kind: "verified", report: { faults: [] } });
  const evidence = JSON.stringify(json(programme, "dist/briefs/shelter/evidence.json"));
  expect(evidence).toContain(`"elsewhere":"${server.url}sources/charter/#p2.1"`);
  const pages = htmlPages(programme.dist);
  const page = pages.get("libraries/library/charter/index.html") ?? "";
  expect(page).toContain(`<link rel="canonical" href="${server.url}sources/charter/">`);
  expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  expect(pages.get("libraries/library/ledger/index.html")).toContain("Ledger of the board &lt;script&gt;");
  for (const html of pages.values()) expect(html).not.toContain("<script>alert");
  // Of the library's words it has those that are cited.
  expect(page).not.toContain("The master of a ship");
  // The headings above those, and no other.
  expect(
    [...page.matchAll(/<h(\d) class="source-heading">(.*?)<\/h\d>/g)].map(([, level, text]) => `${level} ${text}`),
  ).toEqual(["2 Part one", "2 Part two: the &lt;b&gt;board&lt;/b&gt;", "3 Fees"]);
  expect(pages.get("sources/index.html")).toContain("/ports/libraries/library/charter/");
  expect([...pages.values()].flatMap((html) => /connect-src &#39;self&#39; ([^;]*);/.exec(html)?.[1] ?? [])).toEqual(
    [...pages.keys()].map(() => new URL(server.url).origin),
  );
});

test("every page of both sites is valid HTML", async () => {
  for (const { dist } of [sites.library, sites.programme]) {
    for (const [path, html] of htmlPages(dist)) expect(await invalidHtml(path, html), path).toEqual([]);
  }
});

test("a library's search is open to other sites only where it says so", () => {
  const opened = read(sites.library, "dist/_headers");
  expect(opened).toContain("/pagefind/*\n  Access-Control-Allow-Origin: *\n");
  expect(read(sites.programme, "dist/_headers")).not.toContain("Access-Control");
});

test("where the library changes what is cited nothing is published, and what is accepted is", async () => {
  const { library, programme, server } = sites;
  await server.close();
  const offline = await build(programme);
  expect(offline).toMatchObject({ code: 0, stderr: expect.stringContaining("is taken instead") as unknown });
  renameSync(join(programme.root, ".pincite"), join(programme.root, ".gone"));
  const bare = await runCommand("check", "--frozen", "--root", programme.root);
  expect(bare).toMatchObject({ code: 0, stderr: expect.stringContaining("What was kept on") as unknown });

  edit(library, "sources/charter.md", "while a storm lasts", "while a heavy storm lasts");
  edit(library, "sources/charter.md", "{#4}", "{#5}");
  await buildCopy(library);
  const again = await reopen();
  try {
    const before = readFileSync(join(programme.dist, "briefs/shelter/index.html"), "utf8");
    const changed = await build(programme);
    expect(changed.code).toBe(1);
    expect(changed.stderr).toMatch(
      /^briefs\/shelter\.md:10:\d+ {2}text-as-cited {2}¶2\.1 of "library:charter" is not what note 1 cites any more\. Where "…the harbour while a storm lasts\." stood, ¶2\.1 has "…the harbour while a heavy storm lasts\."/m,
    );
    expect(readFileSync(join(programme.dist, "briefs/shelter/index.html"), "utf8")).toBe(before);
    const frozen = await runCommand("check", "--frozen", "--root", programme.root);
    expect(frozen.stderr).toContain("text-as-cited");

    const accepted = await runCommand("accept", "library:charter", "--root", programme.root);
    expect(accepted.stdout).toContain("¶4 is ¶5 now");
    expect(read(programme, "briefs/shelter.md")).toContain('"library:charter", "5", as="context"');
    edit(programme, "briefs/shelter.md", 'while a storm lasts"', 'while a heavy storm lasts"');
    expect(await build(programme)).toMatchObject({ code: 0, stderr: "" });
    expect(json(programme, "libraries/library/charter.json")).toMatchObject({ library: "Harbour Library" });
    expect(verifyBuiltSite(programme.dist)).toMatchObject({ kind: "verified", report: { faults: [] } });
  } finally {
    await again.close();
  }
});

test("a record that is lost is not made anew of what the library says now", async () => {
  const { programme } = sites;
  rmSync(join(programme.root, "libraries/library/charter.lock.json"));
  const again = await reopen();
  try {
    const { code, stderr } = await build(programme);
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining("lock-kept") as unknown });
    expect(existsSync(join(programme.root, "libraries/library/charter.lock.json"))).toBe(false);
  } finally {
    await again.close();
  }
});

/** Serve the library again, and tell the programme where. */
async function reopen() {
  const { serveSite } = await import("../support/static-server.ts");
  const again = await serveSite(sites.library.dist);
  const config = read(sites.programme, ".eleventy.ts");
  const known = /url: "([^"]+)"/.exec(config)?.[1] ?? "";
  edit(sites.programme, ".eleventy.ts", known, again.url);
  return again;
}
