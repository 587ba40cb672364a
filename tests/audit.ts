import { readFileSync } from "node:fs";
import { join } from "node:path";
import { examine } from "./support/accessibility.ts";
import { launchBrowser } from "./support/browser.ts";
import { invalidHtml } from "./support/html-validity.ts";
import { categories, judge, startJudge } from "./support/lighthouse.ts";
import { examplePages } from "./support/page-kinds.ts";
import { budgets, leastShift, load, openMeasuredPage } from "./support/page-weight.ts";
import { repository } from "./support/run-command.ts";
import { serveSite } from "./support/static-server.ts";
import { filesBelow } from "./support/tree.ts";

/**
 * Holds the built example site against its budgets: `npm run audit`, after a build.
 * Prints what each kind of page weighs and what Lighthouse gives it, and ends with exit
 * code 1 when one is over a budget, moves while it loads, breaks a rule of WCAG 2.2 AA, is
 * not valid HTML or gets too few points of Lighthouse.
 */
const fewestPoints = 99;
/** Pages that Lighthouse judges, by their names among those of the example site. */
const judged = ["home", "brief", "source-digest", "search"];

const dist = join(repository, "dist");
const faults: string[] = [];
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`.padStart(9);

const html = filesBelow(dist).filter((file) => file.endsWith(".html"));
for (const file of html) {
  const found = await invalidHtml(file, readFileSync(join(dist, file), "utf8"));
  faults.push(...found.map((line) => `${file}:${line}`));
}
console.log(`${html.length} pages held against the HTML standard\n`);

const site = await serveSite(dist);
const browser = await launchBrowser();
try {
  console.log(`${"page".padEnd(20)}  ${"weight".padStart(9)}  ${"scripts".padStart(9)}  shift  axe`);
  for (const [name, path] of examplePages) {
    const page = await openMeasuredPage(browser);
    const weight = await load(page, site.url + path);
    const shift = weight.shift === 0 ? 0 : await leastShift(browser, site.url + path);
    const { violations } = await examine(page, "html");
    console.log(
      [name.padEnd(20), kilobytes(weight.page), kilobytes(weight.scripts), shift.toFixed(3), violations.length].join(
        "  ",
      ),
    );
    if (weight.page > budgets.page) faults.push(`${name}: weighs more than ${kilobytes(budgets.page).trim()}`);
    if (weight.scripts > budgets.scripts)
      faults.push(`${name}: its scripts weigh more than ${kilobytes(budgets.scripts).trim()}`);
    if (shift > budgets.shift) faults.push(`${name}: moves by ${shift} while it loads`);
    faults.push(...violations.map((violation) => `${name}: ${violation}`));
    await page.context().close();
  }
} finally {
  await browser.close();
  await site.close();
}
await runLighthouse();
console.log(faults.length > 0 ? `\n${faults.join("\n")}\n` : "\nWithin every budget.");
process.exitCode = faults.length > 0 ? 1 : 0;

async function runLighthouse(): Promise<void> {
  console.log(`\n${"Lighthouse".padEnd(24)}  ${categories.join("  ")}`);
  const site = await serveSite(dist, "/", true);
  const { browser, port } = await startJudge();
  try {
    for (const name of judged) {
      for (const device of ["mobile", "desktop"] as const) {
        const { scores, losses } = await judge(site.url + (examplePages.get(name) ?? ""), port, device, fewestPoints);
        const points = categories.map((category) => String(scores[category]).padStart(category.length));
        console.log(`${`${name}, ${device}`.padEnd(24)}  ${points.join("  ")}`);
        const isShort = categories.some((category) => scores[category] < fewestPoints);
        if (isShort) faults.push(`${name}, ${device}: fewer points than ${fewestPoints}`, ...losses);
      }
    }
  } finally {
    await browser.close();
    await site.close();
  }
}
