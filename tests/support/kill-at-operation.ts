/**
 * Loaded into a build: kills its process just before one of the operations by which it
 * makes room for a site and puts it in its place. They concern an entry of a folder that
 * `KILL_FOLDERS` names, or anything inside the site `KILL_SITE`; `KILL_AT` is the number
 * of the operation, counted from 1.
 */
import { delimiter, dirname, sep } from "node:path";
import { watchChanges } from "./watch-changes.ts";

const folders = (process.env.KILL_FOLDERS ?? "").split(delimiter);
const site = `${process.env.KILL_SITE ?? ""}${sep}`;
const last = Number(process.env.KILL_AT);
let count = 0;

watchChanges((_name, texts) => {
  const concerned = texts.some((text) => folders.includes(dirname(text)) || text.startsWith(site));
  if (concerned) count += 1;
  if (concerned && count === last) process.kill(process.pid, "SIGKILL");
});
