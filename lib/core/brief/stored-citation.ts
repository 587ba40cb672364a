import { isSamePlace, type Place } from "../problem.ts";
import { restorePlace, storePlace, type StoredPlace } from "../stored-place.ts";
import type { Citation } from "./citation.ts";

type CitationPlaces = Pick<Citation, "sourcePlace" | "pinpointPlace" | "relationPlace" | "quotationPlace">;

/** A citation in values that JSON has. */
export interface StoredCitation extends Omit<Citation, "sentence" | keyof CitationPlaces> {
  /** Absent where it is that of the citation before. */
  readonly sentence?: string;
  /** Of the quotation where that is not the pinpoint's. */
  readonly places: readonly [
    source: StoredPlace,
    pinpoint: StoredPlace,
    relation: StoredPlace,
    quotation?: StoredPlace,
  ];
}

/** @param home path of the document. */
export function storeCitations(citations: readonly Citation[], home: string): StoredCitation[] {
  return citations.map((citation, index) => {
    const { sentence, sourcePlace, pinpointPlace, relationPlace, quotationPlace, ...rest } = citation;
    const stored = (place: Place) => storePlace(place, home);
    return {
      ...rest,
      ...(sentence !== citations[index - 1]?.sentence && { sentence }),
      places: [
        stored(sourcePlace),
        stored(pinpointPlace),
        stored(relationPlace),
        ...(isSamePlace(quotationPlace, pinpointPlace) ? ([] as const) : ([stored(quotationPlace)] as const)),
      ],
    };
  });
}

/** What is the same in several of them is one value in memory. */
export function restoreCitations(stored: readonly StoredCitation[], home: string): Citation[] {
  let last = "";
  return stored.map(({ sentence = last, places, request, transcluded, note, mention }) => {
    last = sentence;
    const [source, pinpoint, relation, quotation] = places;
    const pinpointPlace = restorePlace(pinpoint, home);
    return {
      request,
      transcluded,
      sentence,
      note,
      mention,
      sourcePlace: restorePlace(source, home),
      pinpointPlace,
      relationPlace: restorePlace(relation, home),
      quotationPlace: quotation ? restorePlace(quotation, home) : pinpointPlace,
    };
  });
}
