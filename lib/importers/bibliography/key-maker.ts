import { slugFrom } from "../../core/slug.ts";
import type { ImportedMetadata } from "../imported-document.ts";

/** Makes keys for works that have none: name and year, such as "shah2024", with a letter where that is taken. */
export class KeyMaker {
  readonly #made = new Set<string>();

  /** @param own the key that the file gives; a key it gives twice is for others to find. */
  keyFor(own: string | undefined, { author, editor, title, issued }: ImportedMetadata): string {
    const given = own?.trim() ?? "";
    if (given !== "") {
      this.#made.add(given);
      return given;
    }
    const [name] = author ?? editor ?? [];
    const called = name === undefined ? title : "literal" in name ? name.literal : name.family;
    const word = slugFrom((called ?? "").slice(0, 60))?.split("-")[0] ?? "entry";
    const base = `${word}${issued?.slice(0, 4) ?? ""}`;
    let key = base;
    for (let number = 2; this.#made.has(key); number++) key = `${base}-${number}`;
    this.#made.add(key);
    return key;
  }
}
