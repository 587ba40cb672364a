import type { z } from "zod";
import type { Problem } from "../problem.ts";
import type { FileText } from "../text/file-text.ts";
import { nearest } from "../text/nearest.ts";
import { shorten } from "../text/shorten.ts";
import { pathName } from "./path-name.ts";
import { keysAt } from "./schema-keys.ts";
import { splitFrontMatter } from "./split.ts";
import { readYaml, type YamlReading } from "./yaml.ts";

export interface FrontMatter<Shape extends z.ZodRawShape> {
  /** What could be read; a key that is missing or wrong is absent. */
  readonly data: Partial<z.output<z.ZodObject<Shape>>>;
  readonly body: string;
  /** 0-based offset of the body in the file's text. */
  readonly bodyOffset: number;
  readonly problems: readonly Problem[];
  /** Whether a key is there, readable or not. */
  has(key: string): boolean;
  /** Offset in the file of the value at a path, or of its nearest parent. */
  offsetOf(path: readonly (string | number)[]): number;
}

/**
 * Read and check a file's front matter. Every fault is reported, and what is right is
 * returned beside them, so that one wrong key does not hide what is wrong elsewhere.
 */
export function readFrontMatter<Shape extends z.ZodRawShape>(
  file: FileText,
  schema: z.ZodObject<Shape>,
): FrontMatter<Shape> {
  const split = splitFrontMatter(file);
  const problems: Problem[] = [...split.problems];
  const yaml = readYaml(split.yaml);
  const at = (offset: number) => file.placeAt(split.yamlOffset + offset);
  for (const { offset, message } of yaml.faults) {
    problems.push({ place: at(offset), rule: "front-matter-yaml", message });
  }
  const result = schema.safeParse(yaml.data);
  if (!result.success && split.problems.length === 0) {
    const faulty = keysWithFaults(yaml);
    for (const issue of result.error.issues) {
      const isMissing = issue.path.length === 1 && !(String(issue.path[0]) in yaml.data);
      if (isMissing ? !yaml.isWhole : faulty.has(issue.path[0])) continue;
      for (const { offset, ...rest } of describe(issue, yaml, schema)) problems.push({ place: at(offset), ...rest });
    }
  }
  return {
    data: result.success ? result.data : readableKeys(yaml, schema),
    body: split.body,
    bodyOffset: split.bodyOffset,
    problems,
    has: (key) => key in yaml.data,
    offsetOf: (path) => split.yamlOffset + yaml.offsetOf(path),
  };
}

/** Keys whose value holds what cannot be read: what is wrong with it besides would be noise. */
function keysWithFaults(yaml: YamlReading): Set<unknown> {
  const keys = Object.keys(yaml.data).map((key) => ({ key, offset: yaml.offsetOf([key], true) }));
  keys.sort((a, b) => a.offset - b.offset);
  const faulty = new Set<unknown>();
  const offsets = yaml.faults.map(({ offset }) => offset).sort((a, b) => a - b);
  let at = 0;
  for (const offset of offsets) {
    while ((keys[at + 1]?.offset ?? Number.POSITIVE_INFINITY) <= offset) at += 1;
    if (keys[at]) faulty.add(keys[at]?.key);
  }
  return faulty;
}

type Description = Pick<Problem, "rule" | "message"> & { offset: number };

function describe(issue: z.core.$ZodIssue, yaml: YamlReading, schema: z.ZodObject): Description[] {
  const path = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
  const name = pathName(path);
  if (issue.code === "unrecognized_keys") {
    const known = keysAt(schema, path);
    return issue.keys.map((key) => {
      const [near] = nearest(key, known);
      const where = path.length > 0 ? ` in ${name}` : "";
      const fix = near === undefined ? "Take it out." : path.length > 0 ? `Write ${near}.` : `Write ${near}: …`;
      return {
        rule: "front-matter-key",
        offset: yaml.offsetOf([...path, key], true),
        message: `There is no key "${shorten(key)}"${where}. ${fix}`,
      };
    });
  }
  const isMissing = path.length === 1 && !(String(path[0]) in yaml.data);
  return [
    {
      rule: isMissing ? "front-matter-key" : "front-matter-value",
      offset: yaml.offsetOf(path),
      message: isMissing
        ? `${name} is missing. ${issue.message}`
        : `${name.replace(/^the /, "The ")}: ${issue.message}`,
    },
  ];
}

function readableKeys<Shape extends z.ZodRawShape>(
  yaml: YamlReading,
  schema: z.ZodObject<Shape>,
): Partial<z.output<z.ZodObject<Shape>>> {
  const readable = new Map<string, unknown>();
  for (const [key, field] of Object.entries(schema.shape)) {
    const result = (field as z.ZodType).safeParse(yaml.data[key]);
    if (result.success && result.data !== undefined) readable.set(key, result.data);
  }
  return Object.fromEntries(readable) as Partial<z.output<z.ZodObject<Shape>>>;
}
