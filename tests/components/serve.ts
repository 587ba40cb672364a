import DevServer from "@11ty/eleventy-dev-server";
import { watch } from "chokidar";
import { mkdirSync, rmSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { layoutsFolder } from "../../lib/site/layouts-folder.ts";
import { repository } from "../support/run-command.ts";
import { componentsFolder, componentsLibrary, renderComponents } from "./render-components.ts";

/**
 * Serves a page for every component, in all its states and both directions of reading:
 * `npm run components`. Pages follow each save of a layout, of a component's page and of
 * the library they are made of. Only this machine is answered.
 */
const folder = join(repository, ".pincite/components");
const settleMilliseconds = 60;

const onlyThisMachine = (request: IncomingMessage, response: ServerResponse, next: () => void) => {
  const address = request.socket.remoteAddress ?? "";
  if (address === "::1" || /^(?:::ffff:)?127\./.test(address)) next();
  else response.writeHead(403).end();
};

async function render(): Promise<void> {
  const start = performance.now();
  for (const direction of ["ltr", "rtl"] as const) await renderComponents(join(folder, direction), direction);
  console.log(`rendered     every component (${((performance.now() - start) / 1000).toFixed(1)} s)`);
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const quiet = () => undefined;
const server = DevServer.getServer("components", folder, {
  port: 8090,
  pathPrefix: "/",
  domDiff: false,
  middleware: [onlyThisMachine],
  logger: { info: quiet, log: quiet, error: quiet },
});

/** One rendering after another: a save during one is taken up by the next. What fails is said, and the next save tries again. */
let working = render();
const follow = () => {
  working = working.then(render).then(
    () => {
      server.reload({ subtype: undefined });
    },
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
    },
  );
};
let settling: NodeJS.Timeout | undefined;
const watcher = watch(
  [layoutsFolder, componentsLibrary, join(componentsFolder, "pages"), join(componentsFolder, "components.css")],
  {
    ignoreInitial: true,
  },
).on("all", () => {
  clearTimeout(settling);
  settling = setTimeout(follow, settleMilliseconds);
});

await working;
server.serve(8090);
console.log(`Components at http://localhost:${await server.getPort()}/ltr/components/  (Ctrl+C stops it)`);
process.once("SIGINT", () => {
  void Promise.all([watcher.close(), server.close()]).then(() => process.exit(0));
});
