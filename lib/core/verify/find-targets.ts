import type { BuiltSite } from "./built-site.ts";
import { divertedPage, nameTarget, type FoundTarget, type NoteCase } from "./note-case.ts";

/** Find each cited paragraph on its source's page. @returns those found, in order; what is not is reported. */
export function findTargets({ annotation, evidenceAddresses, report }: NoteCase, site: BuiltSite): FoundTarget[] {
  return annotation.target.flatMap((target): FoundTarget[] => {
    const file = evidenceAddresses.placeOf(target.source)?.file;
    if (file === undefined) {
      report(
        "address-inside",
        `The source of ¶${target.label} is "${target.source}", which is no address inside the site.`,
      );
      return [];
    }
    const reading = site.sourcePage(file);
    if (reading.kind !== "read") {
      const why = reading.kind === "missing" ? "there is no such page" : reading.reason;
      report(reading.kind === "missing" ? "page-present" : "file-readable", `/${file} cannot be seen: ${why}.`);
      return [];
    }
    const page = reading.content;
    if (page.isDiverted) report("address-inside", `Of /${file}: ${divertedPage}`);
    const name = nameTarget({ target, file });
    const id = target.selector.value;
    const count = page.ids.get(id) ?? 0;
    const paragraph = page.byId.get(id);
    if (count > 1)
      report("id-unique", `${name} could be any of ${count}: that many elements of the page have the id "${id}".`);
    if (paragraph && count === 1) return [{ target, file, page, paragraph }];
    if (count <= 1) report("page-present", `${name} is not there: no paragraph of the page has the id "${id}".`);
    return [];
  });
}
