import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { openListening } from "../support/open-listening.ts";
import { startCommand, type RunningCommand } from "../support/run-command.ts";
import { openWatchedPage, type WatchedPage } from "../support/watched-page.ts";

const brief = (title: string, body: string, keys = "") =>
  `---\ntitle: ${title}\nsummary: It silts up.\nauthors: [{ literal: Test }]\ndate: 2026-01-02\nstatus: published\n${keys}---\n\n${body}\n`;
const source = (body: string, rights = "digest") =>
  `---\ntype: report\ntitle: Survey\nlanguage: en\ngrade: data\nrights: ${rights}\nlicense: CC0-1.0\nnumbering: ours\n---\n\n${body}\n`;

const filling = Array.from(
  { length: 40 },
  (_, index) => `Paragraph ${"abcdefghij"[index % 10] ?? ""} says nothing new.`,
).join("\n\n");
const quay = `${filling}\n\nThe quay is old.{% cite "survey", 2 %}\n\n${filling}`;
const two = "The depth is nine metres.\n\nThe channel is narrow.";

let root: string;
let serving: RunningCommand;
let browser: Browser;
let context: BrowserContext;
let watched: WatchedPage;
let address: string;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "pincite-problems-"));
  for (const folder of ["briefs", "sources"]) mkdirSync(join(root, folder));
  write("sources/survey.md", source(two));
  write("sources/charter.md", source('Everyone has a "right" to leave.\n\nNobody stays. {#14.1}', "full-text"));
  write("briefs/harbour.md", brief("The harbour", 'Ships cannot enter.{% cite "survei", 1 %}'));
  write("briefs/quay.md", brief("The quay", quay));
  serving = startCommand("serve", ["--root", root, "--port", "18461"]);
  await serving.saying("Preview at ");
  address = /Preview at (\S+)/.exec(serving.output().stdout)?.[1] ?? "";
  browser = await launchBrowser();
  context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
});

afterAll(async () => {
  await browser.close();
  serving.process.kill("SIGINT");
  await serving.result;
  rmSync(root, { recursive: true, force: true });
});

beforeEach(async () => {
  watched = await openWatchedPage(context);
  return async () => {
    await watched.page.close();
    expect(watched.complaints).toEqual([]);
  };
});

