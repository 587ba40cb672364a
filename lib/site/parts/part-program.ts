import type { ChildProgress } from "../child-answer.ts";
import { keepHeapSmall } from "../heap.ts";
import { prepareSite, readerFor } from "../prepare-site.ts";
import { openProject, type Project } from "../project.ts";
import { surroundingsStamp } from "../reuse/surroundings.ts";
import { buildPart } from "./build-part.ts";
import type { OpenedProject, PartAnswer, PartRequest } from "./part-messages.ts";

/**
 * A process that makes a part of a site for the build that started it: `startPart` tells it
 * what. It parses a share of the files, reads and verifies the library itself, while that
 * build does; what it makes of
 * another state of a file is not taken.
 */
keepHeapSmall();
let prepared: ReturnType<typeof prepare> | undefined;

process.on("message", (request: PartRequest) => {
  void answer(request);
});
// Whoever started it is gone.
process.on("disconnect", () => {
  process.exit(1);
});

async function answer(request: PartRequest): Promise<void> {
  if (request.kind === "parse") {
    try {
      readerFor(await open(request.project)).readAhead(request.share);
    } catch {
      // What is wrong is said by those who read all of it.
    }
    process.send?.({ kind: "progress" } satisfies ChildProgress);
    return;
  }
  if (request.kind === "read") {
    prepared = prepare(request.project);
    // What fails here is said when it is asked for.
    prepared.catch(() => undefined);
    return;
  }
  try {
    if (!prepared) throw new Error("There is nothing to make pages of");
    const { project, site } = await prepared;
    const wanted = new Set(request.folders);
    await buildPart(
      project,
      site,
      site.units.filter(({ folder }) => wanted.has(folder)),
      request.into,
      { isSpare: true, isFollowed: request.isFollowed },
    );
    reply({ kind: "made" });
  } catch (error) {
    reply({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
  }
}

function open({ root, dist, circumstances }: OpenedProject): Promise<Project> {
  return openProject(root, dist, circumstances);
}

async function prepare(opened: OpenedProject) {
  const project = await open(opened);
  const site = await prepareSite(project, { strict: false, surroundings: surroundingsStamp(project) });
  if (site.problems) throw new Error("The library was changed while it was read. Build again.");
  return { project, site };
}

function reply(message: PartAnswer): void {
  process.send?.(message, () => {
    process.disconnect();
  });
}
