import type { KnownSite } from "../links/check-links.ts";
import { publishedFiles, type BuildRecord } from "./build-record.ts";
import { unitOf, type StoredUnit } from "./kept-units.ts";
import { readMarks } from "../links/place-marks.ts";

/**
 * What need not be looked at of the published site; undefined where nothing of it was kept, or it is gone.
 *
 * @param before what the build left that published it. @param folder absolute path of the published site.
 */
export function knownSite(
  stored: ReadonlyMap<string, StoredUnit>,
  before: BuildRecord | undefined,
  folder: string,
): KnownSite | undefined {
  const keptUnit = (file: string) => {
    const unit = stored.get(unitOf(file));
    return unit?.store.folder === folder ? unit : undefined;
  };
  const isKept = (unit: string) => stored.get(unit)?.store.folder === folder;
  if (!before || ![...stored.values()].some((unit) => unit.store.folder === folder)) return undefined;
  const answers = new Map<StoredUnit, boolean>();
  return {
    folder,
    files: new Map(publishedFiles({ ...before, units: before.units.filter((unit) => !isKept(unit.folder)) })),
    isKept: (file) => keptUnit(file) !== undefined,
    mayLeadTo(file, marks) {
      const unit = keptUnit(file);
      if (!unit || marks.size === 0) return false;
      const answer = answers.get(unit) ?? readMarks(unit.recorded.targets).some((mark) => marks.has(mark));
      answers.set(unit, answer);
      return answer;
    },
  };
}
