import { execFileSync } from "node:child_process";
import { delimiter, join } from "node:path";

/** Absolute path of the machine's rsync 3; undefined where there is none, and then it is said. */
export const installedRsync: string | undefined = (process.env.PATH ?? "")
  .split(delimiter)
  .map((folder) => join(folder, "rsync"))
  .find((path) => {
    try {
      const said = execFileSync(path, ["--version"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
      return said.startsWith("rsync  version 3");
    } catch {
      return false;
    }
  });

if (installedRsync === undefined)
  console.warn("NOT PROVED: rsync 3 is not installed here, so publishing with the real rsync was not tested.");
