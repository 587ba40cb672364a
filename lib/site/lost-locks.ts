import { z } from "zod";
import type { Catalog } from "../core/catalog/catalog.ts";
import { writeForeignId } from "../core/libraries/foreign-id.ts";
import type { Problem } from "../core/problem.ts";
import { lockPath } from "../files/lock-file.ts";
import { openBuiltSite } from "./verify-site.ts";

/** As much of a brief's evidence as says which sources it cites; it may be of an older form. */
const citedSources = z.looseObject({
  first: z.looseObject({
    items: z.array(z.looseObject({ target: z.array(z.looseObject({ source: z.string() })) })),
  }),
});

/**
 * Sources that a published site cites and whose lock is gone. Recorded anew they would be
 * taken for what was cited, whatever they say now.
 *
 * @param catalog without a problem. @param dist absolute path of the published site, which
 * need not be there.
 */
export function findLostLocks({ library, drifts, locks }: Catalog, dist: string): Problem[] {
  const begun = [...locks.keys()].filter((id) => !drifts.get(id)?.record.lock);
  if (begun.length === 0) return [];
  const published = publishedCitations(dist);
  return begun.flatMap((id): Problem[] => {
    const names = [id, ...(library.sources.get(id)?.formerNames ?? [])];
    const brief = names.flatMap((name) => published.get(name) ?? [])[0];
    if (brief === undefined) return [];
    const message = `This lock is gone: the published /briefs/${brief}/ cites "${id}", and without a record nobody would be told where its words have changed. Take the file back from version control; if all is to be recorded anew, move the published site, ${dist}, away first.`;
    return [{ place: { path: lockPath(id), line: 1, column: 1 }, rule: "lock-kept", message }];
  });
}

/** By source id, the brief that cites it, the first of them by name. */
function publishedCitations(dist: string): Map<string, string> {
  const cited = new Map<string, string>();
  const opening = openBuiltSite(dist);
  if (opening.kind === "no site") return cited;
  for (const brief of opening.site.briefs) {
    const reading = opening.site.text(`briefs/${brief}/evidence.json`);
    if (reading.kind !== "read") continue;
    for (const id of sourcesIn(reading.content)) if (!cited.has(id)) cited.set(id, brief);
  }
  return cited;
}

/** @returns none for what is no evidence: `verify` is there to say so. */
function sourcesIn(evidence: string): string[] {
  const parsed = citedSources.safeParse(jsonIn(evidence));
  if (!parsed.success) return [];
  return parsed.data.first.items.flatMap(({ target }) => target.flatMap(({ source }) => sourceAt(source) ?? []));
}

/** The id of the source whose page has an address. */
function sourceAt(address: string): string | undefined {
  const [, own, library = "", foreign = ""] =
    /(?:^|\/)(?:sources\/([^/]+)|libraries\/([^/]+)\/([^/]+))\/$/.exec(address) ?? [];
  return own ?? (foreign === "" ? undefined : writeForeignId({ library, source: foreign }));
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
