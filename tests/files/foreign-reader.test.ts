import { hash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import type { RequestListener } from "node:http";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeEach, expect, test } from "vitest";
import { buildCatalog, type Catalog } from "../../lib/core/catalog/catalog.ts";
import { formatProblem } from "../../lib/core/problem.ts";
import { LibraryReader } from "../../lib/files/library-reader.ts";
import { recordFiles, writeRecords } from "../../lib/files/record-files.ts";
import { serveWeb } from "../support/web-server.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const fingerprint = (text: string) => hash("sha256", text).slice(0, 32);
const metadata = {
  type: "report", title: "Charter", language: "en", grade: "primary", rights: "full-text", permission: "Ours.",
  numbering: "ours", flags: [], seeAlso: [],
}; // prettier-ignore
const texts = ["Every ship may enter by day and by night.", "Fees are the same for all who come.", "It ends here."];

type Shared = Readonly<Record<string, unknown>>;

/** The files of a library with one source, as changed as a test wants them. */
function library(change: { catalog?: Shared; entry?: Shared; file?: Shared; first?: Shared; texts?: string[] } = {}) {
  const source = { id: "charter", aliases: ["statute"], address: "./", metadata };
  const paragraphs = (change.texts ?? texts).map((text, index) => ({
    label: String(index + 1), fingerprint: fingerprint(text), address: `./#p${index + 1}`, kind: "paragraph",
    headings: [], text, ...(index === 0 && change.first),
  })); // prettier-ignore
  const head = { version: 1, normaliser: 1 };
  const file = JSON.stringify({
    pincite: "paragraphs",
    ...head,
    library: "Library",
    source,
    paragraphs,
    ...change.file,
  });
  const place = { address: "sources/charter/paragraphs.json", sha256: hash("sha256", file), count: 3 };
  const entry = { ...source, address: "sources/charter/", paragraphs: place, ...change.entry };
  const catalog = {
    pincite: "catalog",
    ...head,
    title: "Library",
    publisher: "",
    language: "en",
    address: "./",
    sources: [entry],
    ...change.catalog,
  };
  return { catalog: JSON.stringify(catalog), file };
}

type Files = ReturnType<typeof library>;

const serving =
  (files: () => Files): RequestListener =>
  (request, response) => {
    const body = request.url === "/catalog.json" ? files().catalog : files().file;
    const etag = `"${hash("sha256", body).slice(0, 8)}"`;
    if (request.headers["if-none-match"] === etag) response.writeHead(304).end();
    else response.writeHead(200, { "content-type": "application/json", etag }).end(body);
  };

let root: string;

beforeEach(() => {
  root = temporaryFolder();
  write('library:charter", 1');
});

function write(cited: string): void {
  mkdirSync(join(root, "briefs"), { recursive: true });
  const front = [
    "title: A",
    "summary: B.",
    "authors: [{ literal: C }]",
    "date: 2026-03-05",
    "topics: [d]",
    "status: published",
  ];
  writeFileSync(join(root, "briefs/a.md"), `---\n${front.join("\n")}\n---\n\nIt says so.{% cite "${cited} %}\n`);
}

const limits = { bytes: 60_000, milliseconds: 400 };

async function read(url: string): Promise<Catalog> {
  const libraries = new Map([["library", { url }]]);
  const reader = new LibraryReader({ root, pages: "", language: "en", libraries }, limits);
  return buildCatalog(await reader.read(), { frozen: false, today: "2026-03-05" });
}

const linesOf = ({ problems }: Catalog) => problems.map(formatProblem);

/** As a build does. */
function record(catalog: Catalog): void {
  const files = [...catalog.locks].flatMap(([id, { lock }]) => recordFiles(catalog.library, id, lock, "2026-03-05"));
  writeRecords(root, files);
}

const plain =
  (body: string, type = "application/json"): RequestListener =>
  (_, response) => {
    response.writeHead(200, { "content-type": type }).end(body);
  };

const growing = gzipSync(`"${"x".repeat(300_000)}"`);

