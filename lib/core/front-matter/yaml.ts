import { isAlias, isMap, isScalar, isSeq, parseDocument, type Node } from "yaml";

/** A value of front matter. Scalars are always text: `12:30`, `010` and `no` mean what they say. */
export type YamlValue = string | YamlValue[] | YamlMap;
export interface YamlMap {
  [key: string]: YamlValue;
}

export interface YamlFault {
  /** 0-based offset in the YAML text. */
  readonly offset: number;
  readonly message: string;
}

export interface YamlReading {
  /** A null-prototype object; empty when the text is not a mapping. */
  readonly data: YamlMap;
  readonly faults: readonly YamlFault[];
  /** Offset of the value at a path, or of the key when `ofKey` is set; of the nearest parent if it is missing. */
  offsetOf(path: readonly (string | number)[], ofKey?: boolean): number;
}

const forbiddenKeys = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Read YAML 1.2 as nothing but text, lists and mappings (the failsafe schema): no
 * dates, numbers, tags, anchors or merge keys. A slip leaves the rest readable.
 */
export function readYaml(text: string): YamlReading {
  const document = parseDocument(text, { schema: "failsafe", uniqueKeys: true, prettyErrors: false, merge: false });
  const faults: YamlFault[] = [...document.errors, ...document.warnings].map((error) => ({
    offset: error.pos[0],
    message: `${firstSentence(error.message)} Quote the value with "…" if it holds a colon, #, or begins with a special sign.`,
  }));
  const positions = new Map<string, { key: number; value: number }>();
  const top = document.contents;
  const data = isMap(top) ? toPlain(top, [], positions, faults) : emptyMap();
  if (top !== null && !isMap(top)) {
    faults.push({
      offset: top.range[0],
      message: "Front matter is a list of keys. Write key: value on each line.",
    });
  }
  return {
    data: data as YamlMap,
    faults,
    offsetOf(path, ofKey = false) {
      for (let length = path.length; length > 0; length--) {
        const position = positions.get(pathKey(path.slice(0, length)));
        if (position) return ofKey && length === path.length ? position.key : position.value;
      }
      return 0;
    },
  };
}

type Path = readonly (string | number)[];

function toPlain(
  node: Node | null,
  path: Path,
  positions: Map<string, { key: number; value: number }>,
  faults: YamlFault[],
): YamlValue {
  if (!isAlias(node) && node?.anchor) refuseAnchor(node, faults);
  if (isScalar(node)) return typeof node.value === "string" ? node.value : "";
  if (isSeq(node)) {
    return node.items.map((item, index) => {
      const here = [...path, index];
      const start = (item as Node).range?.[0] ?? 0;
      positions.set(pathKey(here), { key: start, value: start });
      return toPlain(item as Node, here, positions, faults);
    });
  }
  if (isMap(node)) {
    const map = emptyMap();
    for (const pair of node.items) {
      const key = isScalar(pair.key) && typeof pair.key.value === "string" ? pair.key.value : undefined;
      const offset = (pair.key as Node | null)?.range?.[0] ?? 0;
      if (key === undefined || forbiddenKeys.has(key)) {
        faults.push({ offset, message: "This cannot be a key. Take it out." });
        continue;
      }
      const here = [...path, key];
      const value = pair.value as Node | null;
      positions.set(pathKey(here), { key: offset, value: value?.range?.[0] ?? offset });
      map[key] = toPlain(value, here, positions, faults);
    }
    return map;
  }
  if (isAlias(node)) refuseAnchor(node, faults);
  return "";
}

function refuseAnchor(node: Node, faults: YamlFault[]): void {
  faults.push({ offset: node.range?.[0] ?? 0, message: "Anchors and aliases are not read. Write the value out." });
}

function emptyMap(): YamlMap {
  return Object.create(null) as YamlMap;
}

function pathKey(path: Path): string {
  return JSON.stringify(path);
}

function firstSentence(message: string): string {
  const flat = message.split("\n")[0] ?? message;
  return flat.endsWith(".") ? flat : `${flat}.`;
}
