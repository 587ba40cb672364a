import { expect, test } from "vitest";
import { readSharedCatalog } from "../../../lib/core/libraries/read-shared.ts";

const library = "https://l.example/lib/";

const metadata = `{ "type": "report", "title": "<script>alert(1)</script>", "language": "en", "grade": "primary", "rights": "full-text", "permission": "Ours.", "numbering": "ours", "flags": [], "seeAlso": [], "__proto__": { "polluted": true }, "constructor": "x" }`;

/** A catalog with one source at this address, and more keys at its top. */
function catalogAt(address: string, more = ""): Uint8Array {
  const paragraphs = `{ "address": "sources/a/paragraphs.json", "sha256": "${"0".repeat(64)}", "count": 1 }`;
  const source = `{ "id": "a", "aliases": [], "address": ${JSON.stringify(address)}, "metadata": ${metadata}, "paragraphs": ${paragraphs} }`;
  return Buffer.from(
    `{ ${more} "pincite": "catalog", "version": 1, "normaliser": 1, "title": "L", "publisher": "", "language": "en", "address": "./", "sources": [${source}] }`,
  );
}

const read = (bytes: Uint8Array) => readSharedCatalog(bytes, { from: `${library}catalog.json`, library });

test.each([
  "../sources/a/",
  "sources/../../a/",
  "%2e%2e/a/",
  "sources/%2E%2e/%2e./a/",
  "..\\a\\",
  "/a/",
  "//evil.example/lib/",
  "\\\\evil.example\\lib\\",
  "https://l.example.evil.example/lib/",
  "https://l.example@evil.example/lib/",
  "https://l.example:444/lib/",
  "http://l.example/lib/",
  " \thttps://evil.example/lib/",
  "java\nscript:alert(1)",
  "data:text/html,x",
  "file:///lib/",
])("an address that leads out of the library is refused: %j", (address) => {
  expect(read(catalogAt(address))).toMatchObject({
    kind: "refused",
    reason: expect.stringContaining("is not below the address that the library has") as unknown,
  });
});

test("keys that nobody knows are passed over, those of objects themselves among them", () => {
  const reading = read(
    catalogAt("sources/a/", '"__proto__": { "polluted": true }, "toString": 1, "hasOwnProperty": null,'),
  );
  if (reading.kind === "refused") throw new Error(reading.reason);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  const [source] = reading.content.sources;
  expect(source?.address).toBe("https://l.example/lib/sources/a/");
  expect((source?.metadata as Record<string, unknown>).polluted).toBeUndefined();
  expect(Object.hasOwn(source?.metadata ?? {}, "constructor")).toBe(false);
  // What it says is text, and stays what it is.
  expect(source?.metadata.title).toBe("<script>alert(1)</script>");
});
