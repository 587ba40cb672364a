import fc from "fast-check";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { buildIfChanged } from "../../lib/site/build-if-changed.ts";
import { openProject, type Project } from "../../lib/site/project.ts";
import { openWorkspace } from "../../lib/site/swap.ts";
import { manyBrief } from "../support/many-documents.ts";
import { copyToEdit, edits, makeEdit } from "../support/random-edits.ts";
import { startCommand } from "../support/run-command.ts";
import { contentsOf, differing, type SiteContents } from "../support/site-contents.ts";
import { commandLine, removeCopy, type SiteCopy } from "../support/site-copy.ts";
import { filesBelow } from "../support/tree.ts";

let copy: SiteCopy;
let elsewhere: string;
let project: Project;
/** The site before the published one. */
let former: string;

const circumstances = { frozen: false, today: "2026-03-05" };

beforeEach(async () => {
  copy = copyToEdit();
  elsewhere = realpathSync(mkdtempSync(join(tmpdir(), "pincite-fresh-")));
  mkdirSync(join(elsewhere, "linked"));
  writeFileSync(join(elsewhere, "linked/notes.txt"), "Notes.");
  former = join(copy.root, ".pincite/former-dist");
  project = await openProject(copy.root, copy.dist, circumstances);
  await build();
});

afterEach(() => {
  removeCopy(copy);
  rmSync(elsewhere, { recursive: true });
});

async function build(fresh = false, dist = copy.dist): Promise<void> {
  const { problems } = await buildIfChanged({ ...project, dist }, { strict: false, fresh }, () => undefined);
  expect(problems).toBeUndefined();
}

/** What a build that keeps nothing makes of the library as it is. */
async function freshSite(): Promise<SiteContents> {
  const dist = join(elsewhere, "dist");
  await build(true, dist);
  return contentsOf(dist);
}

let saves = 0;
/** Save something else in a brief. */
function save(brief = 0): void {
  const path = join(copy.root, `briefs/brief-${brief}.md`);
  const text = existsSync(path) ? readFileSync(path, "utf8") : manyBrief(brief, "en", 3);
  writeFileSync(path, text.replace(/^summary: .*$/m, `summary: Saved ${(saves += 1)} times.`));
}

async function buildAfterSave(brief = 0): Promise<void> {
  save(brief);
  await build();
}

const inode = (path: string) => lstatSync(path).ino;
const unitsOf = (site: string) => readdirSync(join(site, "sources"));

test("the folders of the site before the last one serve the next, with the files of the last", async () => {
  await buildAfterSave();
  expect(unitsOf(former).length).toBeGreaterThan(2);
  const kept = join("sources", unitsOf(former)[0] ?? "");
  const folder = inode(join(former, kept));
  const file = inode(join(copy.dist, kept, "index.html"));
  await buildAfterSave();
  expect(inode(join(copy.dist, kept))).toBe(folder);
  expect(inode(join(copy.dist, kept, "index.html"))).toBe(file);
  expect(differing(contentsOf(copy.dist), await freshSite())).toEqual([]);
});

test("what is left of it takes no room: every file of it is one of the published site", async () => {
  for (const brief of [0, 1, 0]) {
    await buildAfterSave(brief);
    const files = filesBelow(former);
    expect(files.length).toBeGreaterThan(5);
    for (const path of files) expect(inode(join(former, path))).toBe(inode(join(copy.dist, path)));
  }
});

describe("nothing is left of it", () => {
  beforeEach(async () => {
    await buildAfterSave();
    expect(existsSync(former)).toBe(true);
  });

  test("by a build that keeps nothing", async () => {
    await build(true);
    expect(existsSync(former)).toBe(false);
  });

  test("where the published site is gone", async () => {
    rmSync(copy.dist, { recursive: true });
    await build();
    expect(existsSync(former)).toBe(false);
    expect(differing(contentsOf(copy.dist), await freshSite())).toEqual([]);
  });

  test("by a build of another folder, which is not its own", async () => {
    await build(false, join(copy.root, "other"));
    expect(existsSync(join(copy.root, ".pincite/former-other"))).toBe(false);
    expect(existsSync(former)).toBe(true);
  });
});

test("a page of the site's own that stands among kept files is the one that was just made", async () => {
  removeCopy(copy);
  copy = copyToEdit();
  const config = join(copy.root, ".eleventy.ts");
  const text = readFileSync(config, "utf8").replace("templateFormats: []", 'templateFormats: ["njk"]');
  const own = `
    config.addGlobalData("saved", () => readFileSync("briefs/brief-0.md", "utf8").slice(0, 60));
    config.addTemplate("own.njk", "{{ saved }}", { permalink: "/sources/source-4/own/index.html" });`;
  const withOwn = text.replace("config.addPlugin(pincite, site);", (plugin) => plugin + own);
  writeFileSync(config, `import { readFileSync } from "node:fs";\n${withOwn}`);
  project = await openProject(copy.root, copy.dist, circumstances);
  for (let count = 0; count < 4; count++) {
    await buildAfterSave();
    const page = readFileSync(join(copy.dist, "sources/source-4/own/index.html"), "utf8");
    expect(page).toContain(`Saved ${saves} times.`);
  }
  expect(differing(contentsOf(copy.dist), await freshSite())).toEqual([]);
});

