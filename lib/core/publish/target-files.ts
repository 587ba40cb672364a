import type { Serving } from "../serving/serving-rules.ts";
import { writeApache } from "../serving/write-apache.ts";
import { writeNginx } from "../serving/write-nginx.ts";
import type { PublishTarget } from "./target.ts";
import { githubPagesWorkflow, publishWorkflow } from "./workflow.ts";

/** A file that a project keeps so that it can be published, by its path in the project. */
export interface TargetFile {
  readonly path: string;
  readonly content: string;
}

export interface TargetFileOptions {
  /** The branch whose pushes are published. */
  readonly branch: string;
  /** The site's public address, without a path; empty while there is none. */
  readonly url: string;
  /** Where the site is served, with slashes at both ends. */
  readonly pathPrefix: string;
  /** A site alone when absent. */
  readonly serving?: Serving;
}

/** Tools of hosts, in the versions that were read about; each needs Node.js 22 or later. */
const tools = { netlify: "netlify-cli@27", wrangler: "wrangler@4" } as const;

/**
 * The configuration and workflow files of a target, for a project on GitHub. A folder of
 * one's own machine has no workflow. Secrets are only named: they are set in the repository.
 */
export function targetFiles(target: PublishTarget, options: TargetFileOptions): readonly TargetFile[] {
  const { branch } = options;
  const workflow = (content: string): TargetFile => ({ path: ".github/workflows/publish.yml", content });
  switch (target.to) {
    case "folder":
      return serverFiles(`${target.path.replace(/\/+$/, "")}/current`, options);
    case "rsync":
      return serverFiles(target.destination.replace(/^[^/]*?:/, ""), options);
    case "s3":
      return [workflow(publishWorkflow({ branch, secrets: ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"] }))];
    case "github-pages":
      return [{ path: `.github/workflows/${target.workflow}`, content: githubPagesWorkflow(branch) }];
    case "netlify": {
      const secrets = ["NETLIFY_AUTH_TOKEN", ...(target.site === undefined ? ["NETLIFY_SITE_ID"] : [])];
      return [workflow(publishWorkflow({ branch, secrets, prepare: `npm install --global ${tools.netlify}` }))];
    }
    case "cloudflare-pages": {
      const secrets = ["CLOUDFLARE_API_TOKEN", "CLOUDFLARE_ACCOUNT_ID"];
      return [workflow(publishWorkflow({ branch, secrets, prepare: `npm install --global ${tools.wrangler}` }))];
    }
  }
}

/** What a web server of one's own is told: one file for nginx, one for Apache. */
function serverFiles(folder: string, { url, pathPrefix, serving }: TargetFileOptions): readonly TargetFile[] {
  const hostName = URL.canParse(url) ? new URL(url).hostname : "briefs.example.org";
  const place = { hostName, folder, pathPrefix, ...(serving && { serving }) };
  return [
    { path: "deploy/nginx.conf", content: writeNginx(place) },
    { path: "deploy/apache.conf", content: writeApache(place) },
  ];
}
