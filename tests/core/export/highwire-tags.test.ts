import { expect, test } from "vitest";
import type { CslItem } from "../../../lib/core/export/csl-item.ts";
import { dublinCoreTags } from "../../../lib/core/export/dublin-core-tags.ts";
import { highwireTags } from "../../../lib/core/export/highwire-tags.ts";
import { zoteroType } from "../../../lib/core/export/zotero-type.ts";
import { cslTypes } from "../../../lib/core/source/source-schema.ts";
import { PageText } from "../../../lib/site/page-text.ts";
import { escapeHtml } from "../../../lib/core/text/escape.ts";
import { saveToZotero, zoteroTypes } from "../../support/zotero-rules.ts";

const address = "https://example.org/page/";

function saved(item: CslItem) {
  const tags = [...highwireTags(item), ...dublinCoreTags(item)];
  const html = tags.map(({ name, content }) => `<meta name="${name}" content="${escapeHtml(content)}">`).join("");
  return saveToZotero(new PageText(`<html><head>${html}</head></html>`), address);
}

const work: CslItem = { id: "work", type: "report", title: "A “work” & its <title>" };

test.each(cslTypes)("Zotero saves a work of type %s as what it calls it", (type) => {
  expect(zoteroTypes.has(zoteroType(type))).toBe(true);
  const item: CslItem = {
    ...work,
    type,
    "container-title": "A container",
    publisher: "A body",
    ISBN: "1",
    number: "2",
  };
  expect(saved(item)).toMatchObject({ itemType: zoteroType(type) });
  expect(saved(item).fields.get("title")).toBe(work.title);
  expect(saved({ ...work, type }).itemType).toBe(zoteroType(type));
});

test.each([
  [[{ family: "Shah", given: "Amina" }], ["Shah|Amina"]],
  [[{ family: "van der Berg", given: "Jan Willem" }], ["van der Berg|Jan Willem"]],
  [
    [{ family: "van der Berg", given: "Jan Willem" }, { literal: "UNHCR" }],
    ["van der Berg|Jan Willem", "UNHCR|"],
  ],
  [[{ literal: "An institute of several words" }], ["An institute of several words|"]],
  [[{ family: "شاہ", given: "آمنہ" }], ["شاہ|آمنہ"]],
  [[{ family: "Plato" }], ["Plato|"]],
])("Zotero reads the authors %j as %j", (author, names) => {
  expect(saved({ ...work, author }).creators.map(({ last, first }) => `${last}|${first}`)).toEqual(names);
});

test("the newspaper of an article and the book of a chapter are where it was published", () => {
  const container = { "container-title": "Dawn" };
  for (const type of ["article-newspaper", "article-magazine", "article-journal", "chapter"] as const)
    expect(saved({ ...work, type, ...container }).fields.get("publicationTitle")).toBe("Dawn");
});
