import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface StoredObject {
  readonly bytes: Buffer;
  readonly contentType: string;
  readonly cacheControl: string;
}

export interface S3Server {
  /** Where its protocol is spoken: `http://127.0.0.1:…`. */
  readonly endpoint: string;
  /** Where the site in its bucket is read, as web hosting of a bucket serves it. */
  readonly url: string;
  /** By key. */
  readonly objects: Map<string, StoredObject>;
  close(): Promise<void>;
}

export const s3Keys = { AWS_ACCESS_KEY_ID: "TESTKEY", AWS_SECRET_ACCESS_KEY: "test-secret/with+signs" } as const;

export interface S3ServerOptions {
  readonly bucket: string;
  readonly prefix: string;
  readonly region: string;
  /** Awaited before each change takes effect. */
  readonly beforeChange?: (method: string, key: string) => Promise<void>;
  /** Answers instead of the server with a status and an S3 error code; undefined to let it be. */
  readonly fault?: (method: string, key: string) => readonly [status: number, code: string] | undefined;
}

/**
 * As much of Amazon S3 as publishing uses, on this machine: signed GET, PUT and DELETE of
 * objects in one bucket, and its site for readers. A signature that is not
 * right, or bytes other than those that were signed for, are refused as S3 refuses them.
 */
export async function startS3Server({
  bucket,
  prefix,
  region,
  beforeChange,
  fault,
}: S3ServerOptions): Promise<S3Server> {
  const objects = new Map<string, StoredObject>();
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
    // Readers sign nothing.
    if (request.headers.authorization === undefined && request.method === "GET") {
      serve(response, decodeURIComponent(pathname.slice(1)));
      return;
    }
    const body = await bodyOf(request);
    const refuse = (status: number, code: string) => {
      response.writeHead(status, { "content-type": "application/xml" });
      response.end(`<?xml version="1.0"?><Error><Code>${code}</Code></Error>`);
    };
    if (!isSigned(request, region)) {
      refuse(403, "SignatureDoesNotMatch");
      return;
    }
    if (!pathname.startsWith(`/${bucket}/`)) {
      refuse(404, "NoSuchBucket");
      return;
    }
    const key = decodeURIComponent(pathname.slice(bucket.length + 2));
    const method = request.method ?? "";
    const failing = fault?.(method, key);
    if (failing) {
      refuse(...failing);
      return;
    }
    if (method === "GET") {
      const object = objects.get(key);
      if (!object) {
        refuse(404, "NoSuchKey");
        return;
      }
      response.end(object.bytes);
      return;
    }
    const stated = request.headers["x-amz-content-sha256"];
    if (method === "PUT" && stated !== createHash("sha256").update(body).digest("hex")) {
      refuse(400, "XAmzContentSHA256Mismatch");
      return;
    }
    await beforeChange?.(method, key);
    if (method === "DELETE") objects.delete(key);
    else {
      const { "content-type": contentType = "", "cache-control": cacheControl = "" } = request.headers;
      objects.set(key, { bytes: body, contentType, cacheControl });
    }
    response.writeHead(method === "DELETE" ? 204 : 200).end();
  };
  const serve = (response: ServerResponse, path: string) => {
    const name = prefix + (path === "" || path.endsWith("/") ? `${path}index.html` : path);
    const object = objects.get(name);
    response.writeHead(object ? 200 : 404, object ? { "content-type": object.contentType } : {});
    response.end(object?.bytes);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => {
        resolve();
      });
      server.closeAllConnections();
    });
  return { endpoint: origin, url: `${origin}/`, objects, close };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** Whether a request has the signature, version 4, of the one who may write: after the specification of AWS. */
function isSigned(request: IncomingMessage, region: string): boolean {
  const { authorization = "" } = request.headers;
  const [, id, scope = "", signed = "", signature = ""] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/([^,]+), SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      authorization,
    ) ?? [];
  const time = String(request.headers["x-amz-date"]);
  const day = time.slice(0, 8);
  if (id !== s3Keys.AWS_ACCESS_KEY_ID || scope !== `${day}/${region}/s3/aws4_request`) return false;
  const names = signed.split(";");
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  const canonical = [
    request.method,
    url.pathname,
    url.search.slice(1),
    ...names.map((name) => `${name}:${String(request.headers[name]).trim().replace(/ +/g, " ")}`),
    "",
    signed,
    request.headers["x-amz-content-sha256"] ?? "",
  ].join("\n");
  const toSign = ["AWS4-HMAC-SHA256", time, scope, createHash("sha256").update(canonical).digest("hex")].join("\n");
  const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();
  const keys = [day, region, "s3", "aws4_request"];
  const key = keys.reduce<Buffer>(hmac, Buffer.from(`AWS4${s3Keys.AWS_SECRET_ACCESS_KEY}`));
  return names.includes("host") && timingSafeEqual(hmac(key, toSign), Buffer.from(signature, "hex"));
}
