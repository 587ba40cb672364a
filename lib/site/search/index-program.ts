import { buildSearchIndex } from "../search-index.ts";
import type { IndexAnswer, IndexRequest } from "./index-process.ts";

/** A process that makes one search index for the build that started it, with `startIndexProcess`. */
process.on("message", (request: IndexRequest) => {
  void answer(request);
});
// Whoever started it is gone.
process.on("disconnect", () => {
  process.exit(1);
});

async function answer({ output, cache }: IndexRequest): Promise<void> {
  // Otherwise nobody would notice that Pagefind's process has died where there is no signal for it.
  process.channel?.unref();
  try {
    const { pages } = await buildSearchIndex(output, cache);
    reply({ kind: "indexed", pages });
  } catch (error) {
    reply({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
  }
}

function reply(message: IndexAnswer): void {
  process.send?.(message, () => {
    process.disconnect();
  });
}
