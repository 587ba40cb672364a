import fc from "fast-check";
import { expect, test } from "vitest";
import { absoluteAddress, checkSiteUrl, readSiteUrl } from "../../lib/core/site-address.ts";
import { defineSite } from "../../lib/site/site.ts";

test.each([
  ["https://pincite.example", "https://pincite.example"],
  ["https://pincite.example/", "https://pincite.example"],
  ["HTTPS://Pincite.Example:443", "https://pincite.example"],
  ["http://localhost:8080", "http://localhost:8080"],
  ["https://مثال.example", "https://xn--mgbh0fb.example"],
])("%s is published at %s", (written, origin) => {
  expect(readSiteUrl(written)).toEqual({ kind: "origin", origin });
  expect(defineSite({ title: "T", url: written }).url).toBe(origin);
});

test.each([[undefined], [""]])("%j is no address yet", (written) => {
  expect(readSiteUrl(written)).toEqual({ kind: "none" });
});

test.each([
  ["pincite.example", /is no web address/],
  ["//pincite.example", /is no web address/],
  ["https:pincite.example", /is no web address/],
  ["ftp://pincite.example", /is no web address/],
  ["javascript:alert(1)", /is no web address/],
  [42, /"42" is no web address/],
  [null, /"null" is no web address/],
  ["https://a:b@pincite.example", /holds a name or a password. Write url: "https:\/\/pincite.example"/],
  ["https://pincite.example/?x", /goes on after the host/],
  ["https://pincite.example/?", /goes on after the host/],
  ["https://pincite.example#", /goes on after the host/],
  ["https://pincite.example/a/b", /Write url: "https:\/\/pincite.example" and pathPrefix: "\/a\/b\/"/],
])("%j is refused", (written, reason) => {
  expect(readSiteUrl(written)).toEqual({ kind: "refused", reason: expect.stringMatching(reason) as string });
});

test("a wrong address is one problem, at its line of the configuration", () => {
  const text = 'export const site = defineSite({\r\n  title: "A",\r\n  url: "https://a.example/b",\r\n});\r\n';
  expect(checkSiteUrl("https://a.example/b", ".eleventy.ts", text)).toEqual([
    {
      place: { path: ".eleventy.ts", line: 3, column: 3 },
      rule: "site-address",
      message:
        'The site\'s url "https://a.example/b" has a path. Write url: "https://a.example" and pathPrefix: "/b/". It is the site\'s public address, without a path.',
    },
  ]);
  expect(checkSiteUrl("nowhere", ".eleventy.ts", "const url = 1")[0]?.place).toMatchObject({ line: 1, column: 1 });
  expect(checkSiteUrl("https://a.example", ".eleventy.ts", text)).toEqual([]);
});

test.each([
  ["/", "https://pincite.example", "/briefs/a/#note-1", "https://pincite.example/briefs/a/#note-1"],
  ["/x/", "https://pincite.example", "/briefs/a/", "https://pincite.example/x/briefs/a/"],
  ["/x/", "https://pincite.example", "/", "https://pincite.example/x/"],
  ["/x/", "", "/briefs/a/", undefined],
])("under %s of %j, %s is %s", (pathPrefix, url, path, address) => {
  expect(absoluteAddress({ url, pathPrefix }, path)).toBe(address);
});

test("whatever is written as an address is read or refused on one line", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl({ withFragments: true, withQueryParameters: true })), (written) => {
      const reading = readSiteUrl(written);
      if (reading.kind === "origin") expect(new URL(reading.origin).origin).toBe(reading.origin);
      else if (reading.kind === "none") expect(written).toBe("");
    }),
  );
});
