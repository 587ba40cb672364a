import { afterAll, beforeAll, expect, test } from "vitest";
import { s3Store } from "../../lib/site/publish/s3-store.ts";
import { publishAtEveryStep } from "../support/every-step.ts";
import { expectOldOrNew, expectWhole } from "../support/expect-site.ts";
import { publishWhole, startPublish } from "../support/publish-child.ts";
import { s3Keys, startS3Server, type S3Server, type StoredObject } from "../support/s3-server.ts";
import { buildTwoSites, removeTwoSites, type TwoSites } from "../support/old-and-new-site.ts";

const place = { bucket: "briefs", prefix: "site/", region: "eu-test-1" };

let sites: TwoSites;
let server: S3Server;
/** What the bucket holds after the old site was published. */
let before: ReadonlyMap<string, StoredObject>;
/** Awaited before each change of the bucket. */
let beforeChange: (change: string) => Promise<void>;

const target = () => ({ to: "s3" as const, endpoint: server.endpoint, ...place });

beforeAll(async () => {
  sites = await buildTwoSites();
  beforeChange = () => Promise.resolve();
  // One change at a time, so that each can be looked at.
  let last: Promise<void> = Promise.resolve();
  server = await startS3Server({
    ...place,
    beforeChange: (method, key) => (last = last.catch(() => undefined).then(() => beforeChange(`${method} ${key}`))),
  });
  await publishWhole(target(), sites, sites.old, s3Keys);
  before = new Map(server.objects);
});

afterAll(async () => {
  await server.close();
  removeTwoSites(sites);
});

/** Put objects into the bucket in the place of all others. */
function putBack(objects: ReadonlyMap<string, StoredObject>): void {
  server.objects.clear();
  for (const [key, object] of objects) server.objects.set(key, object);
}

const contents = () =>
  new Map([...server.objects].map(([key, { bytes }]) => [key.slice(place.prefix.length), bytes] as const));

/** The changes that a publish of the new site makes, in order. */
const changes: string[] = [];

test("while a bucket is published to, a reader finds every page old or new, and all that it needs", async () => {
  putBack(before);
  beforeChange = async (change) => {
    changes.push(change);
    await expectOldOrNew(server.url, sites, `before ${change}`);
  };
  await publishWhole(target(), sites, sites.fresh, s3Keys);
  await expectOldOrNew(server.url, sites, "after all");
  expectWhole(contents(), sites.fresh);
  expect(changes.length).toBeGreaterThan(20);
});

test(
  "killed after each of its steps, it leaves such a site, and the next publish completes it",
  { timeout: 600_000 },
  async () => {
    beforeChange = () => Promise.resolve();
    const steps = await publishAtEveryStep(sites, {
      open: () => s3Store({ ...target(), url: undefined }, s3Keys),
      url: server.url,
      contents,
      keep: () => new Map(server.objects),
      putBack,
    });
    expect(steps).toHaveLength(changes.length);
  },
);

test("so it is where its process is killed while requests are under way", { timeout: 600_000 }, async () => {
  for (const step of [1, 2, Math.floor(changes.length / 3), Math.floor((changes.length * 3) / 4), changes.length]) {
    putBack(before);
    let count = 0;
    beforeChange = () => {
      count += 1;
      if (count < step) return Promise.resolve();
      child.process.kill("SIGKILL");
      return Promise.reject(new Error("Whoever asked is gone."));
    };
    const child = startPublish(target(), sites, sites.fresh, s3Keys);
    expect((await child.result).code).toBeNull();
    await expectOldOrNew(server.url, sites, `killed at ${step}`);
    beforeChange = () => Promise.resolve();
    await publishWhole(target(), sites, sites.fresh, s3Keys);
    expectWhole(contents(), sites.fresh);
    await expectOldOrNew(server.url, sites, `completed after ${step}`);
  }
});

test("objects say what they are and how long they may be kept", () => {
  const page = server.objects.get("site/briefs/harbour/index.html");
  expect(page).toMatchObject({
    contentType: "text/html; charset=utf-8",
    cacheControl: "public, max-age=0, must-revalidate",
  });
  const style = [...server.objects].find(([key]) => key.endsWith(".css"))?.[1];
  expect(style).toMatchObject({
    contentType: "text/css; charset=utf-8",
    cacheControl: "public, max-age=31536000, immutable",
  });
});
