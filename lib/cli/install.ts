import { spawn } from "node:child_process";

/** Run `npm install` in a folder and show what it says. @returns whether it went well. */
export function npmInstall(folder: string): Promise<boolean> {
  // The npm that runs this command, if one does; its own project is another.
  const { npm_execpath: npm } = process.env;
  const env = { ...process.env, npm_config_local_prefix: undefined };
  const args = ["install", "--no-audit", "--no-fund"];
  const options = { cwd: folder, env, stdio: "inherit" } as const;
  const child = npm?.endsWith("npm-cli.js")
    ? spawn(process.execPath, [npm, ...args], options)
    : spawn("npm", args, { ...options, shell: process.platform === "win32" });
  return new Promise((resolve) => {
    child.once("error", () => {
      resolve(false);
    });
    child.once("close", (code) => {
      resolve(code === 0);
    });
  });
}
