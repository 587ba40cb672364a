import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeLock } from "../../lib/core/anchoring/write-lock.ts";
import { lockPath } from "../../lib/files/lock-file.ts";
import { checkProject } from "../../lib/site/prepare-site.ts";
import { openProject } from "../../lib/site/project.ts";
import { report } from "./child-report.ts";

/**
 * Lock every cited source, as a library has it that was built before. Without it the first
 * of several builds alone would write locks.
 *
 * `node --import tsx tests/bench/write-locks.ts <root>`, absolute
 */
const [root = ""] = process.argv.slice(2);
const project = await openProject(root, join(root, "dist"), { frozen: false, today: "2026-03-05" });
const { locks, problems } = await checkProject(project);
if (problems.length > 0) throw new Error(`The library has ${problems.length} problems`);
for (const [id, { lock }] of locks) writeFileSync(join(root, lockPath(id)), writeLock(lock));
report([]);
