import { watch } from "chokidar";
import type { Command } from "commander";
import { existsSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { collectAssets } from "../site/assets.ts";
import { openProject } from "../site/project.ts";
import { keepHeapSmall } from "../site/heap.ts";
import { layoutsFolder } from "../site/layouts-folder.ts";
import { needsRoom } from "../site/parts/library-size.ts";
import { servePreview } from "../site/preview-server.ts";
import { Preview, type PreviewUpdate } from "../site/preview.ts";
import { withPrefix } from "../site/templates.ts";
import { describeProjectCommand, readPort, rootOf, whenCalled } from "./arguments.ts";
import { count, reportProblems, seconds } from "./report.ts";
import { withRoom } from "./room.ts";
import { reportFailure } from "./run.ts";

/** How long files must be at rest before the preview is rendered, and before search is brought up to date. */
const settleMilliseconds = 15;
const idleMilliseconds = 2000;
/** Of more files at once, not every save may be told. */
const mostTold = 100;
const quietly = { ignoreInitial: true, followSymlinks: false } as const;

interface Options {
  readonly root: string;
  readonly port: number;
}

/** `pincite serve`: the site as it would be published, served, and kept up to date with every save. */
export function define(command: Command): void {
  describeProjectCommand(command, "Serve the site, drafts included, and follow every save.", [
    ["serve", "at http://localhost:8080/, or the next port that is free"],
    ["serve --port 3000", "at another port"],
  ]).option("--port <number>", "where the preview is served", readPort, 8080);
  whenCalled(command, () => {
    const options = command.opts<Options>();
    return withRoom(needsRoom(rootOf(options), false), () => main(options));
  });
}

async function main(options: Options): Promise<number> {
  keepHeapSmall();
  const root = rootOf(options);
  const project = await openProject(root, join(root, "dist"));
  const preview = new Preview(project);
  const styles = collectAssets(layoutsFolder, true).filter(({ name }) => name.endsWith(".css"));
  const server = await servePreview(preview.folder, {
    port: options.port,
    pathPrefix: project.site.pathPrefix,
    stylesheets: styles.map(({ path }) => withPrefix(project.site, path)),
    make: async (path) => {
      await upToDate();
      await preview.make(path);
    },
  });

  let working: Promise<void> = Promise.resolve();
  let indexing: Promise<void> = Promise.resolve();
  let layoutsChanged = false;
  /** Absolute paths of what was saved since the last update began; undefined where all is to be looked at: at first, and when files came or went. */
  let told: Set<string> | undefined;
  let idle: NodeJS.Timeout | undefined;
  let settling: NodeJS.Timeout | undefined;
  let settled: Promise<void> = working;
  let settle: (updated: Promise<void>) => void = () => undefined;

  /** One update after another: a save during an update is taken up by the next. */
  const update = (): Promise<void> => {
    working = working.then(async () => {
      const all = layoutsChanged;
      const saved = told && told.size <= mostTold ? told : undefined;
      layoutsChanged = false;
      told = new Set();
      clearTimeout(idle);
      const start = performance.now();
      const result = await preview.update(all, saved);
      // Whoever is told asks for a page at once, which is then made before all others.
      server.show(result);
      if (result.problems.length > 0) reportProblems(result.problems);
      void finish(result, start).catch(reportFailure);
    });
    return (working = working.catch((error: unknown) => {
      told = undefined;
      reportFailure(error);
    }));
  };
  const finish = async (result: PreviewUpdate, start: number) => {
    if (!(await preview.finish())) return;
    report(result, performance.now() - start);
    if (result.problems.length === 0) idle = setTimeout(index, idleMilliseconds);
  };
  const index = () => {
    indexing = indexing.then(() => preview.index()).catch(reportFailure);
  };
  /** Done when what was saved before is taken up: until then nothing is served. */
  const upToDate = async () => {
    let taken: Promise<void> | undefined;
    while (settling || taken !== working) {
      taken = working;
      await (settling ? settled : taken);
    }
  };

  const saved = (event: string, path: string) => {
    told = event === "change" ? told?.add(path) : undefined;
    layoutsChanged ||= !relative(layoutsFolder, path).startsWith("..");
    console.log(`saved        ${relative(root, path).split(sep).join("/")}`);
    if (!settling) settled = new Promise((resolve) => (settle = resolve));
    clearTimeout(settling);
    settling = setTimeout(() => {
      settling = undefined;
      settle(update());
    }, settleMilliseconds);
  };
  const watchers = [
    watch([join(root, "briefs"), join(root, "sources"), layoutsFolder], quietly),
    ...watchStyle(root, project.site.citations?.style ?? ""),
  ];
  for (const watcher of watchers) watcher.on("all", saved);
  // What is saved from here on is seen; only then is the first preview made.
  await Promise.all(watchers.map((watcher) => new Promise((resolve) => watcher.once("ready", resolve))));
  await update();
  console.log(`Preview at ${server.address}  (Ctrl+C stops it)`);
  process.once("SIGINT", () => {
    clearTimeout(idle);
    void Promise.all([...watchers.map((watcher) => watcher.close()), server.close()]).then(() => process.exit(0));
  });
  return 0;
}

/** The folder of a citation style in a file, of which nothing matters but styles and locales. */
function watchStyle(root: string, style: string) {
  const folder = dirname(join(root, style));
  if (!style.endsWith(".csl") || !existsSync(folder)) return [];
  const ignored = (path: string) => path !== folder && !/\.csl$|[\\/]locales-[^\\/]*\.xml$/.test(path);
  return [watch(folder, { ...quietly, depth: 0, ignored })];
}

function report({ problems, rendered }: PreviewUpdate, milliseconds: number): void {
  const found = count(problems.length, "problem");
  console.log(`rendered     ${count(rendered, "page")} and the lists (${seconds(milliseconds)}), ${found}`);
}
