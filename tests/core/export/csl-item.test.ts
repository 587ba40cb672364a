import { expect, test } from "vitest";
import { cslItem, cslItemOfBrief, type PublishingSite } from "../../../lib/core/export/csl-item.ts";
import { briefFrom, briefOf, sourceFrom } from "../support/documents.ts";

const site: PublishingSite = {
  title: "Policy notes",
  publisher: "An institute",
  url: "https://notes.example",
  pathPrefix: "/library/",
};

test("a source is an item with the bibliographic part of its front matter", () => {
  const { source } = sourceFrom("One.", {
    type: "article-newspaper",
    title: "‘A’ title",
    author: "[{ family: van der Berg, given: Jan }, { literal: UNHCR }]",
    issued: "2025-04",
    accessed: "2026-03-05",
    "container-title": "Dawn",
    URL: "https://dawn.example/1",
    language: "fa-AF",
    note: "Seen in a reprint.",
    flags: "[mirror]",
  });
  expect(cslItem(source)).toEqual({
    id: "report",
    type: "article-newspaper",
    title: "‘A’ title",
    author: [{ family: "van der Berg", given: "Jan" }, { literal: "UNHCR" }],
    issued: { "date-parts": [[2025, 4]] },
    accessed: { "date-parts": [[2026, 3, 5]] },
    "container-title": "Dawn",
    URL: "https://dawn.example/1",
    language: "fa-AF",
  });
});

test.each([
  ["2025", [[2025]]],
  ["2025-04", [[2025, 4]]],
  ["2025-04-09", [[2025, 4, 9]]],
  ["2025-04-19/2025-06", [[2025, 4, 19], [2025, 6]]],
  ["0632-06-08", [[632, 6, 8]]],
])("the date %s is given in numbers", (issued, parts) => {
  expect(cslItem(sourceFrom("One.", { issued }).source).issued).toEqual({ "date-parts": parts });
}); // prettier-ignore

test.each([
  ["full-text", "What they wrote."],
  ["excerpt", undefined],
  ["digest", undefined],
  ["metadata-only", undefined],
])("of a source that may be shown as %s the abstract is %s", (rights, abstract) => {
  const { source } = sourceFrom("One.", { rights, abstract: "What they wrote." });
  expect(cslItem(source).abstract).toBe(abstract);
});

test("a brief is a report of the site's publisher, with its address", () => {
  expect(cslItemOfBrief(briefFrom("Text.").brief, site)).toEqual({
    id: "a-brief",
    type: "report",
    title: "A brief",
    author: [{ family: "Shah", given: "Amina" }],
    issued: { "date-parts": [[2026, 3, 5]] },
    publisher: "An institute",
    URL: "https://notes.example/library/briefs/a-brief/",
    language: "en",
    abstract: "What it says.",
  });
});

test("a site without a publisher or an address publishes under its title, and its briefs have no address", () => {
  const item = cslItemOfBrief(briefFrom("Text.").brief, { ...site, publisher: "", url: "" });
  expect(item.publisher).toBe("Policy notes");
  expect(item).not.toHaveProperty("URL");
});

test("a brief that was withdrawn says so", () => {
  const { brief } = briefOf(`---
title: A brief
summary: What it says.
authors: [{ literal: A team }]
date: 2026-03-05
status: withdrawn
withdrawn: { date: 2026-04-01, reason: It was wrong. }
---
Text.`);
  expect(cslItemOfBrief(brief, site)).toMatchObject({ status: "withdrawn", author: [{ literal: "A team" }] });
});
