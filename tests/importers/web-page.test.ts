import { expect, test } from "vitest";
import { importDocument } from "../../lib/importers/import-document.ts";
import { addressOfPage, explainPage, nameByMediaType } from "../../lib/importers/web-page.ts";

const bytesOf = (html: string) => new TextEncoder().encode(html);
const words = "The harbour board measured the channel again and found it deeper than it had been. ".repeat(20);
const password = '<form><input name=u><input class="x" type="password"></form>';

test.each([
  ["report", "text/html", "report.html"],
  ["README.md", "text/html", "README.md.html"],
  ["report.html", "text/html", "report.html"],
  ["report.pdf", "text/html", "report.pdf"],
  ["README.md", "text/plain", "README.md"],
  ["data", "application/json", "data.json"],
  ["report", "application/pdf", "report"],
])("%s, which the server calls %s, is read as %s", (name, mediaType, expected) => {
  expect(nameByMediaType(name, mediaType)).toBe(expected);
});

test.each([
  ["a page's own address", "https://a.example/x?from=mail", "https://a.example/x", "https://a.example/x"],
  ["no address on another host", "https://a.example/x", "https://b.example/x", "https://a.example/x"],
  ["no front page for a page below it", "https://a.example/x", "https://a.example/", "https://a.example/x"],
  ["the address itself, where the page gives none", "https://a.example/x", undefined, "https://a.example/x"],
])("what is cited is %s", (_, address, canonical, expected) => {
  expect(addressOfPage(address, canonical)).toBe(expected);
});

test.each([
  [
    "a page to sign in at",
    `<html><body><h1>Welcome</h1><p>Please sign in.</p>${password}</body></html>`,
    /^is a page to sign in at/,
  ],
  [
    "a page that a script would fill",
    "<!doctype html><html><body><div id=app></div></body></html>",
    /a script makes it: save it there as PDF/,
  ],
  [
    "an article with a form to sign in above it",
    `<html><body>${password}<article><p>${words}</p></article></body></html>`,
    undefined,
  ],
  ["an article", `<html><body><article><p>${words}</p></article></body></html>`, undefined],
])("%s", async (_, html, expected) => {
  const bytes = bytesOf(html);
  const said = explainPage({ bytes, mediaType: "text/html" }, await importDocument(bytes, "a.html"));
  if (expected === undefined) expect(said).toBeUndefined();
  else expect(said).toMatch(expected);
});

test("what is no page is not judged as one", async () => {
  const bytes = bytesOf('A text that says <input type="password"> somewhere.');
  expect(explainPage({ bytes, mediaType: "text/plain" }, await importDocument(bytes, "a.txt"))).toBeUndefined();
});
