import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { publishTarget } from "../../lib/core/publish/target.ts";
import { recordPath, writeRecord } from "../../lib/core/publish/site-record.ts";
import { folderDeployment } from "../../lib/site/publish/folder-deployment.ts";
import { checkGates } from "../../lib/site/publish/gates.ts";
import { LiveSite } from "../../lib/site/publish/live-site.ts";
import { orderedDeployment } from "../../lib/site/publish/ordered-deployment.ts";
import { readInventory } from "../../lib/site/publish/read-inventory.ts";
import { s3Store } from "../../lib/site/publish/s3-store.ts";
import { verifyLive } from "../../lib/site/publish/verify-live.ts";
import { s3Keys, startS3Server } from "../support/s3-server.ts";
import { memoryStore, stepByStep } from "../support/stepped-store.ts";
import { serveWeb } from "../support/web-server.ts";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "pincite-faults-"));
  onTestFinished(() => {
    rmSync(root, { recursive: true });
  });
});

const pageOf = (words: string) =>
  `<!DOCTYPE html>\n<html lang="en"><head><title>Port</title></head><body><main><h1>Port</h1><p>${words}</p></main></body></html>\n`;

/** A built site of a few files. */
function siteOf(name: string, words: string) {
  const dist = join(root, name, "dist");
  mkdirSync(join(dist, "briefs"), { recursive: true });
  writeFileSync(join(dist, "index.html"), pageOf(words));
  writeFileSync(join(dist, "briefs/index.html"), pageOf(words));
  return { dist, after: readInventory(dist, new Map()) };
}

const quiet = () => undefined;
const once = { firstWait: 1, attempts: 2 };
const place = { bucket: "briefs", prefix: "a b/ü+&(1)/", region: "eu-test-1" };
const bucketAt = (endpoint: string) => {
  const target = publishTarget.parse({ to: "s3", endpoint, ...place });
  if (target.to !== "s3") throw new Error("It is a bucket.");
  return target;
};

test("names in a bucket may have any letters", async () => {
  const server = await startS3Server(place);
  onTestFinished(() => server.close());
  const site = siteOf("a", "Deep.");
  await (await orderedDeployment(() => s3Store(bucketAt(server.endpoint), s3Keys), site)).run(quiet);
  expect([...server.objects.keys()].sort()).toEqual(
    ["briefs/index.html", "index.html", recordPath].map((path) => place.prefix + path),
  );
});

test.each<[status: number, code: string, said: string]>([
  [403, "AccessDenied", "Check the keys in the environment"],
  [307, "TemporaryRedirect", "The bucket is in another region"],
  [507, "InsufficientStorage", "The storage is full."],
])("a bucket that answers %i is told of, and nothing of it has changed", async (status, code, said) => {
  const server = await startS3Server({
    ...place,
    fault: (method) => (method === "PUT" ? [status, code] : undefined),
  });
  onTestFinished(() => server.close());
  const deployment = await orderedDeployment(() => s3Store(bucketAt(server.endpoint), s3Keys), siteOf("a", "Deep."));
  await expect(deployment.run(quiet)).rejects.toThrow(said);
  expect(server.objects.size).toBe(0);
});

test("a bucket that never answers is waited for, but not for ever", async () => {
  const web = await serveWeb(quiet);
  const store = s3Store(bucketAt(web.origin), s3Keys, 50);
  await expect(store.read([recordPath])).rejects.toThrow(`${web.origin} does not answer (it took too long).`);
});

test("a bucket's answer that leads elsewhere is not followed", async () => {
  const other = await serveWeb((_, response) => response.end("Mine now."));
  const web = await serveWeb((_, response) => response.writeHead(307, { location: other.origin }).end());
  await expect(s3Store(bucketAt(web.origin), s3Keys).read([recordPath])).rejects.toThrow("in another region");
  expect(other.requests).toEqual([]);
});

test("of two publishes at once, the one that began first stops before its next change", async () => {
  const files = new Map<string, Buffer>();
  const publish = async (site: ReturnType<typeof siteOf>) =>
    (await orderedDeployment(() => memoryStore(files), site)).run(quiet);
  await publish(siteOf("a", "Deep."));
  const other = siteOf("c", "Deepest.");
  let isAlone = true;
  const meddle = async () => {
    if (!isAlone) return;
    isAlone = false;
    await publish(other);
  };
  const first = await orderedDeployment(() => stepByStep(memoryStore(files), meddle), siteOf("b", "Deeper."));
  await expect(first.run(quiet)).rejects.toThrow("Somebody else has begun a publish there");
  expect(files.get("index.html")?.equals(readFileSync(join(other.dist, "index.html")))).toBe(true);
});

