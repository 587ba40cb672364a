/** An item as it is written. */
export interface FoundItem {
  /** 0-based offset in the text. */
  readonly offset: number;
  readonly json: string;
}

/** The items of a CSL-JSON file, whether or not all of it is JSON. */
export function findItems(text: string): FoundItem[] {
  const start = listStart(text);
  if (start === undefined) return [{ offset: text.search(/\S/), json: text.trim() }];
  return isJson(text) ? itemsOfList(text, start) : itemsOfLines(text, start);
}

/** Offset behind the bracket that opens the list; undefined where the file is one item. */
function listStart(text: string): number | undefined {
  const bare = /^\s*\[/.exec(text);
  if (bare) return bare[0].length;
  if (/^\s*\{\s*\}/.test(text)) return undefined;
  for (const { key, at } of keysOf(text))
    if (key === "items" || key === "references") {
      const opening = /\s*:\s*\[/y;
      opening.lastIndex = at;
      const match = opening.exec(text);
      if (match) return at + match[0].length;
    }
  return undefined;
}

/** The keys of the outermost object, and the offsets behind them. */
function* keysOf(text: string): Generator<{ readonly key: string; readonly at: number }> {
  let depth = 0;
  const token = /"(?:[^"\\]|\\.)*"|[[\]{}]/g;
  for (const match of text.matchAll(token)) {
    const [sign] = match;
    if (sign === "{" || sign === "[") depth += 1;
    else if (sign === "}" || sign === "]") depth -= 1;
    else if (depth === 1) yield { key: sign.slice(1, -1), at: match.index + sign.length };
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The items of a list that is whole, told apart by its commas. */
function itemsOfList(text: string, start: number): FoundItem[] {
  const items: FoundItem[] = [];
  let depth = 0;
  let from = start;
  const end = (at: number) => {
    const json = text.slice(from, at);
    if (json.trim() !== "") items.push({ offset: from + json.search(/\S/), json: json.trim() });
    from = at + 1;
  };
  const token = /"(?:[^"\\]|\\.)*"|[[\]{},]/g;
  token.lastIndex = start;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [sign] = match;
    if (sign === "{" || sign === "[") depth += 1;
    else if ((sign === "}" || sign === "]") && --depth < 0) {
      end(match.index);
      return items;
    } else if (sign === "," && depth === 0) end(match.index);
  }
  return items;
}

/**
 * The items of a list that is broken somewhere: a line that is indented as the first item
 * is, and opens a brace, begins an item, whatever was left open above it.
 */
function itemsOfLines(text: string, start: number): FoundItem[] {
  const first = /^([ \t]*)\{/m.exec(text.slice(start));
  if (!first) return [{ offset: start, json: text.slice(start).trim() }];
  const begins = new RegExp(`^${first[1] ?? ""}(?:[\\]}],?[ \\t]*)?\\{`, "gm");
  begins.lastIndex = start;
  const offsets: number[] = [];
  for (let match = begins.exec(text); match; match = begins.exec(text)) offsets.push(match.index + match[0].length - 1);
  return offsets.map((offset, index) => ({ offset, json: withoutRest(text.slice(offset, offsets[index + 1])) }));
}

/** Without what stands between two items, or behind the last. */
function withoutRest(json: string): string {
  const trimmed = json.replace(/[\s,]+$/, "");
  if (isJson(trimmed)) return trimmed;
  // Of the last one: the bracket that closes the list, and a brace around it.
  const inner = trimmed.replace(/\]\s*\}?$/, "").trimEnd();
  return isJson(inner) ? inner : trimmed;
}
