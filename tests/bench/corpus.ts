import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Random } from "./random.ts";
import { capitalise, Words } from "./words.ts";

/** One file of a corpus. */
export interface CorpusFile {
  /** Relative to the project, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export interface CorpusSize {
  readonly briefs: number;
  readonly sources: number;
  readonly citations: number;
  readonly bytes: number;
}

const paragraphsPerSource = 60;
const wordsPerParagraph = 80;
const sectionsPerBrief = 5;
const citationsPerSection = 4;
const paragraphsPerSection = 3;

/**
 * A made-up library: `briefs` briefs of about 1,200 words in five sections with tables,
 * lists, links and 20 citations, and a fifth as many sources of 60 paragraphs of about
 * 80 words. A few sources are cited much more than the rest, as in real libraries.
 * The same numbers give the same bytes on every machine.
 */
export function* makeCorpus(briefs: number, seed = 1): Generator<CorpusFile> {
  const random = new Random(seed);
  const writer = new CorpusWriter(random, new Words(random));
  const sources = Math.max(1, Math.round(briefs / 5));
  for (let number = 1; number <= sources; number++) {
    yield { path: `sources/${sourceId(number)}.md`, text: writer.source(number) };
  }
  for (let number = 1; number <= briefs; number++) {
    yield { path: `briefs/${identifier("b", number)}.md`, text: writer.brief(sources) };
  }
}

/** Write a corpus below `root`, as {@link makeCorpus} makes it. */
export function writeCorpus(root: string, briefs: number, seed = 1): CorpusSize {
  let sources = 0;
  let bytes = 0;
  for (const { path, text } of makeCorpus(briefs, seed)) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    bytes += Buffer.byteLength(text);
    if (path.startsWith("sources/")) sources += 1;
  }
  return { briefs, sources, citations: briefs * sectionsPerBrief * citationsPerSection, bytes };
}

class CorpusWriter {
  readonly #random: Random;
  readonly #words: Words;
  readonly #topics: readonly string[];
  readonly #authors: readonly string[];
  readonly #publishers: readonly string[];

  constructor(random: Random, words: Words) {
    this.#random = random;
    this.#words = words;
    this.#topics = Array.from({ length: 24 }, (_, at) => `${words.word()}-${at + 1}`);
    this.#authors = Array.from({ length: 40 }, () => `{ given: ${words.name()}, family: ${words.name()} }`);
    this.#publishers = Array.from({ length: 60 }, () => `${words.name()} Institute`);
  }

  source(number: number): string {
    const random = this.#random;
    const paragraphs = Array.from({ length: paragraphsPerSource }, () =>
      this.#words.sentences(wordsPerParagraph, { rich: false }).join(" "),
    );
    return document(
      [
        "type: report",
        `title: "${this.#words.title(random.whole(5, 9))}"`,
        `issued: "${this.#day(1998, 2026)}"`,
        `publisher: "${random.pick(this.#publishers)}"`,
        `URL: "https://example.org/reports/${number}"`,
        'accessed: "2026-03-05"',
        "language: en",
        `grade: ${random.pick(["primary", "secondary", "data", "news"])}`,
        "rights: full-text",
        "license: CC0-1.0",
        "numbering: ours",
      ],
      paragraphs,
    );
  }

  /** @param sources how many there are to cite. */
  brief(sources: number): string {
    const random = this.#random;
    const sections = Array.from({ length: sectionsPerBrief }, (_, at) => at);
    const withTable = new Set([random.pick(sections), random.pick(sections)]);
    const withList = new Set([random.pick(sections), random.pick(sections)]);
    const blocks = sections.flatMap((section) => {
      const extras = Number(withTable.has(section)) + Number(withList.has(section));
      return [
        `## ${this.#words.title(random.whole(3, 6))}`,
        ...this.#citingParagraphs(80 - 16 * extras, sources),
        ...(withTable.has(section) ? [this.#table()] : []),
        ...(withList.has(section) ? [this.#list()] : []),
      ];
    });
    return document(
      [
        `title: "${this.#words.title(random.whole(5, 9))}"`,
        `question: "${this.#words.title(random.whole(8, 12))}?"`,
        `summary: "${this.#words.sentences(40, { rich: false }).join(" ")}"`,
        `authors: [${random.pick(this.#authors)}]`,
        `date: "${this.#day(2019, 2025)}"`,
        `topics: [${[...new Set([random.pick(this.#topics), random.pick(this.#topics)])].join(", ")}]`,
        "status: published",
      ],
      blocks,
    );
  }

  /** A section's paragraphs; its citations stand behind sentences anywhere in them. */
  #citingParagraphs(length: number, sources: number): string[] {
    const paragraphs = Array.from({ length: paragraphsPerSection }, () =>
      this.#words.sentences(length, { rich: true }),
    );
    for (let citation = 0; citation < citationsPerSection; citation++) {
      const sentences = this.#random.pick(paragraphs);
      const at = this.#random.whole(0, sentences.length - 1);
      sentences[at] = `${sentences[at] ?? ""}${this.#citation(sources)}`;
    }
    return paragraphs.map((sentences) => sentences.join(" "));
  }

  #citation(sources: number): string {
    // A product of two fractions gives the first tenth of the sources a third of the citations.
    const popularity = this.#random.fraction() * this.#random.fraction();
    const source = 1 + Math.floor(sources * popularity);
    return `{% cite "${sourceId(source)}", ${this.#random.whole(1, paragraphsPerSource)} %}`;
  }

  #table(): string {
    const row = () => {
      const figures = [this.#random.whole(10, 9999), this.#random.whole(10, 9999), `${this.#random.whole(0, 40)}%`];
      return `| ${this.#words.name()} ${this.#words.word()} | ${figures.join(" | ")} |`;
    };
    const head = `| ${capitalise(this.#words.word())} | 2023 | 2024 | Change |`;
    return [head, "| --- | ---: | ---: | ---: |", ...Array.from({ length: 6 }, row)].join("\n");
  }

  #list(): string {
    const item = () => `- ${this.#words.sentence(this.#random.whole(7, 12), { rich: true })}`;
    return Array.from({ length: this.#random.whole(4, 6) }, item).join("\n");
  }

  /** A calendar day in a range of years, both included. */
  #day(from: number, to: number): string {
    const [month, day] = [this.#random.whole(1, 12), this.#random.whole(1, 28)];
    return `${this.#random.whole(from, to)}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  }
}

function document(keys: readonly string[], blocks: readonly string[]): string {
  return `${["---", ...keys, "---"].join("\n")}\n\n${blocks.join("\n\n")}\n`;
}

function sourceId(number: number): string {
  return identifier("s", number);
}

function identifier(letter: string, number: number): string {
  return `${letter}-${String(number).padStart(5, "0")}`;
}
