import { shorten } from "../core/text/shorten.ts";
import { explainFetchFailure, explainStatus } from "./fetch-failure.ts";
import { nameOfResponse } from "./response-name.ts";

/** A document as it came from the web, decompressed and otherwise untouched. */
export interface FetchedDocument {
  readonly kind: "fetched";
  readonly bytes: Uint8Array;
  /** Of a file, without folders: what the server calls it, or the address's last part. For showing, never for a path. */
  readonly name: string;
  /** Where it came from in the end, without a fragment. */
  readonly address: string;
  /** What the server says it is, in lower case and without parameters, such as "text/html"; a hint only. */
  readonly mediaType: string;
  /** The encoding that the server names; a hint only. */
  readonly charset?: string;
  /** By which its server knows this version of it. */
  readonly etag?: string;
}

export type DocumentFetching =
  | FetchedDocument
  /** One sentence that follows the address, such as "is not there (404)." */
  | { readonly kind: "refused"; readonly reason: string };

export interface FetchLimits {
  /** The most bytes that are read, decompressed. */
  readonly bytes: number;
  /** For all of it, redirects included. */
  readonly milliseconds: number;
}

const mostRedirects = 5;

export function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text);
}

/**
 * Fetch one document with GET. Nothing but the address and a name are sent: no cookies, no
 * passwords, no referrer. Redirects are followed within the web only.
 */
export async function fetchDocument(address: string, limits: FetchLimits): Promise<DocumentFetching> {
  const fetching = await follow(address, limits, {});
  return fetching.kind === "unchanged" ? refused("is empty.") : fetching;
}

/** What is asked of a server beside the document. */
export interface Condition {
  /** The beginning of every address that may be asked, redirects included. */
  readonly within?: string;
  /** The entity tag of what is known already. */
  readonly etag?: string | undefined;
}

export type Refetching = DocumentFetching | { readonly kind: "unchanged" };

/** The same for one that may be known already: then its server may answer that it has not changed. */
export async function fetchAgain(address: string, limits: FetchLimits, condition: Condition): Promise<Refetching> {
  return follow(address, limits, condition);
}

async function follow(address: string, limits: FetchLimits, { within = "", etag }: Condition): Promise<Refetching> {
  const signal = AbortSignal.timeout(limits.milliseconds);
  let url = address;
  try {
    for (let redirects = 0; redirects <= mostRedirects; redirects++) {
      const parsed = URL.canParse(url) ? new URL(url) : undefined;
      if (!parsed || !isWebAddress(parsed.href))
        return refused(redirects === 0 ? "is no address." : `leads out of the web, to ${url}`);
      if (parsed.username !== "" || parsed.password !== "")
        return refused("holds a user name or password, which would be published. Save the document and add the file.");
      if (!parsed.href.startsWith(within)) return refused(`leads out of the library, to ${shorten(parsed.href)}`);
      const response = await ask(parsed.href, signal, etag);
      if (response.status === 304 && etag !== undefined) return { kind: "unchanged" };
      const target = redirectOf(response);
      if (target === undefined) return await read(response, parsed, limits.bytes);
      await response.body?.cancel();
      url = URL.canParse(target, parsed.href) ? new URL(target, parsed.href).href : target;
    }
    return refused(`leads on more than ${mostRedirects} times.`);
  } catch (error) {
    return refused(explainFetchFailure(error, limits.milliseconds));
  }
}

function ask(address: string, signal: AbortSignal, etag: string | undefined): Promise<Response> {
  return fetch(address, {
    redirect: "manual",
    credentials: "omit",
    referrerPolicy: "no-referrer",
    signal,
    headers: {
      "user-agent": "Pincite (brings one document in, for a person)",
      accept: "text/html, application/*, */*",
      ...(etag !== undefined && { "if-none-match": etag }),
    },
  });
}

function redirectOf({ status, headers }: Response): string | undefined {
  return [301, 302, 303, 307, 308].includes(status) ? (headers.get("location") ?? undefined) : undefined;
}

async function read(response: Response, url: URL, most: number): Promise<DocumentFetching> {
  if (response.status !== 200) {
    await response.body?.cancel();
    return refused(explainStatus(response.status));
  }
  const bytes = await readAtMost(response, most);
  if (!bytes) return refused(`is larger than ${most / 1_000_000} MB, the most that is taken in.`);
  if (bytes.length === 0) return refused("is empty.");
  url.hash = "";
  const [mediaType = "", ...parameters] = (response.headers.get("content-type") ?? "").split(";");
  const etag = response.headers.get("etag");
  const charset = /\bcharset\s*=\s*"?([\w:.-]+)/i.exec(parameters.join(";"))?.[1];
  return {
    kind: "fetched",
    bytes,
    name: nameOfResponse(url, response.headers.get("content-disposition")),
    address: url.href,
    mediaType: mediaType.trim().toLowerCase(),
    ...(charset !== undefined && { charset }),
    ...(etag !== null && { etag }),
  };
}

/** The whole body; undefined as soon as it is larger, whatever length it announced. */
async function readAtMost({ body }: Response, most: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop early ends the connection.
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function refused(reason: string): DocumentFetching {
  return { kind: "refused", reason };
}
