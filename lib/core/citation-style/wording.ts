/** The words and signs that a built-in style puts between those of a source, in one language. */
export interface Wording {
  /** BCP 47, for dates. */
  readonly language: string;
  readonly comma: string;
  readonly stop: string;
  readonly and: string;
  readonly andOthers: string;
  readonly in: string;
  readonly noDate: string;
  readonly accessed: string;
  readonly ibid: string;
  readonly number: string;
  readonly volume: string;
  readonly version: string;
  /** Of the note that names the source in full. */
  readonly note: string;
  readonly editors: readonly [one: string, several: string];
  readonly translators: readonly [one: string, several: string];
  readonly editedBy: string;
  readonly translatedBy: string;
  /** Behind the number of an edition. */
  readonly edition: string;
  /** 3 as "3rd". */
  ordinal(number: number): string;
}

const english: Wording = {
  language: "en",
  comma: ", ",
  stop: ".",
  and: "and",
  andOthers: "et al.",
  in: "in",
  noDate: "n.d.",
  accessed: "accessed",
  ibid: "Ibid.",
  number: "no.",
  volume: "vol.",
  version: "Version",
  note: "n",
  editors: ["ed.", "eds."],
  translators: ["trans.", "trans."],
  editedBy: "ed.",
  translatedBy: "trans.",
  edition: "ed.",
  ordinal(number) {
    const teen = number % 100 >= 11 && number % 100 <= 13;
    return `${number}${(teen ? undefined : ["th", "st", "nd", "rd"][number % 10]) ?? "th"}`;
  },
};

const urdu: Wording = {
  language: "ur",
  comma: "، ",
  stop: "۔",
  and: "اور",
  andOthers: "وغیرہ",
  in: "در",
  noDate: "تاریخ درج نہیں",
  accessed: "ملاحظہ",
  ibid: "ایضاً",
  number: "شمارہ",
  volume: "جلد",
  version: "نسخہ",
  note: "حاشیہ",
  editors: ["مدیر", "مدیران"],
  translators: ["مترجم", "مترجمین"],
  editedBy: "مرتبہ",
  translatedBy: "ترجمہ",
  edition: "اشاعت",
  ordinal: (number) => String(number),
};

/** The words of a style for readers of a language; English where there are no others. */
export function wordingFor(language: string): Wording {
  return language.split("-")[0]?.toLowerCase() === "ur" ? urdu : english;
}
