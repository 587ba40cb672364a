import { expect, test } from "vitest";
import { importDocument } from "../../lib/importers/import-document.ts";

const body = `<article><h1>Return after the deadline</h1>${"<p>The deadline was the end of June, and it was said to hold for everybody who had such a card, without exception.</p>".repeat(4)}</article>`;

async function metadataOf(head: string) {
  const page = `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`;
  const outcome = await importDocument(new TextEncoder().encode(page), "page.html");
  if (outcome.kind === "refused") throw new Error(outcome.reason);
  return outcome.document.metadata;
}

test("tags for scholarly catalogues, as journals and think tanks write them", async () => {
  const head = `<title>Return | Institute</title>
<meta name="citation_title" content="Return after the deadline"><meta name="citation_author" content="Shah, Amina">
<meta name="citation_author_institution" content="Some University"><meta name="citation_author" content="Jan van den Berg">
<meta name="citation_publication_date" content="2025/03/05"><meta name="citation_technical_report_institution" content="Some Institute">
<meta name="citation_technical_report_number" content="WP 12"><meta name="citation_doi" content="doi:10.1000/abc">
<meta name="citation_language" content="eng"><meta name="citation_isbn" content="978-3-16-148410-0">`;
  expect(await metadataOf(head)).toMatchObject({
    type: "report",
    title: "Return after the deadline",
    author: [{ family: "Shah", given: "Amina" }, { literal: "Jan van den Berg" }],
    issued: "2025-03-05",
    publisher: "Some Institute",
    number: "WP 12",
    DOI: "10.1000/abc",
    ISBN: "978-3-16-148410-0",
    language: "en",
  });
});

test("an article of a journal is one, with its pages", async () => {
  const head = `<meta name="citation_title" content="Return"><meta name="citation_journal_title" content="Journal of Returns">
<meta name="citation_volume" content="3"><meta name="citation_firstpage" content="1"><meta name="citation_lastpage" content="9">`;
  expect(await metadataOf(head)).toMatchObject({
    type: "article-journal",
    "container-title": "Journal of Returns",
    volume: "3",
    page: "1–9",
  });
});

test("Dublin Core", async () => {
  const head = `<meta name="DC.Title" content="Return"><meta name="DC.Creator" content="Shah, Amina"><meta name="DC.Creator" content="UNHCR">
<meta name="DCTERMS.issued" content="2025-03"><meta name="DC.Publisher" content="UNHCR"><meta name="DC.Identifier" content="https://doi.org/10.1000/abc">`;
  expect(await metadataOf(head)).toMatchObject({
    title: "Return",
    author: [{ family: "Shah", given: "Amina" }, { literal: "UNHCR" }],
    issued: "2025-03",
    publisher: "UNHCR",
    DOI: "10.1000/abc",
  });
});

test("a report of schema.org with several authors, some of them bodies", async () => {
  const thing = {
    "@context": "https://schema.org",
    "@graph": [
      { "@type": "WebSite", name: "Institute" },
      { "@type": "BreadcrumbList", name: "no" },
      {
        "@type": ["Report", "CreativeWork"],
        name: "Return after the deadline",
        author: [
          { "@type": "Person", givenName: "Amina", familyName: "Shah" },
          { "@type": "Person", name: "Jan van den Berg" },
          { "@type": "Organization", name: "Some Institute" },
        ],
        datePublished: "2025-03-05T10:00:00+00:00",
        publisher: [{ "@type": "Organization", name: "Some Institute" }],
        reportNumber: "WP 12",
        inLanguage: { "@type": "Language", alternateName: "en" },
        identifier: { "@type": "PropertyValue", propertyID: "DOI", value: "10.1000/abc" },
        isbn: "978-3-16-148410-0",
        editor: { "@type": "Person", name: "Ed Itor" },
      },
    ],
  };
  expect(await metadataOf(`<script type="application/ld+json">${JSON.stringify(thing)}</script>`)).toMatchObject({
    type: "report",
    title: "Return after the deadline",
    author: [{ family: "Shah", given: "Amina" }, { literal: "Jan van den Berg" }, { literal: "Some Institute" }],
    editor: [{ literal: "Ed Itor" }],
    issued: "2025-03-05",
    publisher: "Some Institute",
    number: "WP 12",
    DOI: "10.1000/abc",
    ISBN: "978-3-16-148410-0",
  });
});
