import { describe, expect, test } from "vitest";
import { isBriefLink, isSourceLink } from "../../../lib/core/markdown/links.ts";

describe.each([
  ["https://e.org", true, true],
  ["HTTP://e.org", true, true],
  ["mailto:a@e.org", true, true],
  ["/briefs/a/", true, false],
  ["#note-1", true, false],
  ["?q=1", true, false],
  ["../a", true, false],
  ["a/b:c", true, false],
  ["", true, false],
  ["//e.org", false, false],
  ["/\\e.org", false, false],
  ["\\\\e.org", false, false],
  [" //e.org", false, false],
  ["javascript:alert(1)", false, false],
  [" JAVASCRIPT:alert(1)", false, false],
  ["data:text/html,x", false, false],
  ["vbscript:x", false, false],
  ["file:///etc/passwd", false, false],
  ["x-y.z+1:a", false, false],
])("%j", (url, brief, source) => {
  test(`may ${brief ? "" : "not "}be a link of a brief, may ${source ? "" : "not "}be one of a source`, () => {
    expect([isBriefLink(url), isSourceLink(url)]).toEqual([brief, source]);
  });
});
