import { buildSearchIndex } from "../../lib/site/search-index.ts";
import { report } from "./child-report.ts";

/**
 * Pincite's search index of a built site.
 *
 * `node --import tsx tests/bench/index-site.ts <folder> <folder of what is kept>`, both absolute
 */
const [folder = "", cache = ""] = process.argv.slice(2);
const start = performance.now();
await buildSearchIndex(folder, cache);
report([{ name: "index", seconds: (performance.now() - start) / 1000 }]);
