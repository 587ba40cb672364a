import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { openListening } from "../support/open-listening.ts";
import { startCommand, type RunningCommand } from "../support/run-command.ts";

const brief = (claim: string, status = "published") =>
  `---\ntitle: The harbour\nsummary: It silts up.\nauthors: [{ literal: Test }]\ndate: 2026-01-02\nstatus: ${status}\ntopics: [ports]\n---\n\n${claim}\n`;
const source = (first: string) =>
  `---\ntype: report\ntitle: Survey of the harbour\nlanguage: en\ngrade: data\nrights: digest\nnumbering: ours\n---\n\n${first}\n\nThe channel is narrow.\n`;

let root: string;
let serving: RunningCommand;
let browser: Browser;
let page: Page;
let address: string;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "pincite-preview-"));
  for (const folder of ["briefs", "sources"]) mkdirSync(join(root, folder));
  write("sources/survey.md", source("The depth is nine metres."));
  write("briefs/harbour.md", brief('Ships of ten metres cannot enter.{% cite "survey", 1 %}'));
  serving = startCommand("serve", ["--root", root, "--port", "18431"]);
  await serving.saying("Preview at ");
  address = /Preview at (\S+)/.exec(serving.output().stdout)?.[1] ?? "";
  browser = await launchBrowser();
  page = await browser.newPage();
});

afterAll(async () => {
  await browser.close();
  serving.process.kill("SIGINT");
  await serving.result;
  rmSync(root, { recursive: true, force: true });
});

test("a saved brief changes its page and its source's page, in a browser that nobody touches", async () => {
  await open("sources/survey/");
  await expectText("Ships of ten metres cannot enter.");
  write("briefs/harbour.md", brief('Only small ships can enter.{% cite "survey", 2 %}'));
  await expectText("Only small ships can enter.");
  expect(await textOf("briefs/harbour/")).toContain("Only small ships can enter.");
  expect(await textOf("sources/survey/")).not.toContain("Ships of ten metres");
});

test("a saved source changes the briefs that cite it", async () => {
  await open("briefs/harbour/");
  write("sources/survey.md", source("The depth is eight metres.").replace("is narrow", "is very narrow"));
  await expectText("The channel is very narrow.");
});

test("a problem stands on the page of its brief and in the terminal, and goes with the next good save", async () => {
  await open("briefs/harbour/");
  write("briefs/harbour.md", brief('Nobody enters.{% cite "survei", 2 %}'));
  await expectText('There is no source "survei". Write "survey".');
  await expectText("briefs/harbour.md:10:23");
  expect(serving.output().stderr).toContain("briefs/harbour.md:10:23  source-exists");
  await expectText("Nobody enters.");
  write("briefs/harbour.md", brief('Nobody enters.{% cite "survey", 2 %}'));
  await page.locator(".finding").waitFor({ state: "detached" });
  await expectText("Nobody enters.");
});

test("a new brief, a draft, is shown; a deleted one is gone from its page, the lists and its source", async () => {
  await open("sources/survey/");
  write("briefs/quay.md", brief('The quay is old.{% cite "survey", 2 %}', "draft").replace("The harbour", "The quay"));
  await expectText("The quay is old.");
  expect(await textOf("briefs/")).toContain("The quay");
  rmSync(join(root, "briefs/quay.md"));
  await page.getByText("The quay is old.").first().waitFor({ state: "detached" });
  expect(await textOf("briefs/")).not.toContain("The quay");
  expect((await fetch(`${address}briefs/quay/`)).status).toBe(404);
});

test("nothing is published by a preview", () => {
  expect(() => readFileSync(join(root, "dist/index.html"))).toThrow("ENOENT");
});

function write(path: string, text: string): void {
  writeFileSync(join(root, path), text);
}

function open(path: string): Promise<void> {
  return openListening(page, address + path);
}

/** Wait until the page in the browser shows a text, without loading it again. */
async function expectText(text: string): Promise<void> {
  await page.getByText(text).first().waitFor({ state: "attached", timeout: 20_000 });
}

async function textOf(path: string): Promise<string> {
  return (await fetch(address + path)).text();
}
