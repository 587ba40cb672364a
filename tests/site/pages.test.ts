import { readFileSync, writeFileSync } from "node:fs";
import { hash } from "node:crypto";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifySite } from "../../lib/core/verify/verify-site.ts";
import { readBriefPage } from "../../lib/site/read-brief-page.ts";
import { readSourcePage } from "../../lib/site/read-source-page.ts";
import { openBuiltSite } from "../../lib/site/verify-site.ts";
import { fixtureFolder } from "../support/fixture-site.ts";
import { buildCopy, copyProject, removeCopy, type SiteCopy } from "../support/site-copy.ts";

let copy: SiteCopy;
const file = (path: string) => readFileSync(join(copy.dist, path), "utf8");

beforeAll(async () => {
  copy = copyProject(fixtureFolder("pages"));
  await buildCopy(copy);
});

afterAll(() => {
  removeCopy(copy);
});

function faults(): string[] {
  const opening = openBuiltSite(copy.dist);
  if (opening.kind === "no site") throw new Error(opening.reason);
  return verifySite(opening.site, (text) => hash("sha256", text)).faults.map(
    ({ rule, note }) => `${note ?? 0} ${rule}`,
  );
}

test("pages stand beside the numbers of paragraphs, and are none of their words", () => {
  const { paragraphs } = readSourcePage(file("sources/report/index.html"));
  expect(paragraphs.map(({ label, page, text }) => [label, page, text?.trim()])).toEqual([
    ["1", "p. xii", "Twelve people left."],
    ["2", "p. 13", "First item."],
    ["3", "p. 13", "Inside it."],
    ["5.2", "p. 14", "Deeper still."],
    ["5", undefined, "Second item."],
  ]);
  expect(paragraphs.map(({ strange }) => strange)).toEqual(paragraphs.map(() => undefined));
});

test("a note names the page before the paragraph, and opens the original there", () => {
  const html = file("briefs/pages/index.html");
  expect(readBriefPage(html).notes.map(({ pages }) => pages)).toEqual([
    "p. xii",
    "pp. xii–13",
    "p. 14",
    "p. ۱۲",
    undefined,
  ]);
  const originals = Array.from(html.matchAll(/class="note-original" href="([^"]*)"/g), ([, href]) => href);
  const address = "https://a.example/report.pdf";
  expect(originals).toEqual([`${address}#page=4`, `${address}#page=4`, `${address}#page=14`, address, address]);
});

test("lists inside lists are set further in", () => {
  const classes = Array.from(
    file("sources/report/index.html").matchAll(/class="paragraph ([^"]*)"/g),
    ([, one]) => one,
  );
  expect(classes).toEqual(["is-paragraph", "is-item", "is-item depth-1", "is-item depth-2", "is-item"]);
});

test("what readers hear is the page in full, in the language and direction of the site", () => {
  expect(file("sources/report-ur/index.html")).toMatch(
    /<span class="page" lang="en"[^>]*><span dir="ltr" aria-hidden="true">p\. ۱۲<\/span><span class="visually-hidden" dir="ltr">Page ۱۲ of the original<\/span><\/span>/,
  );
});

describe("the site is proved again from its pages", () => {
  test("as it was built", () => {
    expect(faults()).toEqual([]);
  });

  test.each([
    [
      "words of a paragraph that stand where its page should",
      "sources/report/index.html",
      "p. xii<",
      "p. xii people<",
      ["1 pinpoint-agrees", "2 pinpoint-agrees"],
    ],
    [
      "another page beside a paragraph",
      "sources/report/index.html",
      "p. xii<",
      "p. xiii<",
      ["1 pinpoint-agrees", "2 pinpoint-agrees"],
    ],
    [
      "a page among the words",
      "sources/report/index.html",
      "<p>Twelve",
      "<p>p. xii Twelve",
      ["1 text-unaltered", "2 text-unaltered"],
    ],
    ["another page in a note", "briefs/pages/index.html", "pp. xii–13", "pp. xii–14", ["2 note-agrees"]],
  ])("%s", (_, path, from, to, expected) => {
    const before = file(path);
    expect(before).toContain(from);
    writeFileSync(join(copy.dist, path), before.replace(from, to));
    try {
      const found = faults();
      for (const one of expected) expect(found).toContain(one);
    } finally {
      writeFileSync(join(copy.dist, path), before);
    }
  });
});
