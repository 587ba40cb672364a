import type { z } from "zod";
import { fingerprint, type Hash } from "../anchoring/fingerprint.ts";
import { cleanLine } from "../problem.ts";
import { shorten } from "../text/shorten.ts";
import {
  catalogSchema,
  paragraphsSchema,
  recordSchema,
  type KeptSource,
  type SharedCatalog,
  type SharedSource,
} from "./shared-schema.ts";

/** What was read of another site's file, or why it is not taken: a clause that follows its address. */
export type SharedReading<Content> =
  { readonly kind: "read"; readonly content: Content } | { readonly kind: "refused"; readonly reason: string };

/** What is read of another site, and where it lies. */
interface Published {
  /** Where the file came from, absolute: relative references in it resolve against this. */
  readonly from: string;
  /** The library's address, ending in a slash: nothing the file names may lie elsewhere. */
  readonly library: string;
}

/** Read `catalog.json`. Its references come out as absolute addresses below the library's own. */
export function readSharedCatalog(bytes: Uint8Array, published: Published): SharedReading<SharedCatalog> {
  const reading = readAs(catalogSchema, bytes);
  if (reading.kind === "refused") return reading;
  const references = new References(published);
  const { address, sources, ...rest } = reading.content;
  return references.orStray({
    ...rest,
    address: references.resolve(address),
    sources: sources.map((source) => ({
      ...source,
      address: references.resolve(source.address),
      paragraphs: { ...source.paragraphs, address: references.resolve(source.paragraphs.address) },
    })),
  });
}

/** Read a source's paragraphs; the words must be those of their fingerprints. */
export function readSharedSource(bytes: Uint8Array, published: Published, hash: Hash): SharedReading<SharedSource> {
  return readSource(readAs(paragraphsSchema, bytes), published, hash);
}

/** Read what was kept of a source. */
export function readKeptSource(bytes: Uint8Array, library: string, hash: Hash): SharedReading<KeptSource> {
  return readSource(readAs(recordSchema, bytes), { from: library, library }, hash);
}

function readSource<Content extends Pick<SharedSource, "source" | "paragraphs">>(
  reading: SharedReading<Content>,
  published: Published,
  hash: Hash,
): SharedReading<Content> {
  if (reading.kind === "refused") return reading;
  const { source, paragraphs } = reading.content;
  const forged = paragraphs.find((one) => one.text !== undefined && fingerprint(one.text, hash) !== one.fingerprint);
  if (forged) return refused(`has words in ¶${forged.label} that are not those of its fingerprint.`);
  const references = new References(published);
  return references.orStray({
    ...reading.content,
    source: { ...source, address: references.resolve(source.address) },
    paragraphs: paragraphs.map((one) =>
      one.address === undefined ? one : { ...one, address: references.resolve(one.address) },
    ),
  });
}

const decoder = new TextDecoder("utf-8", { fatal: true });

function readAs<Schema extends z.ZodType>(schema: Schema, bytes: Uint8Array): SharedReading<z.output<Schema>> {
  let data: unknown;
  try {
    data = JSON.parse(decoder.decode(bytes));
  } catch {
    return refused("is not JSON in UTF-8.");
  }
  const result = schema.safeParse(data);
  if (result.success) return { kind: "read", content: result.data };
  const [issue] = result.error.issues;
  const place = issue?.path.map(String).join(".") ?? "";
  const more = result.error.issues.length - 1;
  const others = more === 0 ? "" : `, and ${more} more fault${more === 1 ? "" : "s"}`;
  const fault = `${place}${place === "" ? "" : " "}${issue?.message ?? "is wrong"}`.replace(/\.$/, "");
  return refused(`is not what Pincite publishes: ${cleanLine(shorten(fault, 200))}${others}.`);
}

/** Makes references absolute, and finds those that leave the library. */
class References {
  readonly #published: Published;
  #stray: string | undefined;

  constructor(published: Published) {
    this.#published = published;
  }

  resolve(reference: string): string {
    const { from, library } = this.#published;
    const address = URL.canParse(reference, from) ? new URL(reference, from).href : reference;
    if (!address.startsWith(library)) this.#stray ??= address;
    return address;
  }

  orStray<Content>(content: Content): SharedReading<Content> {
    if (this.#stray === undefined) return { kind: "read", content };
    return refused(
      `names ${cleanLine(shorten(this.#stray, 120))}, which is not below the address that the library has in .eleventy.ts. Write there the address under which the library is published.`,
    );
  }
}

function refused(reason: string): { kind: "refused"; reason: string } {
  return { kind: "refused", reason };
}
