import fc from "fast-check";
import { expect, test } from "vitest";
import { readLock } from "../../../lib/core/anchoring/read-lock.ts";
import { writeLock } from "../../../lib/core/anchoring/write-lock.ts";
import { anyLock } from "./arbitrary-lock.ts";
import { label, lockOf, paragraphsOf } from "./locks.ts";

const lock = {
  ...lockOf(paragraphsOf(["1|First.", "10|Tenth.", "2|Second."]), ["10", "2"]),
  ranges: new Map([["10-2", [label("10"), label("2")]]]),
  aliases: new Map([[label("7"), label("10")]]),
  history: [{ date: "2026-03-05", kind: "imported" as const }],
};

test("a lock that is written and read is the same lock", () => {
  fc.assert(
    fc.property(anyLock, (any) => {
      expect(readLock(writeLock(any))).toEqual({ kind: "lock", lock: any });
    }),
  );
});

test("a lock that is read and written is the same file", () => {
  fc.assert(
    fc.property(anyLock, (any) => {
      const text = writeLock(any);
      const reading = readLock(text);
      expect(reading.kind === "lock" ? writeLock(reading.lock) : reading).toBe(text);
    }),
  );
});

test("the file does not depend on the order in which a lock was put together", () => {
  const turned = { ...lock, cited: new Map([...lock.cited].reverse()) };
  expect(writeLock(turned)).toBe(writeLock(lock));
});

test("the file has sorted keys, 2 spaces and a new line at its end", async () => {
  await expect(writeLock(lock)).toMatchFileSnapshot("files/example.lock.json.snap");
});

test("line endings of Windows and a byte order mark make no difference", () => {
  expect(readLock(`\uFEFF${writeLock(lock).replace(/\n/g, "\r\n")}`)).toEqual({ kind: "lock", lock });
});

/** The example with one piece of its text replaced. */
function faultsAfter(pattern: string | RegExp, replacement: string): readonly string[] {
  const text = writeLock(lock);
  const changed = text.replace(pattern, replacement);
  expect(changed).not.toBe(text);
  const reading = readLock(changed);
  return reading.kind === "faults" ? reading.faults : [];
}

test.each([
  ["a label with a hyphen", '"label": "10"', '"label": "1-0"', "cited.0.label: is not a label"],
  ["a label that is not in NFC", '"label": "10"', '"label": "e\\u0301"', "cited.0.label: is not a label"],
  ["__proto__ as a label", '"label": "10"', '"label": "__proto__"', "cited.0.label: is not a label"],
  ["a label twice", '"label": "10"', '"label": "2"', 'cited.1: names "2" again'],
  ["text that is not in form F", "Tenth.", "Tenth. ", "cited.0.text: has white space"],
  ["a day that does not exist", "2026-03-05", "2026-02-30", "cited.0.accepted: is not a day"],
  ["a short fingerprint", /"fingerprint": "./, '"fingerprint": "', "paragraphs.0.fingerprint: is not 32"],
  ["a hash in capitals", /"source": "a/, '"source": "A', "source: is not 64"],
  ["another version", '"version": 1', '"version": 2', "version: is not 1"],
  ["another normaliser", '"normaliser": 1', '"normaliser": 2', "normaliser: is not 1"],
  ["a range of one label", "10-2", "10", "ranges.0.range: is not a range"],
  ["a range of three labels", "10-2", "1-2-3", "ranges.0.range: is not a range"],
  ["an unknown kind of event", '"imported"', '"invented"', "history.0.kind:"],
  ["a key that is not known", '"version": 1', '"version": 1, "extra": 1', 'Unrecognized key: "extra"'],
  [
    "__proto__ as a key",
    '"version": 1',
    '"version": 1, "__proto__": { "polluted": 1 }',
    'Unrecognized key: "__proto__"',
  ],
  ["a key that is missing", '"normaliser": 1,', "", "normaliser: is not 1"],
  ["a merge not finished", "{\n", "{\n<<<<<<< HEAD\n", "it has the marks of a merge"],
  ["a comma too many", "}\n", ",}\n", "it is not JSON"],
])("%s is a fault", (_, pattern, replacement, expected) => {
  const faults = faultsAfter(pattern, replacement);
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain(expected);
});

test.each(["", "[]", "null", '"lock"', "1"])("%j is no lock", (text) => {
  expect(readLock(text).kind).toBe("faults");
});

test("every fault is reported", () => {
  expect(faultsAfter(/2026-03-05/g, "yesterday").length).toBe(3);
});

test("nothing that a lock names reaches the prototype of objects", () => {
  readLock('{ "__proto__": { "polluted": true }, "cited": [{ "label": "__proto__" }] }');
  expect("polluted" in {}).toBe(false);
});