const dripping: RequestListener = (_, response) => {
  const timer = setInterval(() => response.write(" "), 50);
  response.on("close", () => {
    clearInterval(timer);
  });
};

const brokenOff: RequestListener = (_, response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": "1000" }).write('{"pincite":');
  setTimeout(() => response.destroy(), 50);
};

const elsewhere = "which is not below the address that the library has in .eleventy.ts";
const hostile: [string, RequestListener, string][] = [
  ["no JSON", plain("{"), "is not JSON in UTF-8."],
  ["no UTF-8", (_, response) => response.end(Buffer.from([0x22, 0xff, 0x22])), "is not JSON in UTF-8."],
  ["a page", plain("<!doctype html>", "text/html"), "is a page, not a catalog."],
  ["nothing", plain(""), "is empty."],
  ["null", plain("null"), "is not what Pincite publishes: Invalid input: expected object, received null."],
  ["too much", plain(`"${"x".repeat(70_000)}"`), "is larger than 0.06 MB"],
  ["never an end", (_, response) => void response.write("{"), "did not come within 0.4 seconds."],
  ["a drop at a time", dripping, "did not come within 0.4 seconds."],
  ["the beginning only", brokenOff, "was broken off by its server."],
  ["little that grows", (_, response) => response.writeHead(200, { "content-type": "application/json", "content-encoding": "gzip" }).end(growing), "is larger than 0.06 MB"],
  ["a way in circles", (_, response) => response.writeHead(302, { location: "/catalog.json" }).end(), "leads on more than 5 times."],
  ["a way elsewhere", (_, response) => response.writeHead(302, { location: "http://127.0.0.1:9/" }).end(), "leads out of the library, to http://127.0.0.1:9/"],
  ["a way to a file", (_, response) => response.writeHead(302, { location: "file:///etc/passwd" }).end(), "leads out of the web, to file:///etc/passwd"],
  ["not there", (_, response) => response.writeHead(404).end(), "is not there (404)."],
  ["another version", serving(() => library({ catalog: { version: 2 } })), "version is not 1: it was made by another version of Pincite."],
  ["sources as words", serving(() => library({ catalog: { sources: "all" } })), "is not what Pincite publishes: sources Invalid input"],
  ["a path for an id", serving(() => library({ entry: { id: "../charter" } })), 'sources.0.id "../charter" cannot be used in an address.'],
  ["__proto__ for an id", serving(() => library({ entry: { id: "__proto__" } })), 'sources.0.id "__proto__" cannot be used in an address.'],
  ["a source twice", serving(() => ({ ...library(), catalog: library().catalog.replace(/"sources":\[(.*)\]/, '"sources":[$1,$1]') })), "sources.1 is there twice."],
  ["a script for an address", serving(() => library({ catalog: { address: "javascript:alert(1)" } })), `names javascript:alert(1), ${elsewhere}`],
  ["another site's address", serving(() => library({ entry: { address: "https://evil.example/" } })), `names https://evil.example/, ${elsewhere}`],
  ["a paragraph elsewhere", serving(() => library({ first: { address: "//evil.example/#p1" } })), `names http://evil.example/#p1, ${elsewhere}`],
  ["words that are not those of the fingerprint", serving(() => library({ first: { text: "No ship may enter." } })), "has words in ¶1 that are not those of its fingerprint."],
  ["a label that is none", serving(() => library({ first: { label: "1-2" } })), "paragraphs.0.label is not a label"],
  ["a label twice", serving(() => library({ first: { label: "2" } })), "paragraphs.1 is there twice."],
  ["another file than the catalog's", serving(() => ({ ...library(), file: library({ texts: ["Other."] }).file })), "is not the file that the library's catalog names"],
  ["a text of numbers", serving(() => library({ first: { text: 7 } })), "paragraphs.0.text Invalid input: expected string, received number."],
]; // prettier-ignore

