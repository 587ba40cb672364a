import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { CitedForms } from "../../../lib/core/citation-style/forms.ts";
import { pinpointSlot } from "../../../lib/core/citation-style/run.ts";
import { StoredForms } from "../../../lib/site/citations/forms-cache.ts";
import { temporaryFolder } from "../../files/temporary-folder.ts";

const forms: CitedForms = {
  first: [{ text: "Shah", look: "small-caps", part: "name", link: { to: "source" } }, { text: ", " }, pinpointSlot],
  again: [{ text: "see note " }, { slot: "first-note" }, pinpointSlot],
  next: [pinpointSlot],
  whole: [{ text: "https://x.example", link: { to: "web", url: "https://x.example" } }],
};

const pathIn = (root: string) => join(root, ".pincite/citations.json");

/** A project whose cache is this text. */
function projectWith(text: string): string {
  const root = temporaryFolder();
  mkdirSync(join(root, ".pincite"));
  writeFileSync(pathIn(root), text);
  return root;
}

test("what was kept is there the next time, as it was", () => {
  const root = temporaryFolder();
  const cache = new StoredForms(root);
  cache.set("key", forms);
  cache.save();
  expect(new StoredForms(root).get("key")).toEqual(forms);
  expect(new StoredForms(root).get("other")).toBeUndefined();
});

test("what was not asked for is forgotten, once something new is kept", () => {
  const root = temporaryFolder();
  const first = new StoredForms(root);
  for (const key of ["used", "unused"]) first.set(key, forms);
  first.save();
  const second = new StoredForms(root);
  second.get("used");
  second.set("new", forms);
  second.save();
  expect(Object.keys(JSON.parse(readFileSync(pathIn(root), "utf8")) as object)).toEqual(["used", "new"]);
});

test("where nothing is new nothing is written", () => {
  const root = temporaryFolder();
  new StoredForms(root).save();
  expect(existsSync(pathIn(root))).toBe(false);
  const first = new StoredForms(root);
  first.set("key", forms);
  first.save();
  const before = statSync(pathIn(root), { bigint: true }).mtimeNs;
  const second = new StoredForms(root);
  second.get("key");
  second.save();
  expect(statSync(pathIn(root), { bigint: true }).mtimeNs).toBe(before);
});

const entry = (change: object) => JSON.stringify({ key: { ...forms, ...change } });

test.each([
  ["that is cut short", entry({}).slice(0, 40)],
  ["that is another thing", "[]"],
  ["of an older shape", JSON.stringify({ key: { first: "Shah, ¶7" } })],
  ["with a script for an address", entry({ whole: [{ text: "x", link: { to: "web", url: "javascript:alert(1)" } }] })],
  ["with more than words", entry({ whole: [{ text: "x", html: "<script>" }] })],
  ["with a look that is none", entry({ whole: [{ text: "x", look: "blink" }] })],
  ["that is not UTF-8", "\uFFFD"],
])("a file %s is made anew", (_, text) => {
  const cache = new StoredForms(projectWith(text));
  expect(cache.get("key")).toBeUndefined();
  expect(cache.get("__proto__")).toBeUndefined();
  expect(cache.get("constructor")).toBeUndefined();
  cache.set("key", forms);
  cache.save();
  expect(cache.get("key")).toEqual(forms);
});
