import type { Sequence } from "./sequence.ts";

/** Paragraphs on either side within which one that stayed the same is looked for. */
const reach = 8;
/** Places beside such a paragraph that are considered beyond the expected one. */
const slack = 2;

const directions = [-1, 1] as const;

/**
 * Where, by its surroundings, a paragraph of then is to be expected: as far as it was from
 * the nearest paragraph before it, and after it, that stands once now. Two places at most.
 */
export function expectedPlaces(before: number, then: Sequence, now: Sequence): number[] {
  return directions.flatMap((direction) => {
    const known = nearestKnown(before, direction, then, now);
    return known ? known.place - direction * known.steps : [];
  });
}

/** All places near the expected ones, and the one under the same label. */
export function nearbyPlaces(before: number, then: Sequence, now: Sequence): number[] {
  const places = new Set<number>();
  const label = then.at(before)?.label;
  const sameLabel = label === undefined ? undefined : now.placeOfLabel(label);
  if (sameLabel !== undefined) places.add(sameLabel);
  for (const direction of directions) {
    const known = nearestKnown(before, direction, then, now);
    if (!known) continue;
    for (let away = 1; away <= known.steps + slack; away++) places.add(known.place - direction * away);
  }
  return [...places].filter((place) => now.at(place) !== undefined);
}

function nearestKnown(
  before: number,
  direction: -1 | 1,
  then: Sequence,
  now: Sequence,
): { place: number; steps: number } | undefined {
  for (let steps = 1; steps <= reach; steps++) {
    const fingerprint = then.at(before + direction * steps)?.fingerprint;
    const place = fingerprint === undefined ? undefined : now.onlyPlaceOf(fingerprint);
    if (place !== undefined) return { place, steps };
  }
  return undefined;
}
