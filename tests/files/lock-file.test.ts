import { describe, expect, test } from "vitest";
import { writeLock } from "../../lib/core/anchoring/write-lock.ts";
import { LibraryReader } from "../../lib/files/library-reader.ts";
import { formatProblem } from "../../lib/core/problem.ts";
import { lockOf, paragraphsOf } from "../core/anchoring/locks.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const report =
  "---\ntype: report\ntitle: T\nlanguage: en\ngrade: primary\nrights: digest\nnumbering: ours\n---\n\nOne.\n\nTwo.\n";
const lock = lockOf(paragraphsOf(["One.", "Two."]), ["1"]);

async function read(files: Record<string, string>) {
  const root = temporaryFolder(files);
  return new LibraryReader({ root, pages: "", language: "en" }).read();
}

test("a source's lock is read with it, and each paragraph has its fingerprint", async () => {
  const { records, problems } = await read({
    "sources/report.md": report,
    "sources/report.lock.json": writeLock(lock),
  });
  expect(problems).toEqual([]);
  const record = records.get("report");
  expect(record?.lock).toEqual(lock);
  expect(record?.hash).toMatch(/^[0-9a-f]{64}$/);
  expect(record?.paragraphs.map(({ label, fingerprint }) => ({ label, fingerprint }))).toEqual(lock.paragraphs);
});

describe("a lock that proves nothing is a problem, not a source that was never cited", () => {
  test.each([
    ["is not JSON", "{", /This lock cannot be read: it is not JSON/],
    ["is empty", "", /it is not JSON/],
    ["has two sides of a merge", "<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> x\n", /the marks of a merge/],
    ["lacks a key", "{}", /version: is not 1/],
    ["is not UTF-8", "\uFFFF", /U\+FFFF does not belong in a text/],
  ])("one that %s", async (_, text, expected) => {
    const { problems, records } = await read({ "sources/report.md": report, "sources/report.lock.json": text });
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThanOrEqual(3);
    expect(formatProblem(problems[0] ?? ({} as never))).toMatch(/^sources\/report\.lock\.json:1:1 {2}/);
    expect(problems.map(({ message }) => message).join("\n")).toMatch(expected);
    expect(records.get("report")?.lock).toBeUndefined();
  });

  test("one that belongs to no source", async () => {
    const { problems } = await read({ "sources/report.lock.json": writeLock(lock) });
    expect(problems.map(formatProblem)).toEqual([
      expect.stringMatching(/^sources\/report\.lock\.json:1:1 {2}lock-valid {2}There is no source "report"/),
    ]);
  });
});
