/**
 * Loaded into a build: kills its process just before one of the operations by which it
 * makes room for a site and puts it in its place. They concern an entry of a folder that
 * `KILL_FOLDERS` names, or anything inside the site `KILL_SITE`; `KILL_AT` is the number
 * of the operation, counted from 1.
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { delimiter, dirname, sep } from "node:path";

const folders = (process.env.KILL_FOLDERS ?? "").split(delimiter);
const site = `${process.env.KILL_SITE ?? ""}${sep}`;
const last = Number(process.env.KILL_AT);
let count = 0;

type Operation = (...values: never[]) => unknown;

const names = [
  "copyFileSync",
  "linkSync",
  "mkdirSync",
  "renameSync",
  "rmSync",
  "symlinkSync",
  "writeFileSync",
] as const;
for (const name of names) {
  const operation = fs[name] as Operation;
  const counted: Operation = (...values) => {
    const paths = values.filter((value) => typeof value === "string") as string[];
    const concerned = paths.some((path) => folders.includes(dirname(path)) || path.startsWith(site));
    if (concerned) count += 1;
    if (concerned && count === last) process.kill(process.pid, "SIGKILL");
    return operation(...values);
  };
  Object.assign(fs, { [name]: counted });
}
syncBuiltinESMExports();
