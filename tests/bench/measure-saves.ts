import { setTimeout as wait } from "node:timers/promises";
import { changeBrief, type Chosen } from "./changes.ts";
import type { Place } from "./measure-size.ts";
import type { Project } from "./project.ts";
import type { SaveSeries } from "./result.ts";
import { RunningServer } from "./running-server.ts";

export interface SavePlan {
  readonly projects: readonly Project[];
  readonly chosen: Chosen;
  /** The text of the chosen brief, before any change. */
  readonly brief: string;
  readonly rounds: number;
}

/** Milliseconds between looks at the page. */
const lookEvery = 10;

/** Start every server there is, and save the chosen brief in each by turns. */
export async function measureSaves(plan: SavePlan, place: Place): Promise<SaveSeries[]> {
  const servers: RunningServer[] = [];
  try {
    for (const project of plan.projects) {
      const { server, label } = project.contender;
      if (!server) continue;
      place.note(`${label} starts to serve`);
      servers.push(await RunningServer.start(project, server, place.stop));
    }
    const times = servers.map(() => ({ page: [] as number[], done: [] as number[] }));
    for (let round = 1; round <= plan.rounds; round++) {
      for (const [index, server] of servers.entries()) {
        place.note(`save ${round} of ${plan.rounds}, ${server.project.contender.label}`);
        await server.settle();
        const { page, done } = await save(server, round, plan);
        times[index]?.page.push(page);
        times[index]?.done.push(done);
      }
    }
    return await Promise.all(
      servers.map(async (server, index) => ({
        contender: server.project.contender.name,
        start: server.startSeconds,
        page: times[index]?.page ?? [],
        done: times[index]?.done ?? [],
        backlink: (await server.get(`/sources/${plan.chosen.uncited}/`)).includes(addressOf(plan.chosen.brief)),
        memory: server.peakMemory,
      })),
    );
  } finally {
    for (const server of servers) server.stop();
  }
}

/** Save the brief with a sentence and a citation that it had not; both times are in seconds from the save. */
async function save(server: RunningServer, round: number, { chosen, brief }: SavePlan) {
  const mark = `Save number ${round} put this in.`;
  const updates = server.updates;
  const start = performance.now();
  const passed = () => (performance.now() - start) / 1000;
  server.project.write({ path: chosen.brief, text: changeBrief(brief, `${mark}{% cite "${chosen.uncited}", 1 %}`) });
  const done = server.afterUpdate(updates).then(passed);
  // Handled below; a server that ends meanwhile must not end this program from here.
  done.catch(() => undefined);
  while (!(await server.get(addressOf(chosen.brief))).includes(mark)) await wait(lookEvery);
  const page = passed();
  return { page, done: await done };
}

/** `briefs/b-00001.md` is served as `/briefs/b-00001/`. */
function addressOf(path: string): string {
  return `/${path.slice(0, -".md".length)}/`;
}
