import { isMap, isScalar, parseDocument, stringify, type Pair, type Scalar, type YAMLMap, type Node } from "yaml";

/** What to put in place of a stretch of text; offsets are 0-based. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

type Entry = Pair<Scalar, Node | null>;

/**
 * Changes single keys of front matter and leaves every other character as it is: order,
 * comments, quotation marks.
 *
 * The YAML must be free of faults, as `readYaml` finds them.
 */
export class FrontMatterEditor {
  readonly splices: Splice[] = [];
  readonly #yaml: string;
  readonly #top: YAMLMap | undefined;

  constructor(yaml: string) {
    this.#yaml = yaml;
    const { contents } = parseDocument(yaml, { schema: "failsafe", uniqueKeys: false, prettyErrors: false });
    this.#top = isMap(contents) ? contents : undefined;
  }

  /** Whether keys stand on lines of their own, as they must to be changed one by one. */
  get isEditable(): boolean {
    return this.#top !== undefined && this.#top.flow !== true;
  }

  /** Put a value in place of a key's, or the key behind another one, or last. */
  set(key: string, value: unknown, after?: string): void {
    const entry = this.#find(this.#top, key);
    if (entry) {
      this.#replace(entry, key, value);
      return;
    }
    const before = after === undefined ? undefined : this.#find(this.#top, after);
    const at = before ? this.#endOfLine(endOf(before)) : this.#yaml.length;
    const isOpen = at > 0 && this.#yaml[at - 1] !== "\n";
    this.splices.push({ from: at, to: at, text: `${isOpen ? "\n" : ""}${write({ [key]: value })}` });
  }

  /** Put texts in place of those under a key, each where it stands, and the whole where one is not there yet. */
  setAll(key: string, values: Readonly<Record<string, string>>): void {
    const map = this.#find(this.#top, key)?.value;
    const entries = Object.entries(values).map(([name, value]) => ({ entry: this.#find(map, name), value }));
    if (entries.some(({ entry }) => !isScalar(entry?.value))) {
      this.set(key, values);
      return;
    }
    for (const { entry, value } of entries) if (isScalar(entry?.value)) this.#replaceScalar(entry.value, value);
  }

  /** Give entries under a key other names, and take out those that have none. */
  rename(key: string, nameOf: (name: string) => string | undefined): void {
    const map = this.#find(this.#top, key)?.value;
    if (!isMap(map)) return;
    const entries = map.items as Entry[];
    const names = entries.map((entry) => nameOf(textOf(entry.key)));
    const isGone = names.every((name) => name === undefined);
    if (isGone || (map.flow === true && names.includes(undefined))) {
      const kept = entries.flatMap((entry, index) => {
        const name = names[index];
        return name === undefined ? [] : [[name, entry.value?.toJSON()] as const];
      });
      if (isGone) this.#remove(this.#find(this.#top, key));
      else this.set(key, Object.fromEntries(kept));
      return;
    }
    entries.forEach((entry, index) => {
      const name = names[index];
      if (name === undefined) this.#remove(entry);
      else if (name !== textOf(entry.key)) this.#replaceScalar(entry.key, name, true);
    });
  }

  #replace({ key: node, value: old }: Entry, key: string, value: unknown): void {
    if (JSON.stringify(old) === JSON.stringify(value)) return;
    if (isScalar(old) && typeof value === "string" && this.#isOnOneLine(old)) {
      this.#replaceScalar(old, value);
      return;
    }
    const [from, to] = [startOf(node), endOf({ key: node, value: old })];
    const text = write({ [key]: value });
    this.splices.push({ from, to, text: this.#yaml[to - 1] === "\n" ? text : text.trimEnd() });
  }

  #isOnOneLine(node: Scalar): boolean {
    const [from = 0, to = 0] = node.range ?? [];
    return to > from && !this.#yaml.slice(from, to).includes("\n");
  }

  /** With the quotation marks it had, or such as it needs. */
  #replaceScalar(node: Scalar, value: string, isKey = false): void {
    if (node.value === value) return;
    const [from = 0, to = 0] = node.range ?? [];
    const isQuoted = isKey || /^["']/.test(this.#yaml.slice(from, to));
    const plain = write(value).trimEnd();
    const text = isQuoted || plain.includes("\n") || !/^[\w.-]+$/.test(value) ? JSON.stringify(value) : plain;
    this.splices.push({ from, to, text });
  }

  #remove(entry: Entry | undefined): void {
    if (!entry) return;
    const start = startOf(entry.key);
    const from = this.#yaml.lastIndexOf("\n", start - 1) + 1;
    this.splices.push({ from, to: this.#endOfLine(endOf(entry)), text: "" });
  }

  #endOfLine(at: number): number {
    if (this.#yaml[at - 1] === "\n") return at;
    const end = this.#yaml.indexOf("\n", at);
    return end < 0 ? this.#yaml.length : end + 1;
  }

  #find(map: unknown, key: string): Entry | undefined {
    return isMap(map) ? (map.items as Entry[]).find((entry) => textOf(entry.key) === key) : undefined;
  }
}

/** A text with stretches of it replaced; none may lie inside another. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  let [result, done] = ["", 0];
  for (const { from, to, text: put } of [...splices].sort((a, b) => a.from - b.from || a.to - b.to)) {
    result += text.slice(done, from) + put;
    done = to;
  }
  return result + text.slice(done);
}

function write(value: unknown): string {
  return stringify(value, { lineWidth: 0, defaultKeyType: "PLAIN", aliasDuplicateObjects: false });
}

function textOf(key: Scalar): string {
  return typeof key.value === "string" ? key.value : "";
}

function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

function endOf({ key, value }: Pick<Entry, "key" | "value">): number {
  return value?.range?.[1] ?? key.range?.[1] ?? 0;
}
