import { cpSync } from "node:fs";
import { join } from "node:path";
import { orderedDeployment } from "../../lib/site/publish/ordered-deployment.ts";
import { readInventory, type BuiltInventory } from "../../lib/site/publish/read-inventory.ts";
import type { Store } from "../../lib/site/publish/store.ts";
import type { Fetching } from "./crawl.ts";
import { expectOldOrNew, expectWhole } from "./expect-site.ts";
import type { TwoSites } from "./old-and-new-site.ts";
import { stepByStep, type Step } from "./stepped-store.ts";

/** A target whose state can be kept and put back. */
export interface StepTarget<State> {
  readonly open: (work: string) => Store;
  /** Of the site that readers find there, with a slash at its end. */
  readonly url: string;
  /** Asks the web server when absent. */
  readonly fetching?: Fetching;
  contents(): ReadonlyMap<string, Buffer>;
  keep(): State;
  putBack(state: State): void;
}

export interface StepOptions {
  /** Of the files within a pass; as they are when absent. */
  readonly order?: <Item>(items: readonly Item[]) => readonly Item[];
  /** After how many steps the publish is as if it had been killed; after each when absent. */
  readonly killAfterEach?: number;
}

interface Built {
  readonly dist: string;
  readonly after: BuiltInventory;
}

const unheard = () => undefined;

async function publish({ dist, after }: Built, open: (work: string) => Store): Promise<void> {
  await (await orderedDeployment(open, { dist, after })).run(unheard);
}

/**
 * Publish the old site, and then the new one, step by step. After each step, 1, 2, 3 … n,
 * a reader walks through what is there, and then the publish is as if it had been killed:
 * the next one, of the new site or back to the old one in turn, completes it, and a reader
 * walks again. Then all is put back as it was after the step, and the next step follows.
 *
 * @returns the steps, in order.
 */
export async function publishAtEveryStep<State>(
  { copy, old, fresh }: TwoSites,
  target: StepTarget<State>,
  { order, killAfterEach = 1 }: StepOptions = {},
): Promise<readonly Step[]> {
  const sites = { copy, old, fresh };
  const look = (moment: string) => expectOldOrNew(target.url, sites, moment, target.fetching);
  const read = (dist: string): Built => ({ dist, after: readInventory(dist, new Map()) });
  // A publish within a publish works in a folder of its own.
  const beside = (dist: string, name: string): Built => {
    const again = join(copy.root, "again", name);
    cpSync(dist, again, { recursive: true });
    return read(again);
  };
  const next = [beside(fresh, "fresh"), beside(old, "old")] as const;
  await publish(read(old), target.open);
  await look("before all");
  const steps: Step[] = [];
  const afterStep = async (step: Step) => {
    steps.push(step);
    const moment = `${steps.length}: ${step.does} ${step.path}`;
    await look(`after step ${moment}`);
    if (steps.length % killAfterEach !== 0) return;
    const there = target.keep();
    const site = next[(steps.length / killAfterEach) % 2 === 0 ? 0 : 1];
    await publish(site, target.open);
    expectWhole(target.contents(), site.dist);
    await look(`completed after step ${moment}`);
    target.putBack(there);
  };
  await publish(read(fresh), (work) => stepByStep(target.open(work), afterStep, order));
  await look("after all");
  expectWhole(target.contents(), fresh);
  return steps;
}
