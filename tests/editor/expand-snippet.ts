/**
 * A snippet as VS Code inserts it when every default is taken: of a choice the first, of a
 * placeholder what it proposes, of a variable its value, or else its default.
 */
export function expandSnippet(body: string, variables: Readonly<Record<string, string>>): string {
  let at = 0;
  const read = (isInside: boolean): string => {
    let text = "";
    while (at < body.length && !(isInside && body[at] === "}")) {
      const rest = body.slice(at);
      const choice = /^\$\{\d+\|([^|]*)\|\}/.exec(rest);
      const open = /^\$\{(\w+)(:)?/.exec(rest);
      const bare = /^\$(\w+)/.exec(rest);
      if (choice) {
        text += choice[1]?.split(",")[0] ?? "";
        at += choice[0].length;
      } else if (open) {
        at += open[0].length;
        const proposed = open[2] === undefined ? "" : read(true);
        if (body[at] !== "}") throw new Error(`A placeholder does not end: ${rest}`);
        at += 1;
        text += variables[open[1] ?? ""] ?? proposed;
      } else if (bare) {
        at += bare[0].length;
        text += variables[bare[1] ?? ""] ?? "";
      } else {
        if (rest.startsWith("\\")) at += 1;
        text += body[at] ?? "";
        at += 1;
      }
    }
    return text;
  };
  return read(false);
}
