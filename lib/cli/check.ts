import { checkProject, openProject } from "../site/build-site.ts";
import { readArguments } from "./arguments.ts";
import { count, reportProblems } from "./report.ts";
import { run } from "./run.ts";

/** `npm run check`: every problem, nothing built. */
async function main(): Promise<number> {
  const { root, dist } = readArguments("check", "Report every problem in briefs and sources; build nothing.");
  const { library, problems, verified } = await checkProject(await openProject(root, dist));
  if (problems.length > 0) {
    reportProblems(problems);
    return 1;
  }
  const citations = [...verified.values()].flat().length;
  const counts = [
    count(library.briefs.length, "brief"),
    count(library.sources.size, "source"),
    count(citations, "citation"),
  ];
  console.log(`${counts.join(", ")}, 0 problems`);
  return 0;
}

await run(main);
