import { close, createIndex } from "pagefind";
import { report } from "./child-report.ts";

/**
 * Pagefind over a built site as it is.
 *
 * `node --import tsx tests/bench/index-plain.ts <folder>`, absolute
 */
const [folder = ""] = process.argv.slice(2);
const start = performance.now();
const { index, errors } = await createIndex();
if (!index) throw new Error(errors.join("; "));
for (const { errors: wrong } of [
  await index.addDirectory({ path: folder }),
  await index.writeFiles({ outputPath: `${folder}/pagefind` }),
])
  if (wrong.length > 0) throw new Error(wrong.join("; "));
report([{ name: "index", seconds: (performance.now() - start) / 1000 }]);
await close();