test("what was planned is not done once somebody else has published there", async () => {
  const files = new Map<string, Buffer>();
  const late = await orderedDeployment(() => memoryStore(files), siteOf("a", "Deep."));
  await (await orderedDeployment(() => memoryStore(files), siteOf("b", "Deeper."))).run(quiet);
  const before = new Map(files);
  await expect(late.run(quiet)).rejects.toThrow("Somebody else has begun a publish there");
  expect(files).toEqual(before);
  const www = join(root, "www");
  const lateFolder = folderDeployment(www, siteOf("a", "Deep."));
  await folderDeployment(www, siteOf("b", "Deeper.")).run(quiet);
  expect(() => lateFolder.run(quiet)).toThrow("Somebody else has published");
  expect(readFileSync(join(www, "current/index.html"), "utf8")).toContain("Deeper.");
});

test("a folder of releases keeps what is not Pincite's, and a link that is not is left alone", async () => {
  const www = join(root, "www");
  const elsewhere = join(root, "elsewhere/releases/0123456789abcdef");
  mkdirSync(join(www, "releases/notes"), { recursive: true });
  mkdirSync(elsewhere, { recursive: true });
  for (const words of ["Deep.", "Deeper.", "Deepest."]) await folderDeployment(www, siteOf(words, words)).run(quiet);
  expect(readFileSync(join(www, "current/index.html"), "utf8")).toContain("Deepest.");
  writeFileSync(join(www, "releases/notes/mine.txt"), "Mine.");
  rmSync(join(www, "current"));
  symlinkSync(elsewhere, join(www, "current"));
  expect(() => folderDeployment(www, siteOf("a", "Deep."))).toThrow("is not a link that Pincite made");
});

test("a record that cannot be read is told of; all is written again and nothing deleted", async () => {
  const files = new Map([
    ["mine.txt", Buffer.from("Mine.")],
    [recordPath, Buffer.from("<html>")],
  ]);
  const deployment = await orderedDeployment(() => memoryStore(files), siteOf("a", "Deep."));
  expect([deployment.isDamaged, deployment.before]).toEqual([true, undefined]);
  await deployment.run(quiet);
  expect([...files.keys()].sort()).toEqual(["briefs/index.html", "index.html", "mine.txt", recordPath]);
});

test("what is live is proved: another site, an older one, a file that differs or is missing is told of", async () => {
  const { dist, after } = siteOf("a", "Deep.");
  const record = { ...after, kept: [], unsure: [] };
  const expected = { kind: "record", record, changed: new Set(after.files.keys()) } as const;
  const answers = new Map<string, string>();
  const web = await serveWeb((request, response) => {
    const found = answers.get(request.url ?? "");
    response.writeHead(found === undefined ? 404 : 200).end(found);
  });
  const verify = async () => (await verifyLive(new LiveSite(web.origin), expected, once)).faults;
  const at = (path: string) => `${web.origin}/${path}`;
  expect(await verify()).toEqual([`${at(recordPath)} is not there: 404 Not Found.`]);
  answers.set(`/${recordPath}`, pageOf("Another site."));
  expect(await verify()).toEqual([
    `${at(recordPath)} is not the record of this publish: what is live is another site, or an older one.`,
  ]);
  answers.set(`/${recordPath}`, writeRecord(record)).set("/", pageOf("Shallow."));
  expect(await verify()).toEqual([
    `${at("")} is not what was published: its bytes differ.`,
    `${at("briefs/")} is not there: 404 Not Found.`,
  ]);
  for (const path of ["", "briefs/"]) answers.set(`/${path}`, readFileSync(join(dist, path, "index.html"), "utf8"));
  expect(await verify()).toEqual([]);
});

test("gates stop what is not valid, too heavy, or more than the host takes", async () => {
  const { dist } = siteOf("a", "Deep.");
  writeFileSync(join(dist, "index.html"), pageOf("<em>Deep."));
  writeFileSync(join(dist, "big.pdf"), Buffer.alloc(26 * 1024 * 1024));
  const after = readInventory(dist, new Map());
  const target = publishTarget.parse({ to: "cloudflare-pages", project: "port" });
  const site = { pathPrefix: "/", budgets: { page: 10 } };
  const { faults } = await checkGates(dist, after, ["index.html"], site, target);
  expect(faults.some((line) => line.startsWith("big.pdf has 27,262,976 bytes; Cloudflare Pages takes"))).toBe(true);
  expect(faults.some((line) => /^index\.html:\d+:\d+ close-order/.test(line))).toBe(true);
  expect(faults.some((line) => line.startsWith("index.html weighs 0.1 kB and may weigh 0.0 kB."))).toBe(true);
});