test.each(hostile)("a library that gives %s is one clear line", async (_, answer, expected) => {
  const { origin } = await serveWeb(answer);
  const lines = linesOf(await read(origin));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^briefs\/a\.md:10:20 {2}library-readable {2}"library:charter" cannot be verified/);
  expect(lines[0]).toContain(expected);
  expect(lines[0]).not.toContain("\n");
  expect(readdirSync(root)).not.toContain("libraries");
});

test.each([
  ["http://library.example/", "begins with http:, where its words could be changed on their way. Write https:."],
  ["ftp://library.example/", 'has no address. Write url: "https://…/" in .eleventy.ts.'],
  ["https://me:secret@library.example/", "a user name or password in it. Take them out."],
  ["library", 'has no address. Write url: "https://…/" in .eleventy.ts.'],
])("%s is not asked", async (url, expected) => {
  expect(linesOf(await read(url))).toEqual([expect.stringContaining(expected)]);
});

test.each([
  ['other:charter", 1', 'library-known  There is no library "other" in .eleventy.ts.'],
  ['libary:charter", 1', 'library-known  There is no library "libary" in .eleventy.ts. Write "library:charter".'],
  ['library:Charter", 1', 'source-exists  "library:Charter" is no source of another site.'],
  ["library:", 'source-exists  "library:" is no source of another site.'],
  [
    'library:chart", 1',
    'source-exists  The library "library" (Library) has no source "chart". Nearest: "library:charter".',
  ],
  ['library:statute", 1', 'source-exists  "library:statute" is called "library:charter" now. Write "library:charter".'],
  ['library:charter", 9', 'pinpoint-exists  There is no paragraph 9 in "library:charter"; it has 1–3. Nearest: 3.'],
  ['library:charter", 1, quote="by night alone"', "quotation-matches"],
])("a citation of %s is told what to write", async (cited, expected) => {
  write(cited.endsWith(":") ? `${cited}", 1` : cited);
  const { origin } = await serveWeb(serving(library));
  expect(linesOf(await read(origin))).toEqual([expect.stringContaining(expected)]);
});

test("opinion of another site supports nothing here either", async () => {
  const opinion = { ...metadata, grade: "opinion" };
  const source = { id: "charter", aliases: [], address: "./", metadata: opinion };
  const { origin } = await serveWeb(serving(() => library({ file: { source }, entry: { metadata: opinion } })));
  expect(linesOf(await read(origin))).toEqual([expect.stringContaining("opinion-never-supports")]);
});

test("what is known is asked for once, and sent only when it has changed", async () => {
  const server = await serveWeb(serving(library));
  expect(linesOf(await read(server.origin))).toEqual([]);
  expect(linesOf(await read(server.origin))).toEqual([]);
  expect(server.requests.map(({ url }) => url)).toEqual([
    "/catalog.json",
    "/sources/charter/paragraphs.json",
    "/catalog.json",
  ]);
  expect(server.requests[2]?.headers["if-none-match"]).toMatch(/^"[0-9a-f]{8}"$/);
});

test("a library that is not configured to be cited is never asked", async () => {
  writeFileSync(join(root, "briefs/a.md"), "");
  const server = await serveWeb(serving(library));
  await read(server.origin);
  expect(server.requests).toEqual([]);
});

test("without the library its citations are held against what was fetched, and then against what was kept", async () => {
  let isThere = true;
  const answer: RequestListener = (request, response) => {
    if (isThere) serving(library)(request, response);
    else response.writeHead(503).end();
  };
  const { origin } = await serveWeb(answer);
  record(await read(origin));
  isThere = false;
  const fetched = await read(origin);
  expect(linesOf(fetched)).toEqual([]);
  expect(fetched.warnings.map(formatProblem)).toEqual([
    expect.stringMatching(/^\.eleventy\.ts:1:1 {2}library-readable .*its server fails \(503\).* What was fetched on \d{4}-\d\d-\d\d is taken instead\.$/),
  ]); // prettier-ignore
  const clone = temporaryFolder();
  cpSync(join(root, "libraries"), join(clone, "libraries"), { recursive: true });
  root = clone;
  write('library:charter", 1, quote="by day and by night"');
  const kept = await read(origin);
  expect(linesOf(kept)).toEqual([]);
  expect(kept.warnings.map(({ message }) => message)).toEqual([expect.stringContaining("What was kept on 2026-03-05")]);
  write('library:charter", 2');
  expect(linesOf(await read(origin))).toEqual([
    expect.stringContaining('paragraph-shown  The words of ¶2 of "library:charter" were not kept here'),
  ]);
});

