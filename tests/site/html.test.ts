import { expect, inject, test } from "vitest";
import { htmlPages } from "../support/html-page.ts";
import { invalidHtml } from "../support/html-validity.ts";

const pages = [...htmlPages(inject("exampleSite").dist)];

test.each(pages)("%s is valid HTML", async (file, html) => {
  expect(await invalidHtml(file, html)).toEqual([]);
});
