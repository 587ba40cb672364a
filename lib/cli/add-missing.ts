import type { DetectedLanguage, ImportedMetadata } from "../importers/imported-document.ts";
import { grades, rightsKinds } from "../core/source/source-schema.ts";
import { isLanguageTag } from "../core/text/language.ts";
import { shortSlug, slugFrom } from "../core/slug.ts";

/** What the command line gives of a source, under the names of its options. */
export interface AddOptions {
  readonly root: string;
  readonly id?: string;
  readonly title?: string;
  readonly rights?: string;
  readonly grade?: string;
  readonly license?: string;
  readonly permission?: string;
  readonly language?: string;
  readonly issued?: string;
  readonly url?: string;
  readonly type?: string;
  readonly numbering?: "official" | "ours";
  /** By a label of the WHATWG Encoding Standard. */
  readonly encoding?: string;
  readonly digest?: true;
  readonly yes?: true;
  readonly json?: true;
  readonly force?: true;
  /** A bibliography, and the keys of it that are wanted. */
  readonly bib?: string;
  readonly key?: readonly string[];
}

export type Wanted = "id" | "title" | "rights" | "grade" | "language" | "license";

/** What each option that has to be given takes, for the list of those missing. */
export const optionHelp: ReadonlyMap<Wanted | "yes", string> = new Map<Wanted | "yes", string>([
  ["id", "--id <slug>  what briefs call it, such as unhcr-2025-08"],
  ["title", "--title <text>"],
  ["rights", `--rights ${rightsKinds.join("|")}  what readers may see of it`],
  ["grade", `--grade ${grades.join("|")}  what kind of evidence it is`],
  ["language", "--language <tag>  such as en, ur or fa-AF"],
  ["license", "--license <SPDX identifier>, or --permission <who allowed it>  the full text needs one of them"],
  ["yes", "--yes  once you have looked at the above"],
]);

/** Options with what the document itself gives put in where nothing was said. Rights and grade are never guessed. */
export function fillIn(
  options: AddOptions,
  document: { readonly metadata: ImportedMetadata; readonly language?: DetectedLanguage },
  name: string,
): AddOptions {
  const title = options.title ?? document.metadata.title;
  const rights = options.digest ? "digest" : options.rights;
  const id = options.id ?? shortSlug(title ?? "") ?? shortSlug(name.replace(/\.[^.]*$/, ""));
  const language = options.language ?? languageOf(document.metadata.language, document.language);
  return {
    ...options,
    ...(title !== undefined && { title }),
    ...(rights !== undefined && { rights }),
    ...(id !== undefined && { id }),
    ...(language !== undefined && { language }),
  };
}

export function missingFrom(options: AddOptions): Wanted[] {
  const wanted: Wanted[] = ["id", "title", "rights", "grade", "language"];
  const missing = wanted.filter((name) => name !== "license" && options[name] === undefined);
  const needsLicence =
    options.rights === "full-text" && options.license === undefined && options.permission === undefined;
  return needsLicence ? [...missing, "license"] : missing;
}

/** What the document says it is written in, unless its words are surely in another language. */
function languageOf(told: string | undefined, found: DetectedLanguage | undefined): string | undefined {
  const said = told !== undefined && isLanguageTag(told) ? told : undefined;
  if (said === undefined) return found?.certain ? found.tag : undefined;
  const isSame = found === undefined || new Intl.Locale(said).language === new Intl.Locale(found.tag).language;
  return isSame || !found.certain ? said : undefined;
}

/** The id of a source that a bibliography calls by a key; of its title where the key makes none. */
export function idForKey(key: string, title: string | undefined): string | undefined {
  return slugFrom(key) ?? shortSlug(title ?? "");
}
