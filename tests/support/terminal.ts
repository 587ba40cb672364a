import { spawn } from "@lydell/node-pty";
import { onTestFinished } from "vitest";
import { stripVTControlCharacters } from "node:util";
import { commandEnvironment, repository, type CommandName } from "./run-command.ts";

/** Keys as a terminal sends them. */
export const keys = { enter: "\r", space: " ", up: "\u001b[A", down: "\u001b[B", ctrlC: "\u0003" } as const;

/** A command in a terminal of its own, driven by what it says. */
export interface Terminal {
  /** Resolves when it has said a text since the last one that was waited for; rejects when it ends without. */
  saying(text: string): Promise<void>;
  press(...keys: readonly string[]): void;
  /** Its exit code. */
  readonly ended: Promise<number>;
  /** All it has said, as it was sent. */
  raw(): string;
  /** The same without colours and movements. */
  text(): string;
}

/** Open one of Pincite's commands in a terminal, for the running test. */
export function openTerminal(
  name: CommandName,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Terminal {
  return openProcess(process.execPath, ["--import", "tsx", "lib/cli/pincite.ts", name, ...args], repository, env);
}

/**
 * Open a shell in a terminal, in a folder, for the running test: what is typed there is what
 * a person types. Its prompt tells how the last command ended: `(ended 0) $ `.
 */
export function openShell(cwd: string): Terminal {
  const shell = openProcess("sh", [], cwd, { ENV: "" });
  // Some shells take no prompt from the environment.
  shell.press("PS1='(ended $?) $ '", keys.enter);
  return shell;
}

function openProcess(
  file: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Terminal {
  const process_ = spawn(file, [...args], {
    name: "xterm-256color",
    cols: 160,
    rows: 60,
    cwd,
    env: commandEnvironment({ TERM: "xterm-256color", ...env }),
  });
  let output = "";
  let heard = 0;
  let code: number | undefined;
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  process_.onData((data) => {
    output += data;
    tell();
  });
  const ended = new Promise<number>((resolve) => {
    process_.onExit(({ exitCode }) => {
      code = exitCode;
      tell();
      resolve(exitCode);
    });
  });
  onTestFinished(() => {
    if (code === undefined) process_.kill();
  });
  const saying = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        const said = stripVTControlCharacters(output);
        const at = said.indexOf(text, heard);
        if (at < 0 && code === undefined) return;
        listeners.delete(look);
        heard = at + text.length;
        if (at >= 0) resolve();
        else reject(new Error(`The command ended without saying "${text}".\n${said}`));
      };
      listeners.add(look);
      look();
    });
  const press = (...pressed: readonly string[]) => {
    for (const key of pressed) process_.write(key);
  };
  return { saying, press, ended, raw: () => output, text: () => stripVTControlCharacters(output) };
}
