import { existsSync } from "node:fs";
import { withRoom } from "../../lib/cli/room.ts";
import { formatProblem } from "../../lib/core/problem.ts";
import { buildIfChanged } from "../../lib/site/build-if-changed.ts";
import { needsRoom } from "../../lib/site/parts/library-size.ts";
import { openProject } from "../../lib/site/project.ts";
import { report, type StageTime } from "./child-report.ts";

/**
 * What `npm run build` does, with the time of each stage.
 *
 * `node --import tsx tests/bench/pincite.ts <root> <dist>`, both absolute
 */
const [root = "", dist = ""] = process.argv.slice(2);
process.exitCode = await withRoom(needsRoom(root, !existsSync(dist)), async () => {
  const stages: StageTime[] = [];
  const project = await openProject(root, dist, { frozen: false, today: "2026-03-05" });
  const outcome = await buildIfChanged(project, { strict: false }, (name, _detail, milliseconds) => {
    stages.push({ name, seconds: milliseconds / 1000 });
  });
  if (outcome.problems) {
    console.error(outcome.problems.slice(0, 20).map(formatProblem).join("\n"));
    return 1;
  }
  report(stages);
  return 0;
});
