import { hash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { runCommand } from "../support/run-command.ts";
import { keys, openTerminal } from "../support/terminal.ts";
import { serveWeb } from "../support/web-server.ts";

const sentence = "The harbour board measured the channel again in May and found it deeper than it had been before.";
const page = (canonical = "") => `<!doctype html><html lang="en"><head><title>The channel</title>${canonical}</head>
<body><nav>Home</nav><article><h1>The channel</h1><p>${sentence}</p><p>${sentence.replace("May", "June")}</p></article></body></html>`;
const pdf = readFileSync(join(import.meta.dirname, "../importers/fixtures/notes.pdf"));

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "pincite-web-"));
  onTestFinished(() => {
    rmSync(root, { recursive: true, force: true });
  });
  mkdirSync(join(root, "briefs"));
});

const serve = () =>
  serveWeb((request, response) => {
    const host = `http://${request.headers.host ?? ""}`;
    switch (request.url) {
      case "/news/channel?from=mail":
        response.setHeader("content-type", "text/html").end(page(`<link rel="canonical" href="${host}/news/channel">`));
        break;
      case "/get":
        response.setHeader("content-disposition", 'attachment; filename="../paper.pdf"').end(pdf);
        break;
      case "/login":
        response
          .setHeader("content-type", "text/html")
          .end('<html><body><p>Sign in</p><input type="password"></body></html>');
        break;
      default:
        response.writeHead(404).end();
    }
  });

const options = ["--id", "channel", "--rights", "excerpt", "--grade", "news", "--yes"];
const add = (...args: string[]) => runCommand("add", "--root", root, ...args);
const written = () => readFileSync(join(root, "sources/channel.md"), "utf8");

test("a page of the web becomes a source with its address and the day it was read", async () => {
  const { origin } = await serve();
  const { code, stderr } = await add(`${origin}/news/channel?from=mail`, ...options);
  expect([code, stderr]).toEqual([0, ""]);
  const today = new Date().toISOString().slice(0, 10);
  expect(written()).toContain(`URL: ${origin}/news/channel\n`);
  expect(written()).toContain(`accessed: ${today}\n`);
  const bytes = page(`<link rel="canonical" href="${origin}/news/channel">`);
  expect(written()).toContain(`original:\n  name: channel\n  sha256: ${hash("sha256", bytes)}\n`);
  expect(written()).toContain(`---\n\n${sentence}\n\n`);
});

test("an address that somebody gives is the one that is kept", async () => {
  const { origin } = await serve();
  await add(`${origin}/news/channel?from=mail`, ...options, "--url", "https://example.org/channel");
  expect(written()).toContain("URL: https://example.org/channel\n");
});

test("a PDF is known by its content, and named as its server names it, without folders", async () => {
  const { origin } = await serve();
  const { code, stderr } = await add(`${origin}/get`, ...options, "--title", "A paper", "--language", "en");
  expect([code, stderr]).toEqual([0, ""]);
  expect(written()).toContain(`URL: ${origin}/get\n`);
  expect(written()).toContain("  name: paper.pdf\n");
});

test.each([
  ["/nowhere", "is not there (404)."],
  ["/login", "is a page to sign in at. Save the document itself with your browser and add the file."],
])("%s is refused in one line, and nothing is written", async (path, reason) => {
  const { origin } = await serve();
  const { code, stdout, stderr } = await add(origin + path, ...options);
  expect({ code, stdout, stderr }).toEqual({ code: 1, stdout: "", stderr: `${origin}${path} ${reason}\n` });
  expect(existsSync(join(root, "sources"))).toBe(false);
});

test("a password in an address is not repeated", async () => {
  const { stderr } = await add("https://amina:secret@example.org/x", ...options);
  expect(stderr).toMatch(/^https:\/\/example\.org\/x holds a user name or password/);
});

test("a terminal shows what is being fetched, and then the review", async () => {
  const { origin } = await serve();
  const terminal = openTerminal("add", ["--root", root, `${origin}/news/channel?from=mail`, ...options]);
  await terminal.saying("Fetching http://127.0.0.1");
  await terminal.saying("Fetched channel, 1 kB");
  await terminal.saying("2 paragraphs, numbered as they stand");
  await terminal.saying("Wrote sources/channel.md.");
  terminal.press(keys.ctrlC);
  expect(await terminal.ended).toBe(0);
});
