import { hash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { report } from "./child-report.ts";

/**
 * The least that noticing a change takes: read each file and hash its bytes.
 *
 * `node --import tsx tests/bench/hash-program.ts <root>`
 */
const [root = "."] = process.argv.slice(2);
const start = performance.now();
for (const folder of ["briefs", "sources"]) {
  for (const file of readdirSync(join(root, folder))) hash("sha256", readFileSync(join(root, folder, file)));
}
report([{ name: "hash", seconds: (performance.now() - start) / 1000 }]);
