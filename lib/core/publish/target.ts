import { z } from "zod";

/** The public address of what is published there, with its path: for a site that is not at its own `url`, such as a rehearsal. */
const url = z.url({ protocol: /^https?$/ }).optional();

/** A folder of this machine, or one that it has mounted, from which a web server serves `current`. */
const folder = z.strictObject({
  to: z.literal("folder"),
  url,
  /** Absolute, or relative to the project. */
  path: z.string().min(1),
});

/** A folder that rsync reaches. */
const rsync = z.strictObject({
  to: z.literal("rsync"),
  url,
  /** `host:path` or `user@host:path` over SSH, or a path. */
  destination: z.string().min(1),
});

/** A bucket of storage that speaks the protocol of Amazon S3. */
const s3 = z.strictObject({
  to: z.literal("s3"),
  url,
  /** Such as "https://s3.eu-central-1.amazonaws.com", without the bucket. */
  endpoint: z.url({ protocol: /^https?$/ }),
  bucket: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/),
  region: z.string().min(1).default("us-east-1"),
  /** What every name in the bucket begins with, such as "site/". */
  prefix: z.string().default(""),
});

const githubPages = z.strictObject({
  to: z.literal("github-pages"),
  url,
  /** File name of the workflow that builds and deploys, in .github/workflows. */
  workflow: z
    .string()
    .regex(/^[\w.-]+\.ya?ml$/)
    .default("publish.yml"),
});

const netlify = z.strictObject({
  to: z.literal("netlify"),
  url,
  /** The site's ID or name; `NETLIFY_SITE_ID` of the environment when absent. */
  site: z.string().min(1).optional(),
});

const cloudflarePages = z.strictObject({
  to: z.literal("cloudflare-pages"),
  url,
  project: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  /** The branch that Cloudflare takes for production. */
  branch: z
    .string()
    .regex(/^[\w./-]+$/)
    .default("main"),
});

/** Where a site is published: one of the kinds, by `to`. Secrets are never part of it. */
export const publishTarget = z.discriminatedUnion("to", [folder, rsync, s3, githubPages, netlify, cloudflarePages]);

/** As a site's configuration has it. */
export type PublishTargetOptions = z.input<typeof publishTarget>;

/** The same with what is left out filled in. */
export type PublishTarget = z.output<typeof publishTarget>;

/** The kinds of target, as `to` names them. */
export const targetKinds = ["folder", "rsync", "s3", "github-pages", "netlify", "cloudflare-pages"] as const;
export type TargetKind = (typeof targetKinds)[number];
