import { HtmlValidate } from "html-validate";

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

/** What is not valid in a page, a line each. @param file names the page. */
export async function invalidHtml(file: string, html: string): Promise<string[]> {
  const report = await validator.validateString(html, file);
  return report.results.flatMap((result) =>
    result.messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId} ${message}`),
  );
}
