import { checkProject } from "../../lib/site/prepare-site.ts";
import { openProject } from "../../lib/site/project.ts";
import { report } from "./child-report.ts";

/**
 * What `npx pincite check` does: read, parse and verify everything, and compare every source
 * with its lock.
 *
 * `node --import tsx tests/bench/check-program.ts <root>`, absolute
 */
const [root = ""] = process.argv.slice(2);
const start = performance.now();
const { problems, warnings, verified } = await checkProject(
  await openProject(root, `${root}/dist`, { frozen: false, today: "2026-03-05" }),
);
const seconds = (performance.now() - start) / 1000;
const citations = [...verified.values()].flat().length;
console.log(`${citations} citations, ${problems.length} problems, ${warnings.length} warnings`);
report([{ name: "check", seconds }]);
