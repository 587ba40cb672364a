import type { CorpusFile } from "./corpus.ts";

/** How many briefs should cite the source that is changed. */
const wantedCiting = 100;

/** What is changed in a library, and how far that reaches. */
export interface Chosen {
  /** Paths in the corpus. */
  readonly brief: string;
  readonly source: string;
  /** How many briefs cite the source. */
  readonly citing: number;
  /** Path of one of them; absent in figures that were taken before saves of the source were. */
  readonly citedIn?: string;
  /** Id of a source that the brief does not cite. */
  readonly uncited: string;
}

/** The brief in the middle, and the source that is cited by as nearly a hundred briefs as any. @param files not empty. */
export function chooseChanged(files: Iterable<CorpusFile>): Chosen {
  const citing = new Map<string, number>();
  const briefs: string[] = [];
  const cited = new Map<string, ReadonlySet<string>>();
  for (const { path, text } of files) {
    if (path.startsWith("sources/")) citing.set(idOf(path), 0);
    else {
      const sources = new Set([...text.matchAll(/\{% cite "([^"]+)"/g)].map((match) => match[1] ?? ""));
      for (const source of sources) citing.set(source, (citing.get(source) ?? 0) + 1);
      briefs.push(path);
      cited.set(path, sources);
    }
  }
  const distance = ([, count]: readonly [string, number]) => Math.abs(count - wantedCiting);
  const [source = "", count = 0] = [...citing].sort((a, b) => distance(a) - distance(b))[0] ?? [];
  const brief = briefs[Math.floor(briefs.length / 2)] ?? "";
  const uncited = [...citing.keys()].find((id) => !cited.get(brief)?.has(id)) ?? source;
  const citedIn = briefs.find((path) => path !== brief && cited.get(path)?.has(source));
  return { brief, source: `sources/${source}.md`, citing: count, uncited, ...(citedIn !== undefined && { citedIn }) };
}

/** A brief with one more paragraph, below its first heading. */
export function changeBrief(text: string, paragraph: string): string {
  const heading = text.indexOf("\n## ");
  const end = text.indexOf("\n\n", heading + 1);
  return `${text.slice(0, end)}\n\n${paragraph}${text.slice(end)}`;
}

/** The text of each file that is changed, by its path, before any change. */
export function originalsOf(files: Iterable<CorpusFile>, { brief, source }: Chosen): (path: string) => string {
  const texts = new Map<string, string>();
  for (const { path, text } of files) if (path === brief || path === source) texts.set(path, text);
  return (path) => texts.get(path) ?? "";
}

/** A source with another title, which stands in each note that cites it. */
export function changeSource(text: string, number: number): string {
  return text.replace(/^title: "(.*)"$/m, (_, title: string) => `title: "${title}, edition ${number}"`);
}

function idOf(path: string): string {
  return path.slice(path.indexOf("/") + 1, -".md".length);
}
