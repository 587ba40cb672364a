import type { TargetKind } from "./target.ts";

/** What a host takes at most. Absent is what it does not limit, or does not say. */
export interface HostLimits {
  /** How people call it. */
  readonly host: string;
  /** Where it says so. */
  readonly source: string;
  readonly files?: number;
  /** In bytes. */
  readonly fileBytes?: number;
  readonly siteBytes?: number;
  readonly filesInFolder?: number;
  /** Lines of `_redirects` that are no patterns. */
  readonly redirects?: number;
}

const MiB = 1024 * 1024;

/** As the hosts' own pages had it in 2026; a plan that is paid for may allow more. */
export const hostLimits: Readonly<Partial<Record<TargetKind, HostLimits>>> = {
  "cloudflare-pages": {
    host: "Cloudflare Pages",
    source: "https://developers.cloudflare.com/pages/platform/limits/",
    files: 20_000,
    fileBytes: 25 * MiB,
    redirects: 2_000,
  },
  netlify: {
    host: "Netlify",
    source: "https://docs.netlify.com/site-deploys/overview/",
    filesInFolder: 54_000,
  },
  "github-pages": {
    host: "GitHub Pages",
    source: "https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits",
    siteBytes: 1_000_000_000,
  },
  s3: {
    host: "S3",
    source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/upload-objects.html",
    fileBytes: 5 * 1024 * MiB,
  },
};

/** What of a site is more than a host takes: a sentence each, none where all fits. */
export function overLimits(
  kind: TargetKind,
  files: ReadonlyMap<string, { readonly bytes: number }>,
  redirects: number,
): string[] {
  const limits = hostLimits[kind];
  if (!limits) return [];
  const { host, source } = limits;
  const faults: string[] = [];
  const over = (what: string, is: number, most: number | undefined, unit: string) => {
    if (most !== undefined && is > most)
      faults.push(`${what} ${grouped(is)} ${unit}; ${host} takes ${grouped(most)} (${source}).`);
  };
  over("The site has", files.size, limits.files, "files");
  over(
    "The site has",
    [...files.values()].reduce((sum, { bytes }) => sum + bytes, 0),
    limits.siteBytes,
    "bytes",
  );
  over("_redirects has", redirects, limits.redirects, "lines");
  for (const [path, { bytes }] of files) over(`${path} has`, bytes, limits.fileBytes, "bytes");
  const folders = new Map<string, number>();
  for (const path of files.keys()) {
    const folder = path.slice(0, path.lastIndexOf("/") + 1);
    folders.set(folder, (folders.get(folder) ?? 0) + 1);
  }
  for (const [folder, count] of folders)
    over(`The folder ${folder || "of the site"} has`, count, limits.filesInFolder, "files");
  return faults;
}

/** A number as people read it: 25,000. */
function grouped(number: number): string {
  return number.toLocaleString("en");
}
