import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyBuiltSite } from "../../lib/site/verify-site.ts";
import { copyFixture, fixtureFolder } from "../support/fixture-site.ts";
import { elementsOf, htmlPages, inside, type HtmlElement } from "../support/html-page.ts";
import { runCommand } from "../support/run-command.ts";
import { buildCopy, commandLine, copyProject, removeCopy, type SiteCopy } from "../support/site-copy.ts";
import { filesBelow, readPlain } from "../support/tree.ts";
import { invalidHtml } from "../support/html-validity.ts";

let copy: SiteCopy;
let pages: Map<string, string>;

beforeAll(async () => {
  copy = copyProject(fixtureFolder("life"));
  await buildCopy(copy);
  pages = htmlPages(copy.dist);
});

afterAll(() => {
  removeCopy(copy);
});

const elements = (file: string): HtmlElement[] => elementsOf(pages.get(`${file}index.html`) ?? "");
const withClass = (file: string, name: string) =>
  elements(file).filter(({ attributes }) => (attributes.class ?? "").split(" ").includes(name));
const textOf = (file: string, name: string) =>
  withClass(file, name).map(({ text }) => text.replace(/\s+/g, " ").trim());
const idsOn = (file: string) => elements(file).flatMap(({ attributes }) => attributes.id ?? []);
/** What stands around it is on every page. */
const idsInMain = (file: string) => {
  const all = elements(file);
  const at = all.findIndex(({ name }) => name === "main");
  return all.slice(at + 1, at + 1 + (all[at]?.descendants ?? 0)).flatMap(({ attributes }) => attributes.id ?? []);
};

const moves = [
  ["briefs/first-view/", "briefs/corrected-view/"],
  ["briefs/second-view/", "briefs/corrected-view/"],
  ["briefs/purani-rae/", "briefs/wapas-liya-gaya/"],
  ["evidence/first-view/", "evidence/corrected-view/"],
  ["sources/charta/", "sources/charter/"],
  ["sources/mithaq/", "sources/misaq/"],
] as const;

describe("a page at an old address", () => {
  test.each(moves)("%s shows the way to %s, and from each of its places", (from, to) => {
    const all = elements(from);
    const list = all.find(({ attributes }) => attributes.class === "moved-places");
    const places = inside(all, list).filter(({ name }) => name === "li");
    const links = places.map((place) => [
      place.attributes.id ?? "",
      ...inside(all, place).flatMap(({ attributes }) => attributes.href ?? []),
    ]);
    const wanted = idsInMain(to);
    expect(wanted.length).toBeGreaterThan(0);
    expect(links).toEqual(wanted.map((id) => [id, `/x/${to}#${encodeURIComponent(id)}`]));
    const canonical = all.find(({ attributes }) => attributes.rel === "canonical");
    expect(canonical?.attributes.href).toBe(`/x/${to}`);
    expect(all.some(({ attributes }) => attributes.name === "robots" && attributes.content === "noindex")).toBe(true);
  });

  test("keeps the places that a reader had from a note under the brief's former names", () => {
    expect(idsOn("sources/charta/")).toEqual(
      expect.arrayContaining(["p1", "p1-corrected-view-1", "p1-first-view-1", "p1-second-view-1"]),
    );
  });

  test("is in no list and no search index", () => {
    const lists = ["", "briefs/", "sources/", "evidence/", "topics/refugees/"].map((file) =>
      pages.get(`${file}index.html`),
    );
    for (const name of ["first-view", "purani-rae", "charta", "mithaq"]) {
      expect(lists.filter((html) => html?.includes(name))).toEqual([]);
      const indexed = filesBelow(copy.dist).filter(
        (file) => file.startsWith("pagefind/") && readPlain(copy.dist, file).toString("utf8").includes(`/${name}/`),
      );
      expect(indexed).toEqual([]);
    }
  });

  test("of a draft is not published", () => {
    expect(existsSync(join(copy.dist, "briefs/former-draft"))).toBe(false);
    expect(existsSync(join(copy.dist, "evidence/former-draft"))).toBe(false);
  });
});

test("what readers are told of the lives of briefs is valid HTML", async () => {
  const faults = await Promise.all([...pages].map(async ([file, html]) => [file, await invalidHtml(file, html)]));
  expect(faults.filter(([, found]) => found?.length)).toEqual([]);
});

test("a site with pages at old addresses proves all that it cites", () => {
  const verification = verifyBuiltSite(copy.dist);
  expect(verification).toMatchObject({ kind: "verified", report: { counts: { briefs: 3 }, faults: [] } });
});

