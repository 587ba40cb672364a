import type { Page } from "playwright-core";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { headerPolicy } from "../../lib/core/serving/security-policy.ts";
import { useExampleBrowser } from "../support/example-browser.ts";
import { examplePages } from "../support/page-kinds.ts";
import { openWatchedPage } from "../support/watched-page.ts";

const site = useExampleBrowser();

/** A page that keeps what it violates of the policy, from its first moment on. */
async function openStrictPage() {
  const watched = await openWatchedPage(site.context);
  const violations: string[] = [];
  await watched.page.exposeFunction("reportViolation", (text: string) => {
    violations.push(text);
  });
  await watched.page.addInitScript(`
    document.addEventListener("securitypolicyviolation", (event) => {
      reportViolation(event.violatedDirective + " " + event.blockedURI + " " + event.sourceFile);
    });
  `);
  return { ...watched, violations };
}

/** Let what the page has begun come to its end. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
}

test("the server sends the policy of the site's own _headers", async () => {
  expect(readFileSync(join(inject("exampleSite").dist, "_headers"), "utf8")).toContain(headerPolicy);
  const answer = await fetch(site.url);
  expect(answer.headers.get("content-security-policy")).toBe(headerPolicy);
});

test("a violation would be seen", async () => {
  const { page, violations } = await openStrictPage();
  await page.goto(site.url);
  await page.evaluate("document.body.setAttribute('style', 'color: red')");
  // By the policy of the header, and by that of the page itself.
  await expect.poll(() => violations).toHaveLength(2);
  await page.close();
});

test.each([...examplePages])("%s violates nothing of the policy, and nothing goes wrong in it", async (kind, path) => {
  const { page, complaints, violations } = await openStrictPage();
  await page.goto(new URL(path, site.url).href);
  await settle(page);
  // Of a page that is not there, the answer says so.
  const expected = kind === "missing" ? complaints.filter((one) => !one.includes("404")) : complaints;
  expect([violations, expected]).toEqual([[], []]);
  await page.close();
});

test("search, an open note and two sources side by side violate nothing either", async () => {
  const { page, complaints, violations } = await openStrictPage();
  const at = (path: string) => new URL(path, site.url).href;
  await page.goto(at("search/?q=refugees"));
  await page.locator(".result").first().waitFor();
  await page.goto(at("briefs/repatriation-deadline/"));
  await page.locator("#ref-1").click();
  await page.locator("#note-popover:popover-open").waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  await page.getByRole("combobox").fill("refugees");
  await page.locator("[role=option]").first().waitFor();
  await page.goto(at("sources/udhr-ur/beside/"));
  await settle(page);
  expect([violations, complaints]).toEqual([[], []]);
  await page.close();
});
