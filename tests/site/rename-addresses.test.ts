import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { renameInHead, renamings, withNames, type Renaming } from "../../lib/site/rename-addresses.ts";
import { temporaryFolder } from "../files/temporary-folder.ts";

function page(head: string): string {
  return `<!doctype html><head>${head}</head><body>\u0627\u067e\u0646\u0627 "/a/s-1.css" stays`;
}

const sameLength: readonly Renaming[] = [
  ['"/a/s-1.css"', '"/a/s-2.css"'],
  ['"/a/f-1.woff2"', '"/a/f-9.woff2"'],
];

test.each<[string, string, readonly Renaming[]]>([
  ["nothing is called otherwise", '<link href="/a/s-1.css">', []],
  ["nothing of it is named", '<link href="/a/other.css">', sameLength],
  ["once", '<title>Ünß پناہ</title><link href="/a/s-1.css">', sameLength],
  ["several, some of them twice", '<link href="/a/f-1.woff2"><link href="/a/s-1.css"><link href="/a/f-1.woff2">', sameLength],
])("names of one length are written in their place: %s", (_, head, renamed) => {
  const path = join(temporaryFolder(), "page.html");
  writeFileSync(path, page(head));
  renameInHead(path, renamed);
  expect(readFileSync(path, "utf8")).toBe(page(withNames(head, renamed)));
}); // prettier-ignore

test("a name of another length, and a head that does not end soon, are written with the whole page", () => {
  const path = join(temporaryFolder(), "page.html");
  const longer: readonly Renaming[] = [['"/a/s-1.css"', '"/a/site-2.css"']];
  writeFileSync(path, '<head><link href="/a/s-1.css"></head>');
  renameInHead(path, longer);
  expect(readFileSync(path, "utf8")).toBe('<head><link href="/a/site-2.css"></head>');
  const head = `${"<meta>".repeat(20_000)}<link href="/a/s-1.css">`;
  writeFileSync(path, `<head>${head}</head>`);
  renameInHead(path, sameLength);
  expect(readFileSync(path, "utf8")).toBe(`<head>${withNames(head, sameLength)}</head>`);
});

test("only what has another address now is called otherwise", () => {
  const former: [string, string][] = [
    ["site.css", "/s-1.css"],
    ["serif.woff2", "/f-1.woff2"],
    ["gone.js", "/g.js"],
  ];
  const now = new Map([
    ["site.css", "/s-2.css"],
    ["serif.woff2", "/f-1.woff2"],
  ]);
  expect(renamings(former, now)).toEqual([['"/s-1.css"', '"/s-2.css"']]);
});
