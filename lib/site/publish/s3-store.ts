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

/** How long one request may take, in milliseconds: so long for an answer, and a slow line's time for its bytes. */
const answerWithin = 60_000;
const bytesPerMillisecond = 16;

/**
 * A bucket of storage that speaks the protocol of Amazon S3. Who publishes is told by the
 * environment alone: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and, where there is one, AWS_SESSION_TOKEN.
 *
 * @param patience how long an answer is waited for, in milliseconds. @throws a sentence where the environment does not tell.
 */
export function s3Store(
  { endpoint, bucket, region, prefix }: S3Target,
  environment: NodeJS.ProcessEnv,
  patience: number = answerWithin,
): Store {
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
  const request = async (method: "GET" | "PUT" | "DELETE", path: string, init: Upload = {}): Promise<Answer> => {
    const key = `${prefix}${path}`.split("/").map(encoded).join("/");
    const time = patience + Math.ceil((init.body?.length ?? 0) / bytesPerMillisecond);
    // What a bucket leads on to is not it: nobody else is sent the signature.
    const given = { ...init, method, redirect: "manual" as const, signal: AbortSignal.timeout(time) };
    const answer = await client.fetch(`${base}/${bucket}/${key}`, given).then(readAnswer).catch(reasonOf);
    if (typeof answer === "string")
      throw new Error(`${base} does not answer (${answer}). No file is half written; publish again when it does.`);
    if (answer.ok || (answer.status === 404 && method !== "PUT")) return answer;
    throw new Error(refusal(answer, method, `${bucket}/${prefix}${path}`));
  };
  return {
    async read(paths) {
      const found = new Map<string, Uint8Array>();
      await inParallel(paths, atOnce, async (path) => {
        const answer = await request("GET", path);
        if (answer.status === 404) {
          const code = errorCode(answer);
          if (code === "NoSuchBucket") throw new Error(`There is no bucket "${bucket}" at ${base}. Make it first.`);
          return;
        }
        found.set(path, answer.bytes);
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

/** As the signature has it (RFC 3986): not every storage takes any other way of writing the same. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

interface Upload {
  readonly body?: Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Answer {
  readonly ok: boolean;
  readonly status: number;
  readonly bytes: Uint8Array;
}

async function readAnswer(response: Response): Promise<Answer> {
  return { ok: response.ok, status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) };
}

/** What a bucket answered, as a sentence. */
function refusal(answer: Answer, method: keyof typeof doings, name: string): string {
  const code = errorCode(answer);
  const said = `${answer.status}${code === undefined ? "" : ` ${code}`}`;
  const advice: Readonly<Record<number, string>> = {
    301: "The bucket is in another region: correct region or endpoint.",
    302: "The endpoint is not the one of the storage: correct it.",
    307: "The bucket is in another region: correct region or endpoint.",
    400: "Correct region or endpoint.",
    401: "Check AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.",
    403: "Check the keys in the environment, and that they may read, write and delete in the bucket.",
    404: "Make the bucket first, or correct its name.",
    507: "The storage is full.",
  };
  return `The bucket does not let ${doings[method]} ${name} (${said}). ${advice[answer.status] ?? "Publish again later: it goes on from where this ended."}`;
}

function errorCode({ bytes }: Answer): string | undefined {
  return /<Code>([\w.]+)<\/Code>/.exec(new TextDecoder().decode(bytes))?.[1];
}

/** Why `fetch` could not ask: its cause has a code such as ECONNREFUSED. */
export function reasonOf(error: unknown): string {
  if (error instanceof Error && error.name === "TimeoutError") return "it took too long";
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof Error) return "code" in cause ? String(cause.code) : cause.message;
  return error instanceof Error ? error.message : String(error);
}
