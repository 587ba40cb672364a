import { setTimeout as wait } from "node:timers/promises";
import { changeBrief, changeSource, type Chosen } from "./changes.ts";
import type { CorpusFile } from "./corpus.ts";
import type { Place } from "./measure-size.ts";
import type { Project } from "./project.ts";
import type { SaveSeries, SourceSaves } from "./result.ts";
import { RunningServer } from "./running-server.ts";

export interface SavePlan {
  readonly projects: readonly Project[];
  readonly chosen: Chosen;
  /** The texts of the chosen brief and source, before any change. */
  readonly brief: string;
  readonly source: string;
  readonly rounds: number;
}

/** Milliseconds between looks at the page. */
const lookEvery = 10;
/** Of the first save of the source: no build had an edition of that number. */
const firstEdition = 1001;

/** Start every server there is, and save the chosen brief in each by turns, then the chosen source. */
export async function measureSaves(plan: SavePlan, place: Place): Promise<SaveSeries[]> {
  const servers: RunningServer[] = [];
  const inTurns = async <Times>(what: string, save: (server: RunningServer, round: number) => Promise<Times>) => {
    const times = servers.map((): Times[] => []);
    for (let round = 1; round <= plan.rounds; round++) {
      for (const [index, server] of servers.entries()) {
        place.note(`${what} ${round} of ${plan.rounds}, ${server.project.contender.label}`);
        await server.settle();
        times[index]?.push(await save(server, round));
      }
    }
    return times;
  };
  try {
    for (const project of plan.projects) {
      const { server, label } = project.contender;
      if (!server) continue;
      place.note(`${label} starts to serve`);
      servers.push(await RunningServer.start(project, server, place.stop));
    }
    const ofBrief = await inTurns("save", (server, round) => saveBrief(server, round, plan));
    const backlinks = await Promise.all(servers.map((server) => server.get(`/sources/${plan.chosen.uncited}/`)));
    const ofSource = await inTurns("save of a source", (server, round) => saveSource(server, round, plan));
    return servers.map((server, index): SaveSeries => ({
      contender: server.project.contender.name,
      start: server.startSeconds,
      page: (ofBrief[index] ?? []).map(({ pages: [own = Number.NaN] }) => own),
      done: (ofBrief[index] ?? []).map(({ done }) => done),
      backlink: backlinks[index]?.includes(addressOf(plan.chosen.brief)) === true,
      source: sourceSaves(ofSource[index] ?? []),
      memory: server.peakMemory,
    }));
  } finally {
    for (const server of servers) server.stop();
  }
}

/** In seconds from a save. */
interface SaveTimes {
  /** Until each of the pages that were asked for, one after the other, had what was saved. */
  readonly pages: readonly number[];
  readonly done: number;
}

/** Save the brief with a sentence and a citation that it had not. */
function saveBrief(server: RunningServer, round: number, { chosen, brief }: SavePlan): Promise<SaveTimes> {
  const mark = `Save number ${round} put this in.`;
  const text = changeBrief(brief, `${mark}{% cite "${chosen.uncited}", 1 %}`);
  return save(server, { path: chosen.brief, text }, mark, [chosen.brief]);
}

/** Save the source with another title, which a brief that cites it has in a note. */
function saveSource(server: RunningServer, round: number, { chosen, source }: SavePlan): Promise<SaveTimes> {
  const edition = firstEdition + round;
  const pages = [chosen.source, ...(chosen.citedIn === undefined ? [] : [chosen.citedIn])];
  return save(server, { path: chosen.source, text: changeSource(source, edition) }, `edition ${edition}`, pages);
}

/** @param mark in what is saved, and nowhere before. @param paths of files whose pages have it. */
async function save(server: RunningServer, file: CorpusFile, mark: string, paths: readonly string[]) {
  const updates = server.updates;
  const start = performance.now();
  const passed = () => (performance.now() - start) / 1000;
  server.project.write(file);
  const done = server.afterUpdate(updates).then(passed);
  // Handled below; a server that ends meanwhile must not end this program from here.
  done.catch(() => undefined);
  const pages: number[] = [];
  for (const path of paths) {
    while (!(await server.get(addressOf(path))).includes(mark)) await wait(lookEvery);
    pages.push(passed());
  }
  return { pages, done: await done };
}

function sourceSaves(all: readonly SaveTimes[]): SourceSaves {
  return {
    page: all.map(({ pages: [own = Number.NaN] }) => own),
    citing: all.flatMap(({ pages: [, citing] }) => citing ?? []),
    done: all.map(({ done }) => done),
  };
}

/** `briefs/b-00001.md` is served as `/briefs/b-00001/`. */
function addressOf(path: string): string {
  return `/${path.slice(0, -".md".length)}/`;
}
