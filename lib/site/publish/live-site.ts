import { hash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { addressOf } from "../../core/publish/page-record.ts";
import { readRecord, recordPath, type SiteRecord } from "../../core/publish/site-record.ts";
import { reasonOf } from "./s3-store.ts";

/** How long a published site is waited for: hosts and caches take their time. */
export interface Patience {
  /** Of the first wait, in milliseconds; each next one is twice as long, up to half a minute. */
  readonly firstWait: number;
  /** How often something is asked for. */
  readonly attempts: number;
}

export type LiveFile =
  | { readonly kind: "found"; readonly bytes: Uint8Array; readonly sha256: string; readonly url: string }
  /** A clause, such as "404 Not Found". */
  | { readonly kind: "missing"; readonly reason: string };

/** Longest wait for one answer, in milliseconds. */
const answerWithin = 30_000;

/** A site at its public address. */
export class LiveSite {
  readonly #base: string;

  /** @param url its public address, with the path under which it is served. */
  constructor(url: string) {
    this.#base = `${url.replace(/\/+$/, "")}/`;
  }

  /** The address of a file: of a folder for its index. */
  addressOf(path: string): string {
    return this.#base + addressOf(path).split("/").map(encodeURIComponent).join("/");
  }

  /** Fetch a file as readers do, past what caches on the way may still have of it. */
  async fetch(path: string): Promise<LiveFile> {
    try {
      const response = await fetch(this.addressOf(path), {
        headers: { "cache-control": "no-cache" },
        signal: AbortSignal.timeout(answerWithin),
      });
      const bytes = new Uint8Array(await response.arrayBuffer());
      if (!response.ok) return { kind: "missing", reason: `${response.status} ${response.statusText}`.trim() };
      return { kind: "found", bytes, sha256: hash("sha256", bytes), url: response.url };
    } catch (error) {
      return { kind: "missing", reason: `no answer (${reasonOf(error)})` };
    }
  }

  /** The same until it is as wanted, or patience ends. */
  async fetchUntil(path: string, isWanted: (file: LiveFile) => boolean, patience: Patience): Promise<LiveFile> {
    let pause = patience.firstWait;
    for (let attempt = 1; ; attempt++) {
      const file = await this.fetch(path);
      if (isWanted(file) || attempt >= patience.attempts) return file;
      await wait(pause);
      pause = Math.min(pause * 2, 30_000);
    }
  }

  /** What the site says of itself; undefined where it says nothing, or cannot be reached. */
  async record(): Promise<SiteRecord | undefined> {
    const file = await this.fetch(recordPath);
    return file.kind === "found" ? readRecord(new TextDecoder().decode(file.bytes)) : undefined;
  }
}
