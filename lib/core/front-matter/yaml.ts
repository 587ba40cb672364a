import { isAlias, isMap, isScalar, isSeq, parseDocument, type Node, type Pair, type YAMLMap } from "yaml";
import { cleanText, findDirectionControl, findNoText } from "../text/invisible.ts";
import { shorten } from "../text/shorten.ts";
import { explainErrors } from "./yaml-errors.ts";
import { scanYaml } from "./yaml-scan.ts";

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
  /** Whether every key was found, so that one that is not there is missing. */
  readonly isWhole: boolean;
  /** Offset of the value at a path, or of the key when `ofKey` is set; of the nearest parent if it is missing. */
  offsetOf(path: readonly (string | number)[], ofKey?: boolean): number;
}

const forbiddenKeys = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Read YAML 1.2 as nothing but text, lists and mappings (the failsafe schema): no
 * dates, numbers, tags, anchors or merge keys. A slip leaves the rest readable.
 */
export function readYaml(text: string): YamlReading {
  const scan = scanYaml(text);
  // Two keys of one name are found here: the library compares each key with every other.
  const document = parseDocument(scan.text, {
    schema: "failsafe",
    uniqueKeys: false,
    prettyErrors: false,
    merge: false,
  });
  const errors = [...document.errors, ...document.warnings];
  const reader = new PlainReader([...scan.faults, ...explainErrors(errors, scan.text, scan.faults, scan.openings)]);
  const top = document.contents;
  const data = isMap(top) ? reader.read(top, []) : emptyMap();
  if (top !== null && !isMap(top)) {
    const message = "Front matter is a list of keys. Write key: value on each line.";
    reader.faults.push({ offset: top.range[0], message });
  }
  return {
    data: data as YamlMap,
    faults: reader.faults,
    isWhole: errors.length === 0 && !scan.isRefused && (top === null || isMap(top)),
    offsetOf(path, ofKey = false) {
      for (let length = path.length; length > 0; length--) {
        const position = reader.positions.get(pathKey(path.slice(0, length)));
        if (position) return ofKey && length === path.length ? position.key : position.value;
      }
      return 0;
    },
  };
}

type Path = readonly (string | number)[];

/** Turns nodes into plain values, and keeps where each stood. */
class PlainReader {
  readonly positions = new Map<string, { key: number; value: number }>();
  readonly faults: YamlFault[];

  constructor(faults: YamlFault[]) {
    this.faults = faults;
  }

  read(node: Node | null, path: Path): YamlValue {
    const offset = node?.range?.[0] ?? 0;
    if (isAlias(node)) this.#refuse(offset, 'A value cannot begin with *. Write it in quotation marks: "…".');
    else if (node?.anchor) this.#refuse(offset, 'A value cannot begin with &. Write it in quotation marks: "…".');
    if (isScalar(node)) return typeof node.value === "string" ? this.#readText(node.value, offset) : "";
    if (isSeq(node)) {
      return node.items.map((item, index) => {
        const here = [...path, index];
        const start = (item as Node).range?.[0] ?? 0;
        this.positions.set(pathKey(here), { key: start, value: start });
        return this.read(item as Node, here);
      });
    }
    return isMap(node) ? this.#readMap(node, path) : "";
  }

  #readMap(node: YAMLMap, path: Path): YamlMap {
    const map = emptyMap();
    for (const pair of node.items as Pair<Node | null, Node | null>[]) {
      const written = isScalar(pair.key) && typeof pair.key.value === "string" ? pair.key.value : undefined;
      const offset = pair.key?.range?.[0] ?? 0;
      const key = written === undefined ? undefined : this.#readText(written, offset);
      if (key === undefined || key !== written || forbiddenKeys.has(key)) {
        if (key === written) this.#refuse(offset, "This cannot be a key. Take it out.");
        continue;
      }
      if (key in map) this.#refuse(offset, `The key "${shorten(key)}" is given twice. Keep one.`);
      const here = [...path, key];
      this.positions.set(pathKey(here), { key: offset, value: pair.value?.range?.[0] ?? offset });
      map[key] = this.read(pair.value, here);
    }
    return map;
  }

  /** Escapes can spell what no file may hold. */
  #readText(text: string, offset: number): string {
    const odd = findNoText(text);
    const turning = findDirectionControl(text);
    if (odd !== undefined) this.#refuse(offset, `${odd} does not belong in a text. Take it out.`);
    else if (turning !== undefined) this.#refuse(offset, `Take the invisible direction mark ${turning} out.`);
    return cleanText(text);
  }

  #refuse(offset: number, message: string): void {
    this.faults.push({ offset, message });
  }
}

function emptyMap(): YamlMap {
  return Object.create(null) as YamlMap;
}

function pathKey(path: Path): string {
  return JSON.stringify(path);
}
