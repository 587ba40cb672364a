import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import type { ServerProgram } from "./contender.ts";
import { killGroup } from "./measure.ts";
import { ProcessTree } from "./process-tree.ts";
import type { Project } from "./project.ts";

/** A server that has settled used no CPU for so long, in milliseconds: longer than any waits before it tidies up. */
const restsFor = 3000;
const sampleEvery = 50;
/** A server that says nothing for so long, in milliseconds, has not noticed the save. */
const givesUpAfter = 10 * 60 * 1000;

/** A contender that serves its project and follows what is saved. To be stopped. */
export class RunningServer {
  readonly project: Project;
  /** From its start until it said that it serves. */
  startSeconds = 0;
  readonly #child: ChildProcess;
  readonly #tree: ProcessTree;
  readonly #sampler: NodeJS.Timeout;
  readonly #address: string;
  readonly #program: ServerProgram;
  #said = "";

  private constructor(project: Project, program: ServerProgram, port: number) {
    const { program: file, args, cwd, env } = program.command(project.folder, port);
    this.project = project;
    this.#program = program;
    this.#address = `http://localhost:${port}`;
    this.#child = spawn(file, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
      detached: process.platform !== "win32",
    });
    const listen = (piece: Buffer) => (this.#said += piece.toString());
    this.#child.stdout?.on("data", listen);
    this.#child.stderr?.on("data", listen);
    this.#tree = new ProcessTree(this.#child.pid ?? 0);
    this.#sampler = setInterval(() => {
      this.#tree.sample();
    }, sampleEvery);
  }

  /** @throws with what it said when it ends before it serves. */
  static async start(project: Project, program: ServerProgram, stop: AbortSignal): Promise<RunningServer> {
    const start = performance.now();
    const server = new RunningServer(project, program, await freePort());
    stop.addEventListener("abort", () => {
      server.stop();
    });
    try {
      await server.#until(() => program.ready.test(server.#said));
    } catch (error) {
      server.stop();
      throw error;
    }
    server.startSeconds = (performance.now() - start) / 1000;
    return server;
  }

  /** How often it said that it has taken up a save. */
  get updates(): number {
    return this.#said.match(this.#program.done)?.length ?? 0;
  }

  get peakMemory(): number {
    return this.#tree.peakMemory;
  }

  /** Done when it says so once more than `updates` times. */
  afterUpdate(updates: number): Promise<void> {
    return this.#until(() => this.updates > updates);
  }

  /** Done when it has been idle for a while. */
  async settle(): Promise<void> {
    let used = this.#tree.cpu();
    for (let rested = 0; rested < restsFor; rested += sampleEvery) {
      await wait(sampleEvery);
      const now = this.#tree.cpu();
      // A tick of the clock is what timers alone use.
      if (now - used > 0.02) [used, rested] = [now, 0];
    }
  }

  /** The page at an address that begins with a slash, whatever its status; empty where it cannot be had. */
  async get(address: string): Promise<string> {
    try {
      return await (await fetch(this.#address + address)).text();
    } catch {
      return "";
    }
  }

  stop(): void {
    clearInterval(this.#sampler);
    killGroup(this.#child);
  }

  async #until(condition: () => boolean): Promise<void> {
    const start = performance.now();
    while (!condition()) {
      const { exitCode, signalCode } = this.#child;
      if (exitCode !== null || signalCode !== null) throw new Error(`${this.#name} ended:\n${this.#said}`);
      if (performance.now() - start > givesUpAfter) throw new Error(`${this.#name} says nothing more:\n${this.#said}`);
      await wait(5);
    }
  }

  get #name(): string {
    return `The server of ${this.project.contender.label}`;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
