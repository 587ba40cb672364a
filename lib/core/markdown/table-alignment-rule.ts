import type MarkdownIt from "markdown-it";

const classes: ReadonlyMap<string, string> = new Map([
  ["text-align:left", "align-start"],
  ["text-align:center", "align-center"],
  ["text-align:right", "align-end"],
]);

/** Align table cells by class: the pages' security policy lets no style attribute apply. */
export function tableAlignmentRule(md: MarkdownIt): void {
  md.core.ruler.push("table_alignment", (state) => {
    for (const token of state.tokens) {
      const name = classes.get(token.attrGet("style") ?? "");
      if (name === undefined) continue;
      const others = (token.attrs ?? []).filter(([attribute]) => attribute !== "style");
      token.attrs = [["class", name], ...others];
    }
  });
}
