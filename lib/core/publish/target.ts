import { z } from "zod";

/** A text of some form. @param what it must be, for the sentence "… must be …". */
const text = (form: RegExp, what: string) => z.string(what).regex(form, what);

/** An address of the web. @param what it must be. */
const address = (what: string) => z.url({ protocol: /^https?$/, error: what }).regex(/^[^@?#]*$/, what);

/** The public address of what is published there, with its path: for a site that is not at its own `url`, such as a rehearsal. */
const url = address(
  'the public address of the site, such as "https://briefs.example.org/", without a password, a question mark or a fragment',
).optional();

/** A folder of this machine, or one that it has mounted, from which a web server serves `current`. */
const folder = z.strictObject({
  to: z.literal("folder"),
  url,
  /** Absolute, or relative to the project. */
  path: text(/\S/, 'a folder, such as "/srv/www/briefs"'),
});

/** A folder that rsync reaches. */
const rsync = z.strictObject({
  to: z.literal("rsync"),
  url,
  /** `host:path` or `user@host:path` over SSH, or a path. */
  destination: text(/\S/, 'a folder, here or on another machine, such as "web@host.example.org:/srv/briefs"'),
});

/** A bucket of storage that speaks the protocol of Amazon S3. */
const s3 = z.strictObject({
  to: z.literal("s3"),
  url,
  /** Such as "https://s3.eu-central-1.amazonaws.com", without the bucket. */
  endpoint: address('the address of the storage without the bucket, such as "https://s3.eu-central-1.amazonaws.com"'),
  bucket: text(
    /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
    "the name of a bucket: 3 to 63 lower-case letters, digits, dots and hyphens",
  ),
  region: text(/^[\w-]+$/, 'the name of a region, such as "eu-central-1"').default("us-east-1"),
  /** What every name in the bucket begins with, such as "site/". */
  prefix: text(
    /^(?!\/)(?!.*\/\/)(?!.*(?:^|\/)\.{1,2}\/)(?:[^\u0000-\u001f\u007f]*\/)?$/,
    'empty, or a path in the bucket that ends with a slash and does not begin with one, such as "site/"',
  ).default(""),
});

const githubPages = z.strictObject({
  to: z.literal("github-pages"),
  url,
  /** File name of the workflow that builds and deploys, in .github/workflows. */
  workflow: text(/^[\w.-]+\.ya?ml$/, 'the file name of a workflow, such as "publish.yml"').default("publish.yml"),
});

const netlify = z.strictObject({
  to: z.literal("netlify"),
  url,
  /** The site's ID or name; `NETLIFY_SITE_ID` of the environment when absent. */
  site: text(/^[\w.-]+$/, "the ID or the name of a site of Netlify").optional(),
});

const cloudflarePages = z.strictObject({
  to: z.literal("cloudflare-pages"),
  url,
  project: text(
    /^[a-z0-9][a-z0-9-]*$/,
    "the name of a project of Cloudflare Pages: lower-case letters, digits and hyphens",
  ),
  /** The branch that Cloudflare takes for production. */
  branch: text(/^[\w./-]+$/, 'the name of a branch, such as "main"').default("main"),
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
