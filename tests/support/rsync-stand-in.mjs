/**
 * Stands in for rsync in tests: for each file that would change at the target it first asks
 * CONTROL, which answers "go" or "kill", and then has RSYNC_REAL transfer that file alone.
 * Without RSYNC_REAL it does itself, on this machine, the few things that publishing asks for.
 */
import { execFileSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";

const given = process.argv.slice(2);
const end = given.indexOf("--");
const options = given.slice(0, end);
const [from = "", to = ""] = given.slice(end + 1);
const { CONTROL, RSYNC_REAL } = process.env;
const list = options.find((one) => one.startsWith("--files-from="))?.slice("--files-from=".length) ?? "";
const paths = readFileSync(list, "utf8").split("\0").filter(Boolean);
const isReading = options.includes("--ignore-missing-args");

function really(path) {
  const own = `${list}-one`;
  writeFileSync(own, `${path}\0`);
  const others = options.filter((one) => !one.startsWith("--files-from="));
  execFileSync(RSYNC_REAL, [...others, `--files-from=${own}`, "--", from, to], { stdio: "inherit" });
}

/** A folder only where it is empty. */
function remove(target) {
  const there = lstatSync(target, { throwIfNoEntry: false });
  if (!there?.isDirectory()) rmSync(target, { force: true });
  else if (readdirSync(target).length === 0) rmdirSync(target);
}

function stand(path) {
  const target = join(to, path);
  if (!existsSync(join(from, path))) {
    if (options.includes("--delete-missing-args")) remove(target);
    else if (!isReading) throw new Error(`${path} is not there`);
    return;
  }
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(join(from, path), `${target}-next`);
  renameSync(`${target}-next`, target);
}

for (const path of paths) {
  if (!isReading && CONTROL && (await (await globalThis.fetch(CONTROL)).text()) === "kill") {
    process.kill(process.ppid, "SIGKILL");
    process.exit(1);
  }
  (RSYNC_REAL ? really : stand)(path);
}