describe("a page at an old address that was changed after the site was built", () => {
  test.each([
    ["leads elsewhere", "index.html", "corrected-view/", "withdrawn-view/", "mark-leads"],
    ["lost a place", "index.html", "#note-1", "#note-2", "mark-leads"],
    ["has other evidence", "evidence.json", "may seek refuge", "may demand refuge", "evidence-valid"],
  ])("and %s is found", (_, file, from, to, rule) => {
    const path = join(copy.dist, "briefs/first-view", file);
    const before = readFileSync(path, "utf8");
    expect(before).toContain(from);
    try {
      writeFileSync(path, before.replaceAll(from, to));
      const verification = verifyBuiltSite(copy.dist);
      const faults = verification.kind === "verified" ? verification.report.faults : [];
      expect(new Set(faults.map((fault) => `${fault.file} ${fault.rule}`))).toContain(
        `briefs/first-view/${file} ${rule}`,
      );
    } finally {
      writeFileSync(path, before);
    }
  });
});

describe("a withdrawn brief", () => {
  test("says so on top, with its day and the reason, and so does its evidence", () => {
    for (const file of ["briefs/withdrawn-view/", "evidence/withdrawn-view/"]) {
      expect(textOf(file, "withdrawal")).toEqual([
        expect.stringMatching(/^This brief has been withdrawn · 1 April 2026 It rested on a reading of the charter/),
      ]);
    }
    const all = elements("briefs/withdrawn-view/");
    const notice = all.findIndex(({ attributes }) => attributes.class === "withdrawal");
    expect(notice).toBeLessThan(all.findIndex(({ name }) => name === "h1"));
    expect(all.find(({ name }) => name === "title")?.text).toMatch(/^Withdrawn: A view we no longer hold/);
  });

  test("is marked in lists, left out of the latest, and keeps its notes", () => {
    expect(textOf("briefs/", "withdrawn-mark")).toEqual(["Withdrawn", "Withdrawn"]);
    expect(textOf("topics/refugees/", "withdrawn-mark")).toHaveLength(2);
    expect(textOf("evidence/", "withdrawn-mark")).toEqual(["withdrawn", "withdrawn"]);
    expect(pages.get("index.html")).not.toContain("withdrawn-view");
    expect(withClass("briefs/withdrawn-view/", "note")).toHaveLength(1);
    expect(textOf("sources/charter/", "withdrawn-mark")).toEqual(["withdrawn"]);
  });
});

describe("a corrected brief", () => {
  test("says on top what was corrected, before its bottom line, the last first", () => {
    expect(textOf("briefs/corrected-view/", "corrections")).toEqual([
      "Correction, 11 March 2026: The deadline was the end of June.Correction, 9 March 2026: The second paragraph named the wrong court.",
    ]);
    const classes = elements("briefs/corrected-view/").map(({ attributes }) => attributes.class);
    expect(classes.indexOf("corrections")).toBeLessThan(classes.indexOf("bottom-line"));
  });

  test("lists what was updated apart, and says when last", () => {
    expect(textOf("briefs/corrected-view/", "changes")).toEqual([
      "Changes to this brief Update, 7 March 2026: The judgment was added.",
    ]);
    expect(textOf("briefs/corrected-view/", "facts")[0]).toContain("Last updated7 March 2026");
  });

  test("keeps the address of its changes, whatever they are", () => {
    for (const name of ["corrected-view", "withdrawn-view"]) expect(idsOn(`briefs/${name}/`)).toContain("changes");
  });

  test("is said to be in lists", () => {
    expect(textOf("briefs/", "card-meta")[0]).toMatch(/corrected 11 March 2026$/);
  });
});

test("a source is renamed with its lock, or nothing is built and nothing recorded anew", async () => {
  const own = copyFixture("life");
  await buildCopy(own);
  const path = (name: string) => join(own.root, "sources", name);
  const lock = readFileSync(path("charter.lock.json"), "utf8");
  const text = readFileSync(path("charter.md"), "utf8").replace("[charta]", "[charta, charter]");
  renameSync(path("charter.md"), path("statute.md"));
  writeFileSync(path("statute.md"), text);
  for (const brief of ["corrected-view", "withdrawn-view", "draft-view"]) {
    const file = join(own.root, "briefs", `${brief}.md`);
    writeFileSync(file, readFileSync(file, "utf8").replaceAll('"charter"', '"statute"'));
  }

  const refused = await runCommand("build", ...commandLine(own));
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain("Rename sources/charter.lock.json to sources/statute.lock.json.");
  expect(existsSync(path("statute.lock.json"))).toBe(false);
  expect(readFileSync(path("charter.lock.json"), "utf8")).toBe(lock);

  renameSync(path("charter.lock.json"), path("statute.lock.json"));
  const built = await runCommand("build", ...commandLine(own));
  expect(built.stderr).toBe("");
  const cited = (json: string) => (JSON.parse(json) as { cited: unknown }).cited;
  expect(cited(readFileSync(path("statute.lock.json"), "utf8"))).toEqual(cited(lock));
  const ids = elementsOf(readFileSync(join(own.dist, "sources/charter/index.html"), "utf8")).flatMap(
    ({ attributes }) => attributes.id ?? [],
  );
  expect(ids).toEqual(expect.arrayContaining(["p1", "p2", "p1-corrected-view-1", "p1-first-view-1"]));
});
