import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import ts from "typescript";

/**
 * The vocabulary of schema.org, read from the declarations of schema-dts: which classes
 * there are, what they are made of, and what their properties may hold.
 */
export class SchemaOrg {
  /** By class, or by the base that classes share: its own properties, and the bases it extends. */
  readonly #parts = new Map<string, { bases: string[]; properties: Map<string, Set<string>> }>();
  /** Names that stand for several, by name. */
  readonly #unions = new Map<string, Set<string>>();

  constructor() {
    const path = createRequire(import.meta.url)
      .resolve("schema-dts")
      .replace(/schema\.js$/, "schema.d.ts");
    const file = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest);
    for (const one of file.statements) {
      if (ts.isInterfaceDeclaration(one)) this.#parts.set(one.name.text, partOf(one));
      else if (ts.isTypeAliasDeclaration(one)) this.#unions.set(one.name.text, namesIn(one.type));
    }
  }

  /** What is wrong with a node and all nodes in it, one sentence each. */
  faultsOf(node: unknown, at = "$"): string[] {
    if (Array.isArray(node)) return node.flatMap((one, index) => this.faultsOf(one, `${at}[${index}]`));
    if (typeof node !== "object" || node === null) return [];
    const { "@type": type, "@graph": graph } = node as Record<string, unknown>;
    if (graph !== undefined) return this.faultsOf(graph, at);
    if (type === undefined) return "@id" in node ? [] : [`${at} has neither a class nor an id`];
    if (typeof type !== "string" || !this.#parts.has(`${type}Leaf`))
      return [`${at}: ${typeof type === "string" ? type : "@type"} is no class`];
    return Object.entries(node).flatMap(([name, value]) => {
      if (name.startsWith("@")) return [];
      const allowed = this.#valuesOf(`${type}Leaf`, name);
      if (!allowed) return [`${at}: ${type} has no ${name}`];
      const values: unknown[] = Array.isArray(value) ? value : [value];
      return values.flatMap((one, index) => [
        ...(this.#fits(one, allowed) ? [] : [`${at}.${name}[${index}] may not be ${JSON.stringify(one).slice(0, 80)}`]),
        ...this.faultsOf(one, `${at}.${name}[${index}]`),
      ]);
    });
  }

  #valuesOf(part: string, property: string): Set<string> | undefined {
    const known = this.#parts.get(part);
    const own = known?.properties.get(property);
    if (own) return own;
    return known?.bases.map((base) => this.#valuesOf(base, property)).find((found) => found !== undefined);
  }

  #fits(value: unknown, allowed: ReadonlySet<string>): boolean {
    const names = this.#expand(allowed);
    if (typeof value === "string")
      return (
        names.has("Text") ||
        (names.has("URL") && URL.canParse(value)) ||
        (names.has("Date") && /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(value))
      );
    if (typeof value === "number") return names.has("Number") || names.has("Integer");
    const { "@type": type } = value as Record<string, unknown>;
    return type === undefined ? names.has("IdReference") : typeof type === "string" && names.has(`${type}Leaf`);
  }

  #expand(names: ReadonlySet<string>, found = new Set<string>()): Set<string> {
    for (const name of names) {
      if (found.has(name)) continue;
      found.add(name);
      this.#expand(this.#unions.get(name) ?? new Set(), found);
    }
    return found;
  }
}

function partOf(declaration: ts.InterfaceDeclaration) {
  const bases = declaration.heritageClauses?.flatMap(({ types }) =>
    types.flatMap(({ expression }) => (ts.isIdentifier(expression) ? [expression.text] : [])),
  );
  const properties = new Map<string, Set<string>>();
  for (const member of declaration.members)
    if (ts.isPropertySignature(member) && ts.isStringLiteral(member.name) && member.type)
      properties.set(member.name.text, namesIn(member.type));
  return { bases: bases ?? [], properties };
}

function namesIn(type: ts.Node): Set<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node) => {
    if (ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName)) names.add(node.typeName.text);
    ts.forEachChild(node, visit);
  };
  visit(type);
  return names;
}