/** What somebody or something may do to the former site, below which `at` chooses a file. */
const damages: Readonly<Record<string, (file: string, folder: string) => void>> = {
  "writes into a file, which is the published one, too": (file) => {
    writeFileSync(file, "Mine.");
  },
  "puts another file in the place of one": (file) => {
    writeFileSync(`${file}.mine`, "Mine.");
    renameSync(`${file}.mine`, file);
  },
  "deletes a file": (file) => {
    rmSync(file);
  },
  "puts a file beside one": (_file, folder) => {
    writeFileSync(join(folder, "mine.html"), "Mine.");
  },
  "makes an empty folder": (_file, folder) => {
    mkdirSync(join(folder, "mine"), { recursive: true });
  },
  "deletes a folder": (_file, folder) => {
    rmSync(folder, { recursive: true });
  },
  "puts a link in the place of a folder": (_file, folder) => {
    rmSync(folder, { recursive: true });
    symlinkSync(join(elsewhere, "linked"), folder, "junction");
  },
  "puts a link in the place of a file": (file) => {
    rmSync(file);
    symlinkSync(join(copy.dist, "index.html"), file);
  },
  "puts a file in the place of a folder": (_file, folder) => {
    rmSync(folder, { recursive: true });
    writeFileSync(folder, "Mine.");
  },
  "puts a site of its own there": () => {
    mkdirSync(join(former, "sources/mine"), { recursive: true });
    writeFileSync(join(former, "sources/mine/index.html"), "Mine.");
  },
  "puts a link in the place of all of it": () => {
    rmSync(former, { recursive: true });
    symlinkSync(join(elsewhere, "linked"), former, "junction");
  },
  "puts a file in the place of all of it": () => {
    rmSync(former, { recursive: true });
    writeFileSync(former, "Mine.");
  },
};

/** @returns whether there was something to damage. */
function damage(name: string, at: number): boolean {
  if (!existsSync(join(former, "sources"))) return false;
  const files = filesBelow(former).filter((path) => path.endsWith("/index.html"));
  const file = join(former, files[at % files.length] ?? "");
  if (files.length === 0) return false;
  damages[name]?.(file, join(file, ".."));
  return true;
}

describe("a site is as if nothing had been kept when somebody", () => {
  test.each(Object.keys(damages))("%s", async (name) => {
    await buildAfterSave();
    expect(damage(name, 3)).toBe(true);
    await buildAfterSave(1);
    expect(differing(contentsOf(copy.dist), await freshSite())).toEqual([]);
    expect(filesBelow(join(elsewhere, "linked"))).toEqual(["notes.txt"]);
    await buildAfterSave();
    expect(differing(contentsOf(copy.dist), await freshSite())).toEqual([]);
    const folders = readdirSync(copy.dist, { withFileTypes: true, recursive: true }).filter((one) => one.isDirectory());
    for (const { parentPath, name: folder } of folders) expect(readdirSync(join(parentPath, folder))).not.toEqual([]);
  });
});

test("so it is after any edits and damages between builds", async () => {
  const step = fc.record({
    edit: edits.filter(({ kind }) => kind === "sentence" || kind === "new" || kind === "topic" || kind === "delete"),
    damage: fc.option(fc.constantFrom(...Object.keys(damages)), { freq: 2 }),
    at: fc.nat(50),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 5 }), async (steps) => {
      for (const [index, one] of steps.entries()) {
        makeEdit(copy, one.edit);
        save(9 + index);
        if (one.damage !== null) damage(one.damage, one.at);
        await build();
        const done = JSON.stringify(steps.slice(0, index + 1));
        expect(differing(contentsOf(copy.dist), await freshSite()), done).toEqual([]);
      }
    }),
    { numRuns: 3 },
  );
}, 240_000);

test("a build that is killed before any fourth of its steps leaves the old site or the new one, and the next build all", async () => {
  await buildAfterSave();
  const preload = { module: "./tests/support/kill-at-operation.ts" };
  const work = join(copy.root, ".pincite");
  const found = new Set<string>();
  for (let step = 1, ended = false; !ended; step += 4) {
    const old = contentsOf(copy.dist);
    save(step % 2);
    const env = {
      KILL_FOLDERS: [copy.root, work].join(delimiter),
      KILL_SITE: former,
      KILL_AT: String(step),
    };
    const built = await startCommand("build", commandLine(copy), { ...preload, env }).result;
    ended = built.code === 0;
    openWorkspace(copy.root, copy.dist).discard();
    const left = contentsOf(copy.dist);
    const fresh = await freshSite();
    const which = [old, fresh].findIndex((site) => differing(left, site).length === 0);
    expect(which, `after a kill at step ${step}`).not.toBe(-1);
    if (!ended) found.add(which === 0 ? "old" : "new");
    await build();
    expect(differing(contentsOf(copy.dist), fresh), `built after a kill at step ${step}`).toEqual([]);
  }
  expect(found).toEqual(new Set(["old", "new"]));
}, 600_000);
