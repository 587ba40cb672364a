import { rmSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { textOf } from "../../../lib/core/citation-style/run.ts";
import { LibraryReader } from "../../../lib/files/library-reader.ts";
import { openNaming } from "../../../lib/site/citations/open-naming.ts";
import { readRuns } from "../../../lib/site/citations/read-runs.ts";
import { copyFixture } from "../../support/fixture-site.ts";

async function open(style: string, change: (root: string) => void = () => undefined, locale?: string) {
  const { root } = copyFixture("styles");
  change(root);
  const { sources } = await new LibraryReader({ root, pages: "", language: "en" }).read();
  const citations = { style, ...(locale !== undefined && { locale }) };
  return { sources, outcome: await openNaming({ citations, language: "en" }, root, sources) };
}

const house = "styles/house.csl";

test("a style in a file names sources in all forms", async () => {
  const { sources, outcome } = await open(house);
  const source = sources.get("update");
  if (!outcome.naming || !source) throw new Error(outcome.problem?.message);
  const { first, again, next } = outcome.naming.formsOf(source, "en");
  expect(textOf(first, "¶1")).toBe(
    "Refugee Office, Pakistan Update, 5 August 2025, ¶1, https://docs.example.org/update.",
  );
  expect(textOf(again, "¶2", "3")).toBe("Refugee Office, see note 3, ¶2.");
  expect(textOf(next, "¶3")).toBe("The same, ¶3.");
});

test.each([
  ["a name of no style", "oscloa", undefined, undefined, /Did you mean "oscola"\?/],
  ["a path out of the project", "../house.csl", undefined, undefined, /path of a \.csl file in the project/],
  ["a file that is not there", "styles/none.csl", undefined, undefined, /no such file/],
  ["a locale that is not there", house, undefined, "fr-FR", /styles\/locales-fr-FR\.xml/],
  [
    "what is no style",
    house,
    (root: string) => {
      writeFileSync(join(root, house), "<p>");
    },
    undefined,
    /no style of CSL/,
  ],
  [
    "a locale without its words",
    house,
    (root: string) => {
      writeFileSync(join(root, "styles/locales-en-GB.xml"), "<locale></locale>");
    },
    undefined,
    /cannot use this style/,
  ],
  [
    "citeproc that is not installed",
    house,
    (root: string) => {
      unlinkSync(join(root, "node_modules"));
    },
    undefined,
    /npm install citeproc/,
  ],
  [
    "a link to a file elsewhere",
    house,
    (root: string) => {
      rmSync(join(root, house));
      symlinkSync("/etc/hostname", join(root, house));
    },
    undefined,
    /regular file/,
  ],
])("%s is one clear problem", async (_, style, change, locale, message) => {
  const { outcome } = await open(style, change, locale);
  expect(outcome.problem?.rule).toBe("citation-style");
  expect(outcome.problem?.message).toMatch(message);
});

test("of what citeproc makes only words and looks are kept", () => {
  const html = '<i onclick="x">A</i><script>b</script><a href="javascript:c">d</a> https://e.example/f. &#60;g&#62;';
  expect(readRuns(html)).toEqual([
    { text: "A", look: "italic" },
    { text: "bd " },
    { text: "https://e.example/f", link: { to: "web", url: "https://e.example/f" } },
    { text: ". <g>" },
  ]);
});
