import { sep } from "node:path";
import { watchChanges } from "./watch-changes.ts";

/**
 * Do something during which this process changes a folder, and be called before each change
 * of it, and once when all is done: what the folder holds then is what a kill leaves.
 */
export async function beforeEachChange(
  folder: string,
  look: (change: string) => void,
  work: () => Promise<void>,
): Promise<void> {
  let isLooking = false;
  const end = watchChanges((name, texts) => {
    const path = texts.find((text) => `${text}${sep}`.startsWith(`${folder}${sep}`));
    if (path === undefined || isLooking) return;
    isLooking = true;
    look(`${name} ${path.slice(folder.length)}`);
    isLooking = false;
  });
  try {
    await work();
    isLooking = true;
    look("the end");
  } finally {
    end();
  }
}
