import { HtmlValidate } from "html-validate";
import { expect, inject, test } from "vitest";
import { htmlPages } from "../support/html-page.ts";

/**
 * The recommended rules: the HTML standard, and what assistive technology needs. Turned
 * off is what only tells one valid way of writing from another.
 */
const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    // The standard takes either case; Prettier writes lower case.
    "doctype-style": "off",
    // A document's title is as long as its authors made it.
    "long-title": "off",
    // Ids follow the documents' own labels, such as 14.1. The standard forbids white space only.
    "valid-id": ["error", { relaxed: true }],
    // A list may have a name, as the list of search results does.
    "aria-label-misuse": ["error", { allowAnyNamable: true }],
    // A button without a type submits its form, which is what ours are for.
    "no-implicit-button-type": "off",
  },
});

const pages = [...htmlPages(inject("exampleSite").dist)];

test.each(pages)("%s is valid HTML", async (file, html) => {
  const report = await validator.validateString(html, file);
  const messages = report.results.flatMap((result) =>
    result.messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId} ${message}`),
  );
  expect(messages).toEqual([]);
});
