import { execFile } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { fixtureFolder } from "../support/fixture-site.ts";
import { commandEnvironment, repository } from "../support/run-command.ts";
import { serveSite } from "../support/static-server.ts";
import { openWatchedPage } from "../support/watched-page.ts";

/** What is typed in a shell, and what came of it. */
interface Typed {
  readonly code: number;
  /** Everything that was printed. */
  readonly output: string;
}

const run = promisify(execFile);

async function type(folder: string, file: string, ...args: readonly string[]): Promise<Typed> {
  try {
    const env = commandEnvironment({ npm_config_prefer_offline: "true" });
    const { stdout, stderr } = await run(file, [...args], { cwd: folder, env, maxBuffer: 1e8 });
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, output: stdout + stderr };
  }
}

async function typeWell(folder: string, file: string, ...args: readonly string[]): Promise<string> {
  const { code, output } = await type(folder, file, ...args);
  if (code !== 0) throw new Error(`${file} ${args.join(" ")} ended with ${code}.\n${output}`);
  return output;
}

/** Names that a path may have on anybody's machine. */
let home = "";
let tool = "";
let tarball = "";

beforeAll(async () => {
  home = realpathSync(mkdtempSync(join(tmpdir(), "pincite häuser ")));
  tool = join(home, "the tool");
  mkdirSync(tool);
  await typeWell(repository, "npm", "pack", "--silent", "--pack-destination", home);
  const { version } = JSON.parse(readFileSync(join(repository, "package.json"), "utf8")) as { version: string };
  tarball = join(home, `pincite-${version}.tgz`);
  writeFileSync(join(tool, "package.json"), '{ "private": true }\n');
  await typeWell(tool, "npm", "install", "--no-audit", "--no-fund", tarball);
}, 600_000);

afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

