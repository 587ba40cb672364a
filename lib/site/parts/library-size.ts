import { readdirSync } from "node:fs";
import { join } from "node:path";

/** Below this many folders to make, another process takes longer to begin than it saves. */
export const worthProcesses = 200;
/** Of more files than these, what is known may not find room in the heap that Node gives a process by itself. */
const mostFiles = 25_000;

/** About how many folders a site has to make, by the files that it is made of. */
export function countFiles(root: string): number {
  return ["briefs", "sources"].reduce((sum, folder) => sum + filesIn(join(root, folder)), 0);
}

/** Whether to make pages in a process that has room: where there are very many, and where many are made. */
export function needsRoom(root: string, makesAll: boolean): boolean {
  const files = countFiles(root);
  return files > mostFiles || (makesAll && files >= worthProcesses);
}

function filesIn(folder: string): number {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(".md")).length;
  } catch {
    return 0;
  }
}
