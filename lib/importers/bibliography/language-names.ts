import { isLanguageTag } from "../../core/text/language.ts";

/** Names that TeX and people give to languages beside those that Unicode knows. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ["american", "en-US"], ["usenglish", "en-US"], ["british", "en-GB"], ["ukenglish", "en-GB"], ["canadian", "en-CA"],
  ["australian", "en-AU"], ["newzealand", "en-NZ"], ["ngerman", "de"], ["germanb", "de"], ["austrian", "de-AT"],
  ["naustrian", "de-AT"], ["swissgerman", "de-CH"], ["nswissgerman", "de-CH"], ["frenchb", "fr"], ["francais", "fr"],
  ["canadien", "fr-CA"], ["acadian", "fr-CA"], ["brazilian", "pt-BR"], ["brazil", "pt-BR"], ["portuges", "pt"],
  ["mexican", "es-MX"], ["castilian", "es"], ["magyar", "hu"], ["norsk", "nb"], ["nynorsk", "nn"],
  ["polutonikogreek", "el"], ["farsi", "fa"], ["dari", "fa-AF"], ["pashtu", "ps"], ["pushto", "ps"], ["bahasa", "id"],
  ["mandarin", "zh"], ["slovene", "sl"], ["flemish", "nl-BE"], ["uyghur", "ug"], ["hazaragi", "haz"],
]); // prettier-ignore

/** Names of the languages that have a code of two letters, in English and in the language itself; made when first needed. */
let namesOfUnicode: ReadonlyMap<string, string> | undefined;

/** BCP 47 for a tag, an ISO 639 code or a name, such as "en_US", "ger", "ngerman", "Urdu" or "اردو". */
export function readLanguage(text: string): string | undefined {
  const [first = ""] = text.slice(0, 100).split(/[;,/&|]|\s(?:and|or)\s/);
  const written = first.trim().replace(/_/g, "-");
  if (isLanguageTag(written)) return canonical(written);
  const name = written.replace(/\s*\(.*$/, "").toLowerCase();
  namesOfUnicode ??= new Map(unicodeNames());
  return otherNames.get(name) ?? namesOfUnicode.get(name);
}

function canonical(tag: string): string | undefined {
  const found = new Intl.Locale(tag).toString();
  // "und", "mul" and "zxx" name no language.
  return /^(?:und|mul|zxx|mis)\b/.test(found) ? undefined : found;
}

function* unicodeNames(): Generator<readonly [string, string]> {
  const letters = Array.from("abcdefghijklmnopqrstuvwxyz");
  const english = new Intl.DisplayNames("en", { type: "language", fallback: "none" });
  for (const code of letters.flatMap((one) => letters.map((two) => one + two))) {
    const name = english.of(code);
    if (name === undefined || canonical(code) !== code) continue;
    const own = new Intl.DisplayNames(code, { type: "language", fallback: "none" }).of(code);
    if (own !== undefined) yield [own.toLowerCase(), code];
    yield [name.toLowerCase(), code];
  }
}
