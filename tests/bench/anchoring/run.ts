import { Random } from "../random.ts";
import { openCorpora, type Corpus } from "./corpora.ts";
import { mutationKinds, type MutationKind } from "./mutate.ts";
import { tallyTable } from "./table.ts";
import { addTally, brokenBounds, emptyTally, type Tally } from "./tally.ts";
import { runTrial } from "./trial.ts";

/** How many citations of one corpus underwent one kind of change, and what became of them. */
export interface Row {
  readonly corpus: string;
  readonly kind: MutationKind;
  readonly tally: Tally;
}

/** Change and compare until each corpus and kind has its part of so many citations. The same seed gives the same rows. */
export function runAll(corpora: readonly Corpus[], citations: number, seed: number): Row[] {
  const random = new Random(seed);
  const each = citations / (corpora.length * mutationKinds.length);
  return corpora.flatMap((corpus) =>
    mutationKinds.map((kind) => {
      const tally = emptyTally();
      while (tally.citations < each) addTally(tally, runTrial(corpus, kind, random));
      return { corpus: corpus.name, kind, tally };
    }),
  );
}

export function sumOf(rows: readonly Row[]): Tally {
  const sum = emptyTally();
  for (const { tally } of rows) addTally(sum, tally);
  return sum;
}

if (process.argv[1] === import.meta.filename) {
  const [citations = 1_000_000, seed = 1] = process.argv.slice(2).map(Number);
  const rows = runAll(openCorpora(), citations, seed);
  const sum = sumOf(rows);
  console.log(tallyTable(rows, sum));
  for (const broken of brokenBounds(sum)) {
    console.log(`BROKEN: ${broken}.`);
    process.exitCode = 1;
  }
}
