import type { Citation, CitingDocument } from "../brief/citation.ts";
import type { Problem } from "../problem.ts";
import type { Source } from "../source/source.ts";
import { writePinpoint, type Pinpoint, type PinpointPart } from "../tags/pinpoint.ts";
import { describeDrift, describeMove, describeUnlocked } from "./drift-problems.ts";
import { Generations } from "./generations.ts";
import type { SourceDrift } from "./source-record.ts";
import { isUnsettled, standingOf, type Standing } from "./standing.ts";
import { timesLocked } from "./times-locked.ts";

/** Where a citation stands today, or why nobody can say. */
export type Placing =
  | {
      readonly kind: "placed";
      /** In the labels that its paragraphs have today. */
      readonly pinpoint: Pinpoint;
      /** One for each part that stands under other labels than it is cited by. */
      readonly moves: readonly Problem[];
    }
  | { readonly kind: "not-as-cited"; readonly problems: readonly Problem[] };

/** One part of a pinpoint, and what has become of it. */
interface CitedPart {
  readonly citation: Citation;
  readonly part: PinpointPart;
  readonly standing: Standing;
}

/** How what a document cites stands in the locks of its sources, before anything is known of other documents. */
export interface Standings {
  readonly parts: ReadonlyMap<Citation, readonly CitedPart[]>;
  /** Ids of the sources of which something that it cites has moved, and of which something does not stand as it did. */
  readonly moved: ReadonlySet<string>;
  readonly unsettled: ReadonlySet<string>;
  /** Citations of a moved paragraph that were made since its lock was written. */
  readonly again: ReadonlySet<CitedPart>;
  /** Citations that readers see of what only drafts cited when its lock was written. */
  readonly published: ReadonlySet<CitedPart>;
}

export function standingsOf(document: CitingDocument, drifts: ReadonlyMap<string, SourceDrift>): Standings {
  const parts = new Map<Citation, readonly CitedPart[]>();
  const moved = new Set<string>();
  const unsettled = new Set<string>();
  const again = new Set<CitedPart>();
  const published = new Set<CitedPart>();
  const times = new Map<string, number>();
  for (const citation of document.citations) {
    const { sourceId, pinpoint } = citation.request;
    const drift = drifts.get(sourceId);
    const cited = pinpoint.map((part) => ({ citation, part, standing: standingOf(part, drift) }));
    parts.set(citation, cited);
    for (const one of cited) {
      if (document.isPublic && drift?.record.lock?.cited.get(one.part.from)?.published === false) published.add(one);
      if (isUnsettled(one.standing)) unsettled.add(sourceId);
      if (one.standing.kind !== "moved") continue;
      moved.add(sourceId);
      const written = writePinpoint([one.part]);
      const now = (times.get(`${sourceId} ${written}`) ?? 0) + 1;
      times.set(`${sourceId} ${written}`, now);
      if (now > timesLocked(drift?.record.lock, document, written)) again.add(one);
    }
  }
  return { parts, moved, unsettled, again, published };
}

/** What of a library's sources is not as it was cited. */
export interface Unrest {
  /** Ids of the sources of which something cited has moved: their numbers mean two things until a person has looked. */
  readonly moved: ReadonlySet<string>;
  /** Ids of the sources of which something cited does not stand as it did. */
  readonly unsettled: ReadonlySet<string>;
}

/** @param all of every document. */
export function unrestOf(all: Iterable<Standings>): Unrest {
  const everywhere = { moved: new Set<string>(), unsettled: new Set<string>() };
  for (const { moved, unsettled } of all) {
    for (const id of moved) everywhere.moved.add(id);
    for (const id of unsettled) everywhere.unsettled.add(id);
  }
  return everywhere;
}

/** Holds every citation of a library against the locks of its sources. */
export class LockCheck {
  readonly #moved: ReadonlySet<string>;
  readonly #unsettled: ReadonlySet<string>;
  readonly #sources: ReadonlyMap<string, Source>;
  readonly #drifts: ReadonlyMap<string, SourceDrift>;
  readonly #frozen: boolean;
  /** Of unsettled sources: what their numbers meant then and mean now. */
  readonly #generations = new Map<string, Generations>();

  /** @param frozen whether a citation that no lock holds is refused. */
  constructor(
    { moved, unsettled }: Unrest,
    sources: ReadonlyMap<string, Source>,
    drifts: ReadonlyMap<string, SourceDrift>,
    frozen: boolean,
  ) {
    this.#sources = sources;
    this.#drifts = drifts;
    this.#frozen = frozen;
    this.#moved = moved;
    this.#unsettled = unsettled;
  }

  /** @param standings of the document that has the citation. */
  place(citation: Citation, standings: Standings): Placing {
    const parts = standings.parts.get(citation) ?? [];
    const problems = parts.flatMap((part) => this.#faultOf(part, standings) ?? []);
    if (problems.length > 0) return { kind: "not-as-cited", problems };
    return {
      kind: "placed",
      pinpoint: parts.map(({ part, standing }) => (standing.kind === "moved" ? standing.to : part)),
      moves: parts.flatMap(({ part, standing }) =>
        standing.kind === "moved" ? describeMove(citation, part, standing.to) : [],
      ),
    };
  }

  #faultOf(one: CitedPart, { again, published }: Standings): Problem | undefined {
    const { citation, part, standing } = one;
    const isRecorded = !this.#moved.has(citation.request.sourceId) || !published.has(one);
    switch (standing.kind) {
      case "ok":
        return isRecorded ? undefined : describeUnlocked(citation, part, "published");
      case "moved":
        if (again.has(one)) return describeUnlocked(citation, part, "again");
        return isRecorded ? undefined : describeUnlocked(citation, part, "published");
      case "new":
        return this.#faultOfNew(citation, part);
      default:
        return describeDrift(citation, standing);
    }
  }

  /** What is not there at all is for the check of the pinpoint to say. */
  #faultOfNew(citation: Citation, part: PinpointPart): Problem | undefined {
    const { sourceId } = citation.request;
    const labels = this.#sources.get(sourceId)?.byLabel;
    if (!labels?.has(part.from) || (part.to !== undefined && !labels.has(part.to))) return undefined;
    if (this.#generationsOf(sourceId)?.differ(part)) return describeUnlocked(citation, part, "moved");
    // No build writes the lock of a source of which something has moved: what this says would go unrecorded.
    if (this.#moved.has(sourceId)) return describeUnlocked(citation, part, "unsettled");
    return this.#frozen ? describeUnlocked(citation, part, "frozen") : undefined;
  }

  #generationsOf(sourceId: string): Generations | undefined {
    const drift = this.#drifts.get(sourceId);
    if (!drift || !this.#unsettled.has(sourceId)) return undefined;
    const generations = this.#generations.get(sourceId) ?? new Generations(drift);
    this.#generations.set(sourceId, generations);
    return generations;
  }
}
