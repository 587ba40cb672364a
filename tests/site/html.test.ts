import { expect, inject, test } from "vitest";
import { htmlPages } from "../support/html-page.ts";
import { faultsOfHtml } from "../support/html-validator.ts";

const pages = [...htmlPages(inject("exampleSite").dist)];

test.each(pages)("%s is valid HTML", async (file, html) => {
  expect(await faultsOfHtml(file, html)).toEqual([]);
});
