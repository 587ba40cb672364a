import { spawnSync } from "node:child_process";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Contender } from "../contender.ts";
import type { CorpusFile } from "../corpus.ts";

const folder = fileURLToPath(new URL("../peers/hugo", import.meta.url));

/** The version of Hugo on the path, such as "0.111.3"; undefined where there is none. */
export function installedHugo(): string | undefined {
  const { status, stdout } = spawnSync("hugo", ["version"], { encoding: "utf8" });
  return status === 0 ? (/v(\d[\d.]*)/.exec(stdout)?.[1] ?? "of unknown version") : undefined;
}

/** Briefs and sources as pages with footnotes and attributes of its own Markdown. */
export const hugo: Contender = {
  name: "hugo",
  label: "Hugo",
  prepare(project) {
    cpSync(folder, project, { recursive: true });
  },
  adapt: hugoFile,
  build: (project, dist) => command(project, ["--quiet", "--destination", dist]),
  buildsAgain: true,
  keeps: ["resources", ".hugo-cache"],
  server: {
    command: (project, port) =>
      command(project, ["server", "--port", String(port), "--bind", "127.0.0.1", "--disableLiveReload"]),
    ready: /Web Server is available/,
    done: /^Total in /gm,
  },
};

function command(project: string, args: readonly string[]) {
  return {
    program: "hugo",
    args,
    cwd: project,
    env: { HUGO_CACHEDIR: join(project, ".hugo-cache") },
    reports: false,
  };
}

/** Citations as footnotes, paragraphs of sources with an id, and front matter without the keys that Hugo takes for its own. */
export function hugoFile({ path, text }: CorpusFile): CorpusFile {
  const end = text.indexOf("\n---\n", 3) + 5;
  const head = text
    .slice(0, end)
    .replace(/^type:/m, "genre:")
    .replace(/^URL:/m, "original:");
  const body = text.slice(end).trim();
  return {
    path: `content/${path}`,
    text: `${head}\n${path.startsWith("briefs/") ? withFootnotes(body) : withIds(body)}\n`,
  };
}

function withFootnotes(body: string): string {
  const notes: string[] = [];
  const marked = body.replace(/\{% cite "([^"]+)", (\d+) %\}/g, (_, source: string, paragraph: string) => {
    notes.push(`[^${notes.length + 1}]: {{% cite "${source}" ${paragraph} %}}`);
    return `[^${notes.length}]`;
  });
  return [marked, ...notes].join("\n\n");
}

function withIds(body: string): string {
  const paragraphs = body.split("\n\n");
  return paragraphs.map((paragraph, index) => `${paragraph}\n{#p${index + 1}}`).join("\n\n");
}
