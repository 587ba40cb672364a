import { asJson } from "./share-library.ts";
import type { SharedSource } from "./shared-schema.ts";

/** Another site's source as it was read, with the SHA-256 of the file that the other site publishes. */
export interface ReadSource {
  readonly shared: Omit<SharedSource, "pincite">;
  readonly sha256: string;
  /** Whether the project keeps a record of this very version, at these addresses. */
  readonly isKept: boolean;
}

/**
 * What a project keeps of another site's source, so that its citations can be verified
 * where the other site cannot be reached: everything but the words that nobody here cites.
 *
 * @param cited labels whose words are kept. @param today YYYY-MM-DD.
 */
export function keptSource(
  { shared, sha256 }: Omit<ReadSource, "isKept">,
  cited: ReadonlySet<string>,
  today: string,
): string {
  const { version, normaliser, library, source } = shared;
  const paragraphs = shared.paragraphs.map(({ text, notice, ...rest }) => ({
    ...rest,
    ...(cited.has(rest.label) && text !== undefined && { text }),
    ...(cited.has(rest.label) && notice !== undefined && { notice }),
  }));
  return asJson({ pincite: "record", version, normaliser, library, sha256, read: today, source, paragraphs });
}
