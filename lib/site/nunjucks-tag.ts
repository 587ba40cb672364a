import nunjucks from "nunjucks";

/** The variables of the template in which a tag stands. */
export type TagContext = Readonly<Record<string, unknown>>;

/**
 * Give templates a tag, `{% name value, key="value" %}`, that prints safe HTML.
 *
 * @param print gets the variables of the template, one object a rendering, and the values;
 * those with a name come last, in one object marked `__keywords`.
 */
export function addTag(
  environment: nunjucks.Environment,
  name: string,
  print: (context: TagContext, values: readonly unknown[]) => string,
): void {
  environment.addExtension(name, {
    tags: [name],
    parse(parser: Parser, nodes: Nodes) {
      const token = parser.nextToken();
      const values = parser.parseSignature(true, true);
      // Nunjucks takes a tag without a value for one with a body.
      if (values.children.length === 0) values.addChild(new nodes.Literal(0, 0, ""));
      parser.advanceAfterBlockEnd(token.value);
      return new nodes.CallExtension(this, "run", values);
    },
    run(context: { readonly ctx: TagContext }, ...values: unknown[]) {
      return new nunjucks.runtime.SafeString(print(context.ctx, values));
    },
  } as nunjucks.Extension);
}

interface Parser {
  nextToken(): { readonly value: string };
  parseSignature(tolerant: boolean, noParentheses: boolean): List;
  advanceAfterBlockEnd(name: string): void;
}

interface List {
  readonly children: readonly unknown[];
  addChild(node: unknown): void;
}

interface Nodes {
  readonly Literal: new (line: number, column: number, value: string) => unknown;
  readonly CallExtension: new (extension: unknown, method: string, values: List) => unknown;
}
