import type { Environment } from "nunjucks";
import type { Interface } from "./strings.ts";

/** A Nunjucks macro as a function from what it is given to safe HTML. */
export type Component<View> = (view: View) => string;

/** The macro `name` of `components/<file>.njk`, which speaks the language of `ui`, compiled once. */
export function loadComponent<View>(
  environment: Environment,
  file: string,
  name: string,
  ui: Interface,
): Component<View> {
  let macro: ((view: View) => unknown) | undefined;
  const template = environment.getTemplate(`components/${file}.njk`, true) as unknown as Exporting;
  template.getExported({ ui }, undefined, (error, exported) => {
    if (error) throw error;
    macro = exported?.[name] as typeof macro;
  });
  if (!macro) throw new Error(`layouts/components/${file}.njk has no macro "${name}"`);
  const call = macro;
  return (view) => String(call(view));
}

interface Exporting {
  getExported(
    variables: Record<string, unknown>,
    frame: undefined,
    done: (error: Error | null, exported: Record<string, unknown> | undefined) => void,
  ): void;
}
