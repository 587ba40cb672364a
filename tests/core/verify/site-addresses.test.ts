import { describe, expect, test } from "vitest";
import { prefixIn, SiteAddresses } from "../../../lib/core/verify/site-addresses.ts";

describe("links of a page", () => {
  const addresses = SiteAddresses.ofPage("/x/", "briefs/deadline/index.html");

  test.each([
    [
      "to a page under the prefix",
      "/x/sources/a/#p1-deadline-1",
      { file: "sources/a/index.html", id: "p1-deadline-1" },
    ],
    ["to a place on the page itself", "#note-1", { file: "briefs/deadline/index.html", id: "note-1" }],
    ["encoded", "/x/sources/%C3%A4/#p%C2%A7", { file: "sources/ä/index.html", id: "p§" }],
    ["to the home page", "/x/", { file: "index.html", id: "" }],
  ])("%s are places", (_, href, place) => {
    expect(addresses.placeOf(href)).toEqual(place);
  });

  test.each([
    ["outside the prefix", "/sources/a/"],
    ["of another site", "https://example.org/x/sources/a/"],
    ["of another host by two slashes", "//example.org/x/"],
    ["that climb over the prefix", "/x/../etc/passwd"],
    ["that climb, encoded", "/x/..%2f..%2fetc/passwd"],
    ["that climb, with backslashes", "/x/..%5c..%5cetc"],
    ["with an empty step", "/x//etc/passwd"],
    ["with a NUL", "/x/a%00/"],
    ["that are no UTF-8", "/x/%ff/"],
    ["that are programs", "javascript:alert(1)"],
    ["to a file on the machine", "file:///etc/passwd"],
  ])("%s are none", (_, href) => {
    expect(addresses.placeOf(href)).toBeUndefined();
  });
});

describe("references of a file that names its own address", () => {
  const file = "briefs/deadline/evidence.json";

  test.each([
    ["relative", "evidence.json", "../../sources/a/"],
    ["whole", "https://example.org/x/briefs/deadline/evidence.json", "https://example.org/x/sources/a/"],
  ])("%s ones lead to the same place", (_, own, reference) => {
    expect(SiteAddresses.ofFile(own, file)?.placeOf(reference)).toEqual({ file: "sources/a/index.html", id: "" });
  });

  test("whole ones never leave the site's own path", () => {
    const addresses = SiteAddresses.ofFile("https://example.org/x/briefs/deadline/evidence.json", file);
    expect(addresses?.placeOf("https://example.org/sources/a/")).toBeUndefined();
    expect(addresses?.placeOf("../../../sources/a/")).toBeUndefined();
  });

  test.each([["../other/evidence.json"], ["https://example.org/other.json"], ["https://"], ["evidence.json#a"]])(
    "%j is not the file's own address",
    (own) => {
      expect(SiteAddresses.ofFile(own, file)).toBeUndefined();
    },
  );
});

test.each([
  ["/x/briefs/a/evidence.json", "/x/"],
  ["/briefs/a/evidence.json", "/"],
  ["//host/briefs/a/evidence.json", undefined],
  ["https://host/briefs/a/evidence.json", undefined],
  ["/x/briefs/b/evidence.json", undefined],
])("the link %s shows the prefix %s", (href, prefix) => {
  expect(prefixIn(href, "briefs/a/evidence.json")).toBe(prefix);
});