describe("a new site, made and built by the package alone", { timeout: 600_000 }, () => {
  test("the two commands of its README end well, also where CI freezes it", async () => {
    const args = ["--title", "Harbour Briefs", "--publisher", "Harbour Institute", "--pincite", tarball];
    await typeWell(tool, "npx", "pincite", "init", "../my site", ...args, "--no-install", "--yes");
    const site = join(home, "my site");
    await typeWell(site, "npm", "install", "--package-lock-only", "--no-audit", "--no-fund");
    const readme = readFileSync(join(site, "README.md"), "utf8");
    const commands = /```sh\n(.*?)```/s
      .exec(readme)?.[1]
      ?.trimEnd()
      .split("\n")
      .map((line) => line.replace(/ +#.*/, ""));
    expect(commands).toEqual(["npm ci && npm run build", "npm ci && npm test"]);
    const [build = "", prove = ""] = commands ?? [];
    expect(await typeWell(site, "sh", "-c", build)).toContain("4 citations, 2 quotations verified");
    const proved = await typeWell(site, "sh", "-c", `export CI=1; ${prove}`);
    expect(proved).toMatch(/0 faults\nAll is well: no problem, no warning, .*\.\n/);
  });
});

/** The fixture with the packed plugin, in a folder of its own; with other lines of configuration where they are given. */
function blog(change: (config: string) => string = (config) => config): string {
  const folder = mkdtempSync(join(home, "blog "));
  cpSync(fixtureFolder("eleventy-blog"), folder, { recursive: true });
  symlinkSync(join(tool, "node_modules"), join(folder, "node_modules"), "junction");
  const config = join(folder, "eleventy.config.js");
  writeFileSync(config, change(readFileSync(config, "utf8")));
  return folder;
}

const withoutPincite = (config: string) =>
  config
    .split("\n")
    .filter((line) => !/pincite|const site/.test(line))
    .join("\n");

const eleventy = (folder: string) => type(folder, process.execPath, "node_modules/@11ty/eleventy/cmd.cjs");

describe("a site that Pincite did not make", { timeout: 300_000 }, () => {
  test("its own pages are the same to the byte with the plugin and without, and Pincite's are added", async () => {
    const [plain, added] = [blog(withoutPincite), blog()];
    expect((await eleventy(plain)).code).toBe(0);
    const { code, output } = await eleventy(added);
    expect(output).toContain("briefs/ferry/index.html");
    expect(code).toBe(0);
    const own = await typeWell(plain, "sh", "-c", "cd _site && find . -type f | sort");
    const files = own.trimEnd().split("\n");
    expect(files).toContain("./index.html");
    expect(files.length).toBeGreaterThan(6);
    for (const file of files)
      expect(readFileSync(join(added, "_site", file), "utf8"), file).toBe(
        readFileSync(join(plain, "_site", file), "utf8"),
      );
    for (const file of [
      "briefs/ferry/evidence.json",
      "sources/timetable/index.html",
      "sitemap.xml",
      "pincite/about/index.html",
    ])
      expect(readFileSync(join(added, "_site", file), "utf8")).not.toBe("");
  });

  test("a problem stops a bare Eleventy run with exit code 1 and a line that says what to write", async () => {
    const folder = blog();
    const brief = join(folder, "briefs/ferry.md");
    writeFileSync(brief, readFileSync(brief, "utf8").replace('quote="eight', 'quote="nine'));
    const { code, output } = await eleventy(folder);
    expect(code).toBe(1);
    expect(output).toContain('Write quote="eight crossings a day".');
    expect(output).not.toMatch(/^\s+at /m);
  });

  test("pincite build uses its configuration, in its own frame too, and a citation is followed there and back", async () => {
    const folder = blog((config) => config.replace('publisher: "', 'layout: "frame.njk", publisher: "'));
    expect(await typeWell(folder, "npx", "pincite", "build")).toContain("0 problems, 0 warnings");
    expect(await typeWell(folder, "npx", "pincite", "verify")).toContain("0 faults");
    const html = readFileSync(join(folder, "dist/briefs/ferry/index.html"), "utf8");
    expect(html).toContain("<title>What the ferry carries | Harbour Notes</title>");
    expect(html.match(/<main\b/g)).toHaveLength(1);
    expect(html).toContain('<nav class="menu">');
    const server = await serveSite(join(folder, "dist"));
    onTestFinished(() => server.close());
    const browser = await launchBrowser();
    onTestFinished(() => browser.close());
    const { page, complaints } = await openWatchedPage(await browser.newContext());
    await page.goto(`${server.url}posts/2026-02-01-the-ferry/`);
    await page.getByRole("link", { name: "brief on the ferry" }).click();
    await page.locator("#ref-1").click();
    await page.locator("#note-popover:popover-open .pinpoint a").click();
    await page.waitForURL(/\/sources\/timetable\//);
    expect(await page.locator("#p1").innerText()).toContain("eight crossings a day");
    await page.locator(".arrival:target a").click();
    await page.waitForURL(/\/briefs\/ferry\/#note-1$/);
    expect(complaints).toEqual([]);
  });

  test("a broken link on a page of its own names the file that has it", async () => {
    const folder = blog();
    writeFileSync(join(folder, "src/lost.md"), "[nowhere](/nowhere/)\n");
    const { code, output } = await type(folder, "npx", "pincite", "build");
    expect(code).toBe(1);
    expect(output).toContain('src/lost.md:1:1  link-resolves  The link "/nowhere/"');
  });
});

test(
  "the package's types hold where everything is checked, declarations of libraries included",
  { timeout: 300_000 },
  async () => {
    const folder = mkdtempSync(join(home, "types "));
    symlinkSync(join(tool, "node_modules"), join(folder, "node_modules"), "junction");
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
    const options = {
      module: "nodenext",
      target: "es2023",
      strict: true,
      noEmit: true,
      skipLibCheck: false,
      types: [],
    };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: options, files: ["site.ts"] }));
    const good = `import { defineSite, pincite, type EleventyConfig, type SourceModule } from "pincite";
export const site = defineSite({ title: "Typed" });
export const source: () => SourceModule = () => ({ metadata: { type: "document", title: "A", grade: "primary", rights: "metadata-only", language: "en", numbering: "ours" }, blocks: [] });
export default function configure(config: EleventyConfig) {
  config.addPlugin(pincite, site);
  return { pathPrefix: site.pathPrefix };
}
`;
    const tsc = join(repository, "node_modules/typescript/bin/tsc");
    writeFileSync(join(folder, "site.ts"), good);
    await typeWell(folder, process.execPath, tsc, "-p", ".");
    writeFileSync(join(folder, "site.ts"), good.replace('title: "Typed"', "title: 7"));
    expect((await type(folder, process.execPath, tsc, "-p", ".")).output).toContain("TS2322");
  },
);
