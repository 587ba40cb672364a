import { expect, test } from "vitest";
import { parse } from "yaml";
import { publishTarget, type PublishTargetOptions } from "../../../lib/core/publish/target.ts";
import { targetFiles } from "../../../lib/core/publish/target-files.ts";

const options = { branch: "main", url: "https://briefs.example.org", pathPrefix: "/" };
const filesOf = (target: PublishTargetOptions) => targetFiles(publishTarget.parse(target), options);

const kinds: readonly (readonly [PublishTargetOptions, readonly string[]])[] = [
  [{ to: "folder", path: "/srv/www/briefs" }, ["deploy/nginx.conf", "deploy/apache.conf"]],
  [{ to: "rsync", destination: "web@host:/srv/www/briefs" }, ["deploy/nginx.conf", "deploy/apache.conf"]],
  [{ to: "s3", endpoint: "https://s3.example.org", bucket: "briefs" }, [".github/workflows/publish.yml"]],
  [{ to: "github-pages", workflow: "pages.yml" }, [".github/workflows/pages.yml"]],
  [{ to: "netlify" }, [".github/workflows/publish.yml"]],
  [{ to: "cloudflare-pages", project: "briefs" }, [".github/workflows/publish.yml"]],
];

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly { readonly uses?: string; readonly run?: string }[];
}
interface Workflow {
  readonly permissions: object;
  readonly jobs: Readonly<Record<string, Job>>;
}

const workflows = kinds.flatMap(([target]) =>
  filesOf(target)
    .filter(({ path }) => path.endsWith(".yml"))
    .map(({ content }) => [target.to, parse(content) as Workflow, content] as const),
);

test.each(kinds)("%o comes with its files", (target, paths) => {
  expect(filesOf(target).map(({ path }) => path)).toEqual(paths);
});

test.each(workflows)(
  "the workflow of %s takes every action by its commit, and says its release",
  (_, workflow, text) => {
    const used = Object.values(workflow.jobs).flatMap(({ steps }) => steps.flatMap(({ uses }) => uses ?? []));
    expect(used.length).toBeGreaterThan(1);
    for (const action of used) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
    for (const action of used) expect(text).toMatch(new RegExp(`${action} # v\\d+\\.\\d+\\.\\d+`));
  },
);

test.each(workflows)("the workflow of %s gives each job what it needs and no more", (name, workflow) => {
  expect(workflow.permissions).toEqual({});
  const given = Object.fromEntries(Object.entries(workflow.jobs).map(([job, { permissions }]) => [job, permissions]));
  const read = { contents: "read" };
  expect(given).toEqual(
    name === "github-pages"
      ? { build: read, deploy: { pages: "write", "id-token": "write" }, verify: read }
      : { publish: read },
  );
});

test.each(workflows)("the workflow of %s installs what the lock file names", (_, workflow) => {
  const commands = Object.values(workflow.jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
  expect(commands).toContain("npm ci");
  expect(commands.some((command) => command.startsWith("npx pincite publish"))).toBe(true);
});

test("what deploys on GitHub runs nothing of the project", () => {
  const [, workflow] = workflows.find(([name]) => name === "github-pages") ?? [];
  expect(workflow?.jobs.deploy?.steps.map(({ uses }) => uses?.split("@")[0])).toEqual(["actions/deploy-pages"]);
});

test("a web server is told the host, the folder and the path of the site", () => {
  const target = publishTarget.parse({ to: "rsync", destination: "web@host:/srv/briefs/" });
  const [nginx, apache] = targetFiles(target, { ...options, pathPrefix: "/x/" });
  expect(nginx?.content).toContain("server_name briefs.example.org;");
  expect(nginx?.content).toContain('location /x/ { alias "/srv/briefs/"; }');
  expect(apache?.content).toContain('Alias "/x/" "/srv/briefs/"');
});
