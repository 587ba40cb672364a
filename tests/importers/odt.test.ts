import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import type { ImportedDocument } from "../../lib/importers/imported-document.ts";
import { importOdt } from "../../lib/importers/odt.ts";
import { importFixture } from "./fidelity.ts";
import { refusalOf } from "./refusals.ts";
import { structureBlocks } from "./structure.ts";

test.each(["structure.odt", "structure-writer.odt"])("%s keeps lists, notes, quotations and tables", async (name) => {
  const { blocks, metadata } = await importFixture(importOdt, name);
  expect(blocks).toEqual(expect.arrayContaining(structureBlocks("(i)", "(a)", "(b)", "(ii)")));
  expect(metadata).toMatchObject({
    title: "A report with everything",
    author: [{ literal: "Amina Shah" }, { literal: "Institute for Reports" }],
    issued: "2025-03-04",
    language: "en-GB",
  });
});

async function read(body: string, styles = ""): Promise<ImportedDocument> {
  const content = `<office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
  const outcome = await importOdt(zipSync({ "content.xml": strToU8(content) }), "small.odt");
  if (outcome.kind === "refused") throw new Error(outcome.reason);
  return outcome.document;
}

test("numbers that name the levels above are labels, and a list can go on", async () => {
  const level = (depth: number, more: string) =>
    `<text:list-level-style-number text:level="${depth}" style:num-format="1" style:num-suffix="." ${more}/>`;
  const styles = `<text:list-style style:name="L">${level(1, "")}${level(2, 'text:display-levels="2"')}</text:list-style>`;
  const item = (inside: string) => `<text:list-item>${inside}</text:list-item>`;
  const below = `<text:list>${item("<text:p>Below</text:p>")}</text:list>`;
  const { blocks } = await read(
    `<text:list text:style-name="L">${item(`<text:p>One</text:p>${below}`)}</text:list><text:p>Between</text:p>` +
      `<text:list text:style-name="L" text:continue-numbering="true">${item(`<text:p>Two</text:p>${below}`)}</text:list>` +
      `<text:list text:style-name="L">${item("<text:p>Anew</text:p>")}</text:list>`,
    styles,
  );
  expect(blocks).toEqual([
    { kind: "item", marker: "1.", depth: 0, text: "One" },
    { kind: "item", marker: "1.1.", label: "1.1", depth: 1, text: "Below" },
    { kind: "paragraph", text: "Between" },
    { kind: "item", marker: "2.", depth: 0, text: "Two" },
    { kind: "item", marker: "2.1.", label: "2.1", depth: 1, text: "Below" },
    { kind: "item", marker: "1.", depth: 0, text: "Anew" },
  ]);
});

test("what is raised stays apart from what it stands on, and remarks are left out and said", async () => {
  const styles = `<style:style style:name="up"><style:text-properties style:text-position="super 58%"/></style:style>`;
  const { blocks, dropped } = await read(
    `<text:p>10<text:span text:style-name="up">6</text:span> people<office:annotation><text:p>A remark</text:p></office:annotation></text:p>`,
    styles,
  );
  expect(blocks).toEqual([{ kind: "paragraph", text: "10⁶ people" }]);
  expect(dropped).toEqual([{ what: "comment", text: "A remark" }]);
});

test("an encrypted document is refused", async () => {
  const files = { "content.xml": "\u0001\u0002", "META-INF/manifest.xml": "<manifest:encryption-data/>" };
  const bytes = zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
  expect(await refusalOf(importOdt, bytes)).toBe("is encrypted: save it without a password.");
});

test("headings have the numbers of the outline, but for those that are said to have none", async () => {
  const level = (depth: number, more: string) =>
    `<text:outline-level-style text:level="${depth}" style:num-format="1" ${more}/>`;
  const styles =
    `<text:outline-style>${level(1, 'style:num-suffix="."')}${level(2, 'text:display-levels="2"')}</text:outline-style>` +
    '<style:style style:name="Plain" style:list-style-name=""/><style:style style:name="Plainer" style:parent-style-name="Plain"/>';
  const heading = (depth: number, text: string, more = "") =>
    `<text:h text:outline-level="${depth}" ${more}>${text}</text:h>`;
  const { blocks } = await read(
    [
      heading(1, "One"),
      heading(2, "Below"),
      heading(2, "Unnumbered", 'text:is-list-header="true"'),
      heading(2, "Plain", 'text:style-name="Plainer"'),
      heading(2, "Second"),
      heading(1, "Five", 'text:restart-numbering="true" text:start-value="5"'),
      heading(2, "Anew"),
      "<text:p>Words</text:p>",
    ].join(""),
    styles,
  );
  expect(blocks.map((block) => ("text" in block ? block.text : ""))).toEqual([
    "1. One",
    "1.1 Below",
    "Unnumbered",
    "Plain",
    "1.2 Second",
    "5. Five",
    "5.1 Anew",
    "Words",
  ]);
});
