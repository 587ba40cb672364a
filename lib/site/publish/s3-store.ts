import { AwsClient } from "aws4fetch";
import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { PublishTarget } from "../../core/publish/target.ts";
import { contentType } from "../../core/serving/content-type.ts";
import { cachingOf } from "../../core/serving/serving-rules.ts";
import { inParallel } from "./in-parallel.ts";
import type { Store } from "./store.ts";

type S3Target = Extract<PublishTarget, { to: "s3" }>;

/** Requests that are under way at once. */
const atOnce = 8;

/**
 * A bucket of storage that speaks the protocol of Amazon S3. Who publishes is told by the
 * environment alone: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and, where there is one, AWS_SESSION_TOKEN.
 *
 * @throws a sentence where the environment does not tell.
 */
export function s3Store({ endpoint, bucket, region, prefix }: S3Target, environment: NodeJS.ProcessEnv): Store {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = environment;
  if (!accessKeyId || !secretAccessKey)
    throw new Error(
      "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment: a bucket has to know who writes.",
    );
  const { AWS_SESSION_TOKEN: sessionToken } = environment;
  const client = new AwsClient({
    accessKeyId,
    secretAccessKey,
    ...(sessionToken ? { sessionToken } : {}),
    service: "s3",
    region,
    retries: 4,
  });
  const base = endpoint.replace(/\/+$/, "");
  const request = async (method: "GET" | "PUT" | "DELETE", path: string, init: RequestInit = {}): Promise<Response> => {
    const key = `${prefix}${path}`.split("/").map(encodeURIComponent).join("/");
    const response = await client.fetch(`${base}/${bucket}/${key}`, { ...init, method }).catch(reasonOf);
    if (typeof response === "string")
      throw new Error(`${base} does not answer (${response}). Nothing is half written; publish again when it does.`);
    if (response.ok || (response.status === 404 && method !== "PUT")) return response;
    throw new Error(await refusal(response, method, `${bucket}/${prefix}${path}`));
  };
  return {
    async read(paths) {
      const found = new Map<string, Uint8Array>();
      await inParallel(paths, atOnce, async (path) => {
        const response = await request("GET", path);
        if (response.status === 404) {
          const code = errorCode(await response.text());
          if (code === "NoSuchBucket") throw new Error(`There is no bucket "${bucket}" at ${base}. Make it first.`);
          return;
        }
        found.set(path, new Uint8Array(await response.arrayBuffer()));
      });
      return found;
    },
    write: (files) =>
      inParallel(files, atOnce, async ({ path, content }) => {
        const body = "bytes" in content ? content.bytes : readFileSync(content.file);
        const headers = {
          // The storage refuses what has not arrived as it was sent.
          "x-amz-content-sha256": hash("sha256", body),
          "content-type": contentType(path),
          "cache-control": cachingOf(path),
        };
        await request("PUT", path, { body: new Uint8Array(body), headers });
      }),
    remove: (paths) =>
      inParallel(paths, atOnce, async (path) => {
        await request("DELETE", path);
      }),
  };
}

const doings = { GET: "read", PUT: "write", DELETE: "delete" } as const;

/** What a bucket answered, as a sentence. */
async function refusal(response: Response, method: keyof typeof doings, name: string): Promise<string> {
  const code = errorCode(await response.text());
  const said = `${response.status}${code === undefined ? "" : ` ${code}`}`;
  const advice: Readonly<Record<number, string>> = {
    301: "The bucket is in another region: correct region or endpoint.",
    400: "Correct region or endpoint.",
    401: "Check AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.",
    403: "Check the keys in the environment, and that they may read, write and delete in the bucket.",
    404: "Make the bucket first, or correct its name.",
    507: "The storage is full.",
  };
  return `The bucket does not let ${doings[method]} ${name} (${said}). ${advice[response.status] ?? "Publish again later: it goes on from where this ended."}`;
}

function errorCode(body: string): string | undefined {
  return /<Code>([\w.]+)<\/Code>/.exec(body)?.[1];
}

/** Why `fetch` could not ask: its cause has a code such as ECONNREFUSED. */
export function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof Error) return "code" in cause ? String(cause.code) : cause.message;
  return error instanceof Error ? error.message : String(error);
}
