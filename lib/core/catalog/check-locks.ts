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

interface CitedPart {
  readonly citation: Citation;
  readonly part: PinpointPart;
  readonly standing: Standing;
}

/** Holds every citation of a library against the locks of its sources. */
export class LockCheck {
  readonly #sources: ReadonlyMap<string, Source>;
  readonly #drifts: ReadonlyMap<string, SourceDrift>;
  readonly #frozen: boolean;
  readonly #parts = new Map<Citation, readonly CitedPart[]>();
  readonly #moved = new Set<string>();
  /** Of each source of which something cited does not stand as it did, what its numbers meant then and mean now. */
  readonly #unsettled = new Map<string, Generations>();
  /** Citations of a moved paragraph that were made since its lock was written. */
  readonly #again = new Set<CitedPart>();
  /** Citations that readers see of what only drafts cited when its lock was written. */
  readonly #published = new Set<CitedPart>();

  /** @param frozen whether a citation that no lock holds is refused. */
  constructor(
    documents: readonly CitingDocument[],
    sources: ReadonlyMap<string, Source>,
    drifts: ReadonlyMap<string, SourceDrift>,
    frozen: boolean,
  ) {
    this.#sources = sources;
    this.#drifts = drifts;
    this.#frozen = frozen;
    for (const document of documents) this.#read(document);
  }

  /** Ids of the sources of which something cited has moved: their numbers mean two things until a person has looked. */
  get moved(): ReadonlySet<string> {
    return this.#moved;
  }

  place(citation: Citation): Placing {
    const parts = this.#parts.get(citation) ?? [];
    const problems = parts.flatMap((part) => this.#faultOf(part) ?? []);
    if (problems.length > 0) return { kind: "not-as-cited", problems };
    return {
      kind: "placed",
      pinpoint: parts.map(({ part, standing }) => (standing.kind === "moved" ? standing.to : part)),
      moves: parts.flatMap(({ part, standing }) =>
        standing.kind === "moved" ? describeMove(citation, part, standing.to) : [],
      ),
    };
  }

  #read(document: CitingDocument): void {
    const times = new Map<string, number>();
    for (const citation of document.citations) {
      const { sourceId, pinpoint } = citation.request;
      const drift = this.#drifts.get(sourceId);
      const parts = pinpoint.map((part) => ({ citation, part, standing: standingOf(part, drift) }));
      this.#parts.set(citation, parts);
      for (const one of parts) {
        if (document.isPublic && drift?.record.lock?.cited.get(one.part.from)?.published === false)
          this.#published.add(one);
        if (drift && isUnsettled(one.standing) && !this.#unsettled.has(sourceId))
          this.#unsettled.set(sourceId, new Generations(drift));
        if (one.standing.kind !== "moved") continue;
        this.#moved.add(sourceId);
        const written = writePinpoint([one.part]);
        const now = (times.get(`${sourceId} ${written}`) ?? 0) + 1;
        times.set(`${sourceId} ${written}`, now);
        if (now > timesLocked(drift?.record.lock, document, written)) this.#again.add(one);
      }
    }
  }

  #faultOf(one: CitedPart): Problem | undefined {
    const { citation, part, standing } = one;
    const isRecorded = !this.#moved.has(citation.request.sourceId) || !this.#published.has(one);
    switch (standing.kind) {
      case "ok":
        return isRecorded ? undefined : describeUnlocked(citation, part, "published");
      case "moved":
        if (this.#again.has(one)) return describeUnlocked(citation, part, "again");
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
    if (this.#unsettled.get(sourceId)?.differ(part)) return describeUnlocked(citation, part, "moved");
    // No build writes the lock of a source of which something has moved: what this says would go unrecorded.
    if (this.#moved.has(sourceId)) return describeUnlocked(citation, part, "unsettled");
    return this.#frozen ? describeUnlocked(citation, part, "frozen") : undefined;
  }
}
