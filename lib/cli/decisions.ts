import type { ImportedMetadata } from "../importers/imported-document.ts";
import type { Decisions } from "../importers/make-source.ts";
import type { AddOptions } from "./add-missing.ts";

/** What was decided of a source; what is still missing is empty, and refused when it is made. */
export function decisionsOf(metadata: ImportedMetadata, options: AddOptions): Decisions {
  const { title = "", grade = "", rights = "", language = "", license, permission, issued, url } = options;
  return {
    title,
    type: options.type ?? metadata.type ?? "document",
    grade,
    rights,
    language,
    ...(license !== undefined && { license }),
    ...(permission !== undefined && { permission }),
    ...(issued !== undefined && { issued }),
    ...(url !== undefined && { URL: url }),
  };
}
