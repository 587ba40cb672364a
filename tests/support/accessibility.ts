import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";

const wcag = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

/** In the page, not here: these tests are compiled without the browser's types. */
declare const axe: { run(context: object, options: RunOptions): Promise<AxeResults> };

/** Rules that a part of a page breaks, each with the elements that break it. The page's policy must have been bypassed. */
export async function examine(page: Page, part: string): Promise<{ violations: string[]; advice: string[] }> {
  await page.addScriptTag({ path: createRequire(import.meta.url).resolve("axe-core/axe.min.js") });
  const found = await page.evaluate(
    ([selector, values]) =>
      axe.run(
        { include: [selector] },
        { runOnly: { type: "tag", values }, resultTypes: ["violations"], preload: false },
      ),
    [part, [...wcag, "best-practice"]] as [string, string[]],
  );
  const describeAll = (isOurs: (tags: readonly string[]) => boolean) =>
    found.violations.flatMap(({ id, help, nodes, tags }) =>
      isOurs(tags)
        ? nodes.map((node) => `${id} (${help}): ${node.target.join(" ")}\n${node.failureSummary ?? ""}`)
        : [],
    );
  const isRequired = (tags: readonly string[]) => tags.some((tag) => wcag.includes(tag));
  return { violations: describeAll(isRequired), advice: describeAll((tags) => !isRequired(tags)) };
}
