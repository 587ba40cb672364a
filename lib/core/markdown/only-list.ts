import type { Token } from "markdown-it";

/** The items of the list that is all there is among these tokens, each with what stands in it; undefined for anything else. */
export function onlyList(tokens: readonly Token[], kind: "bullet_list" | "ordered_list"): Token[][] | undefined {
  const [first] = tokens;
  const last = tokens.at(-1);
  const outermost = tokens.filter(({ level }) => level === first?.level);
  if (first?.type !== `${kind}_open` || last?.type !== `${kind}_close` || outermost.length !== 2) return undefined;
  const items: Token[][] = [];
  for (const token of tokens) {
    if (token.type === "list_item_open" && token.level === first.level + 1) items.push([]);
    else items.at(-1)?.push(token);
  }
  return items;
}