describe("while a brief has a problem", () => {
  test("its own page shows the brief, and the problem behind its sentence", async () => {
    const { page } = watched;
    await open(`${address}briefs/harbour/`);
    expect(await page.locator("h1").textContent()).toBe("The harbour");
    const problem = page.getByRole("note", { name: "Problem 1 of 1" });
    expect(await problem.textContent()).toContain('There is no source "survei". Write "survey".');
    expect(await problem.textContent()).toContain("briefs/harbour.md:9:28");
    expect(await page.locator("p:has(mark) + #problem-1").count()).toBe(1);
    expect(await page.locator("p .refused-tag").first().textContent()).toBe('{% cite "survei", 1 %}');
  });

  test("the others are there, with a bar that leads to it", async () => {
    const { page } = watched;
    await open(address);
    expect(await page.locator("main").textContent()).toContain("The quay");
    await page.getByRole("link", { name: "1 problem in briefs/harbour.md" }).click();
    await page.waitForURL(`${address}briefs/harbour/#problem-1`);
    await page.locator("#problem-1:target").waitFor();
    expect(await page.locator(".problems-bar").count()).toBe(0);
  });

  test("another brief that is saved is shown as it is now", async () => {
    const { page } = watched;
    await open(`${address}briefs/quay/`);
    write("briefs/quay.md", brief("The quay", `${quay}\n\nIt was mended.`));
    await page.getByText("It was mended.").waitFor();
    await open(`${address}sources/survey/`);
    expect(await page.locator("main").textContent()).toContain("The quay is old.");
  });

  test("a page that is not there says what is wrong", async () => {
    const { page } = watched;
    await open(`${address}briefs/nowhere/`);
    expect(await page.locator("h1").textContent()).toBe("1 problem");
    await page.getByRole("link", { name: "briefs/harbour.md:9:28" }).click();
    await page.locator("#problem-1:target").waitFor();
  });

  test("several are gone through by keyboard, from the top of the page to the next", async () => {
    const { page } = watched;
    const faults = 'One.{% cite "survei", 1 %}\n\nTwo.{% cit "survey", 1 %}\n\nWe saw 1,240 ships.';
    await open(`${address}briefs/harbour/`);
    write("briefs/harbour.md", brief("The harbour", faults, "topic: [x]\n"));
    await page.locator("#problem-3").waitFor();
    expect(await page.locator("#-findings").textContent()).toContain("3 problems on this page.");
    expect(await page.locator("#-findings #problem-1").textContent()).toContain('There is no key "topic"');
    await page.locator("#-findings").focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForURL(/#problem-2$/);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForURL(/#problem-3$/);
    expect(await page.getByRole("note", { name: "Warning 1 of 1" }).textContent()).toContain('the figure "1,240"');
  });

  test("what an author writes in a tag, a path or a message is text", async () => {
    const { page } = watched;
    const evil = "<img src=x onerror=alert(1)><!--preview-->$&";
    await open(`${address}briefs/harbour/`);
    write("briefs/harbour.md", brief("The harbour", `One {% cite "${evil}", 1 %} ${evil}`));
    await page
      .locator(".finding")
      .getByText(`There is no source "${evil.slice(0, 20)}`)
      .waitFor();
    expect(await page.locator("main img").count()).toBe(0);
    await open(`${address}problems/`);
    expect(await page.locator("li").textContent()).toContain(evil.slice(0, 20));
  });
});

test("a file that cannot be read has a page that says so", async () => {
  const { page } = watched;
  await open(`${address}briefs/harbour/`);
  writeFileSync(join(root, "briefs/harbour.md"), Buffer.from([0x66, 0xff, 0xfe]));
  await page.getByText("the bytes are not UTF-8").waitFor();
});

test("a source with a problem shows it behind its paragraph, and the briefs stay", async () => {
  const { page } = watched;
  await open(`${address}briefs/harbour/`);
  write("briefs/harbour.md", brief("The harbour", 'Ships cannot enter.{% cite "survey", 1 %}'));
  await page.getByText("Ships cannot enter.").waitFor();
  await open(`${address}sources/survey/`);
  write("sources/survey.md", source(`${two}\n\nOne. {#a}\n\nTwo. {#a}`));
  const problem = page.getByRole("note", { name: "Problem 1 of 1" });
  await problem.waitFor();
  expect(await problem.textContent()).toContain('The label "a" already names the paragraph at line 15.');
  expect(await page.locator(".paragraph:has-text('Two.') + #problem-1").count()).toBe(1);
  await open(`${address}briefs/harbour/`);
  expect(await page.locator("#note-1").textContent()).toContain("The depth is nine metres.");
  write("sources/survey.md", source(two));
  await page.locator(".problems-bar").waitFor({ state: "detached" });
});

test("the reader stays at the same words while problems come and go above them", async () => {
  const { page } = watched;
  await open(`${address}briefs/quay/`);
  const here = page.getByText("The quay is old.");
  await page.evaluate(
    `[...document.querySelectorAll("p")].find((one) => one.textContent.startsWith("The quay is old."))
      .scrollIntoView({ block: "start", behavior: "instant" })`,
  );
  await page.evaluate("new Promise((done) => setTimeout(done, 300))");
  const top = async () => (await here.boundingBox())?.y ?? Number.NaN;
  const before = await top();
  write("briefs/quay.md", brief("The quay", `Broken.{% cite "survei", 1 %}\n\n${quay}`));
  await page.locator("#problem-1").waitFor({ state: "attached" });
  await page.waitForLoadState("load");
  expect(Math.abs((await top()) - before)).toBeLessThan(4);
  write("briefs/quay.md", brief("The quay", quay));
  await page.locator("#problem-1").waitFor({ state: "detached" });
  await page.waitForLoadState("load");
  expect(Math.abs((await top()) - before)).toBeLessThan(4);
});

describe("each paragraph of a source offers its citation", () => {
  const clipboard = () => watched.page.evaluate("navigator.clipboard.readText()");
  const button = (label: string) =>
    watched.page.getByRole("button", { name: `Copy citation shortcode of paragraph ${label}`, exact: true });
  const select = (words: string) =>
    watched.page.evaluate(`(() => {
      const walker = document.createTreeWalker(document.querySelector(".source-text"), NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.data.indexOf(${JSON.stringify(words)});
        if (at >= 0) document.getSelection().setBaseAndExtent(node, at, node, at + ${words.length});
      }
    })()`);

  test("by keyboard, and says so", async () => {
    const { page } = watched;
    await open(`${address}sources/charter/`);
    await button("14.1").focus();
    await page.keyboard.press("Enter");
    await page.getByRole("status").getByText('{% cite "charter", "14.1" %}').waitFor();
    expect(await clipboard()).toBe('{% cite "charter", "14.1" %}');
  });

  test("with the words that are selected in it, as whole words", async () => {
    await open(`${address}sources/charter/`);
    await select('one has a "right');
    await button("1").click();
    expect(await clipboard()).toBe('{% cite "charter", 1, quote="Everyone has a \\"right" %}');
    await button("14.1").click();
    expect(await clipboard()).toBe('{% cite "charter", "14.1" %}');
  });

  test("but of a digest, which is never quoted, without them", async () => {
    await open(`${address}sources/survey/`);
    await select("nine metres");
    await button("1").click();
    expect(await clipboard()).toBe('{% cite "survey", 1 %}');
  });

  test("selected, to be copied by hand, where the browser refuses", async () => {
    const { page } = watched;
    await page.addInitScript("navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))");
    await open(`${address}sources/charter/`);
    await button("1").click();
    await page.getByRole("status").locator("input:focus").waitFor();
    const selected =
      "document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)";
    expect(await page.evaluate(selected)).toBe('{% cite "charter", 1 %}');
  });
});

function open(url: string): Promise<void> {
  return openListening(watched.page, url);
}

function write(path: string, text: string): void {
  writeFileSync(join(root, path), text);
}
