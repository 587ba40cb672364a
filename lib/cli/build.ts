import { buildSite, openProject } from "../site/build-site.ts";
import { readArguments } from "./arguments.ts";
import { count, reportProblems, seconds } from "./report.ts";
import { run } from "./run.ts";

/** `npm run build`: verify everything and publish the site into dist/. */
async function main(): Promise<number> {
  const { root, dist } = readArguments("build", "Verify every citation and publish the site into dist/.");
  const start = performance.now();
  const outcome = await buildSite(await openProject(root, dist), (stage, detail, milliseconds) => {
    console.log(`${stage.padEnd(12)} ${detail} (${seconds(milliseconds)})`);
  });
  if (outcome.problems) {
    reportProblems(outcome.problems);
    console.error("Nothing was published; dist is as it was.");
    return 1;
  }
  const { briefs, sources, citations, quotations, pages, links } = outcome.summary;
  const counts = [
    count(briefs, "brief"),
    count(sources, "source"),
    count(citations, "citation"),
    `${count(quotations, "quotation")} verified`,
    count(pages, "page"),
    count(links, "link"),
  ];
  console.log(`\n${counts.join(", ")}, 0 problems, ${seconds(performance.now() - start)}`);
  return 0;
}

await run(main);