test("a source whose name the library has changed keeps its record, or nothing is published", async () => {
  let files = library();
  const { origin } = await serveWeb(serving(() => files));
  record(await read(origin));
  const source = { id: "statute-book", aliases: ["charter"], address: "./", metadata };
  files = library({ file: { source }, entry: { id: "statute-book", aliases: ["charter"] } });
  write('library:statute-book", 1');
  expect(linesOf(await read(origin))).toEqual([
    expect.stringContaining("Rename libraries/library/charter.lock.json to libraries/library/statute-book.lock.json."),
  ]);
});

test.each([
  ["the words of a paragraph", ["Every ship may enter by day.", ...texts.slice(1)], "text-as-cited"],
  ["everything", ["Nothing", "is", "left."], "text-as-cited"],
])("a change of %s is told where it is cited", async (_, changed, rule) => {
  let files = library();
  const { origin } = await serveWeb(serving(() => files));
  record(await read(origin));
  files = library({ texts: changed });
  expect(linesOf(await read(origin))).toEqual([expect.stringMatching(`^briefs/a\\.md:10:\\d+ {2}${rule} {2}.*note 1`)]);
});

test("words that have moved are followed", async () => {
  let files = library();
  const { origin } = await serveWeb(serving(() => files));
  record(await read(origin));
  files = library({ texts: ["A paragraph that was not there before.", ...texts] });
  const catalog = await read(origin);
  expect(linesOf(catalog)).toEqual([]);
  expect(catalog.warnings.map(({ message }) => message)).toEqual([
    expect.stringContaining('¶1 of "library:charter", which note 1 cites, is ¶2 now, letter for letter the same.'),
  ]);
});

test("what is kept beside a lock is known to be of this version, or not", async () => {
  const { origin } = await serveWeb(serving(library));
  const isKept = ({ library: { originals } }: Catalog) => originals?.get("library:charter")?.isKept;
  const first = await read(origin);
  expect(isKept(first)).toBe(false);
  record(first);
  expect(isKept(await read(origin))).toBe(true);
  const moved = await serveWeb(serving(library));
  expect(isKept(await read(moved.origin))).toBe(false);
});

test("a change of words that the library does not show is noticed all the same", async () => {
  const hidden = { ...metadata, rights: "metadata-only" };
  const source = { id: "charter", aliases: [], address: "./", metadata: hidden };
  const of = (text: string) =>
    library({ file: { source }, entry: { metadata: hidden }, texts: [text], first: { text: undefined } });
  let files = of("One.");
  const { origin } = await serveWeb(serving(() => files));
  const before = await read(origin);
  expect(linesOf(before)).toEqual([]);
  record(before);
  files = of("Two.");
  expect(linesOf(await read(origin))).toEqual([
    expect.stringContaining("The site it stands on does not show its words; ¶1 may have taken its place."),
  ]);
  write('library:charter", 1, quote="One"');
  files = of("One.");
  expect(linesOf(await read(origin))).toEqual([expect.stringContaining("quotation-allowed")]);
});

test("a paragraph of an excerpt that readers cannot see is not cited", async () => {
  const excerpt = { ...metadata, rights: "excerpt" };
  const source = { id: "charter", aliases: [], address: "./", metadata: excerpt };
  const { origin } = await serveWeb(
    serving(() => library({ file: { source }, entry: { metadata: excerpt }, first: { text: undefined } })),
  );
  expect(linesOf(await read(origin))).toEqual([
    expect.stringContaining('paragraph-shown  Library does not show ¶1 of "library:charter" (rights: excerpt)'),
  ]);
});
