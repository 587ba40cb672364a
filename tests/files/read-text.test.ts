import { execFileSync } from "node:child_process";
import { chmodSync, ftruncateSync, closeSync, openSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { formatProblem } from "../../lib/core/problem.ts";
import { readText } from "../../lib/files/read-text.ts";
import { temporaryFolder } from "./temporary-folder.ts";

function read(content: string | Uint8Array) {
  return readText(join(temporaryFolder({ "a.md": content }), "a.md"), "briefs/a.md");
}

/** The problem in one line, or what was read. */
function outcome(reading: ReturnType<typeof readText>): string {
  return reading.file ? reading.file.text : formatProblem(reading.problem);
}

describe("text is read as it is", () => {
  test.each([
    ["nothing", "", ""],
    ["ASCII", "a\nb", "a\nb"],
    ["every script", "é اردو 北京 😀", "é اردو 北京 😀"],
    ["a byte order mark is taken off", "\uFEFFa", "a"],
    ["Windows line endings become \\n", "a\r\nb\rc", "a\nb\nc"],
    ["a replacement character that was typed", "a\uFFFDb", "a\uFFFDb"],
  ])("%s", (_, content, expected) => {
    const reading = read(content);
    expect(outcome(reading)).toBe(expected);
    expect(reading.file?.path).toBe("briefs/a.md");
  });
});

describe("bytes that are no UTF-8 are refused where they stand", () => {
  const bytes = (...parts: (string | number)[]) =>
    Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from([part]))));

  test.each([
    ["Windows-1252", bytes("a\nbé c", 0xe9, " d"), "2:5", "not UTF-8"],
    ["in the first place", bytes(0x80, "a"), "1:1", "not UTF-8"],
    ["a character cut off at the end", bytes("ab", 0xe2, 0x82), "1:3", "not UTF-8"],
    ["half of a surrogate pair", bytes("a", 0xed, 0xa0, 0x80), "1:2", "not UTF-8"],
    ["an overlong slash", bytes("a", 0xc0, 0xaf), "1:2", "not UTF-8"],
    ["behind a replacement character that was typed", bytes("\uFFFD\n\uFFFD", 0xff), "2:2", "not UTF-8"],
    ["behind a byte order mark and Windows line endings", bytes("\uFEFFa\r\nb", 0xff), "2:2", "not UTF-8"],
    ["UTF-16, little-endian", bytes(0xff, 0xfe, "a", 0x00), "1:1", "UTF-16"],
    ["UTF-16, big-endian", bytes(0xfe, 0xff, 0x00, "a"), "1:1", "UTF-16"],
    ["UTF-16 without its mark", bytes("a", 0x00, "b", 0x00), "1:2", "U+0000"],
    ["a null", "a\nb\0c", "2:2", "U+0000"],
    ["a noncharacter", "ab\uFDD0", "1:3", "U+FDD0"],
    ["a byte order mark turned around", "a\uFFFE", "1:2", "U+FFFE"],
  ])("%s", (_, content, place, message) => {
    const line = outcome(read(content));
    expect(line).toContain(`briefs/a.md:${place}  encoding-utf8  `);
    expect(line).toContain(message);
  });
});

describe("what is not a regular file is refused, and never waited for", () => {
  const refused = "briefs/a.md:1:1  file-readable  ";

  test("a symbolic link, even to a file that could be read", () => {
    const folder = temporaryFolder({ "secret.md": "secret" });
    symlinkSync(join(folder, "secret.md"), join(folder, "a.md"));
    const line = outcome(readText(join(folder, "a.md"), "briefs/a.md"));
    expect(line).toContain(refused);
    expect(line).not.toContain("secret");
  });

  test("a link that leads nowhere", () => {
    const folder = temporaryFolder();
    symlinkSync(join(folder, "gone"), join(folder, "a.md"));
    expect(outcome(readText(join(folder, "a.md"), "briefs/a.md"))).toContain(refused);
  });

  test("a folder", () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "a.md"));
    expect(outcome(readText(join(folder, "a.md"), "briefs/a.md"))).toContain(refused);
  });

  test("a file that is not there", () => {
    expect(outcome(readText(join(temporaryFolder(), "a.md"), "briefs/a.md"))).toContain("ENOENT");
  });

  test("a pipe that nobody writes to", () => {
    const folder = temporaryFolder();
    execFileSync("mkfifo", [join(folder, "a.md")]);
    expect(outcome(readText(join(folder, "a.md"), "briefs/a.md"))).toContain(`${refused}This is not a regular file`);
  });

  test("a device", () => {
    expect(outcome(readText("/dev/zero", "briefs/a.md"))).toContain(refused);
  });

  test("a file too large to be a text", () => {
    const folder = temporaryFolder({ "a.md": "" });
    const handle = openSync(join(folder, "a.md"), "r+");
    ftruncateSync(handle, 17 * 1024 * 1024);
    closeSync(handle);
    expect(outcome(readText(join(folder, "a.md"), "briefs/a.md"))).toContain("17825792 bytes");
  });

  test("a file that may not be read, unless one may read everything", () => {
    const folder = temporaryFolder({ "a.md": "text" });
    chmodSync(join(folder, "a.md"), 0o000);
    const line = outcome(readText(join(folder, "a.md"), "briefs/a.md"));
    expect(line).toBe(
      process.getuid?.() === 0
        ? "text"
        : `${refused}The file cannot be opened (EACCES). Make it a readable regular file, not a link.`,
    );
  });
});
