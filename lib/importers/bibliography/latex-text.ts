import { collapseWhiteSpace } from "../../core/text/normal-form.ts";
import { accents, argumentsToDrop, silentCommands, subscripts, superscripts, symbols } from "./latex-symbols.ts";

export interface LatexReading {
  /** On one line, in NFC where accents were put together. */
  readonly text: string;
  /** Commands that are not known; what stands in their braces is kept as text. */
  readonly unknown: readonly string[];
}

const token = /\\([A-Za-z]+)\*?[ \t\n]*|\\([^])|([{}$~^_])|---?|``|''|[?!]`|[^\\{}$~^_`'!?-]+|[^]/gy;

const ligatures: ReadonlyMap<string, string> = new Map([
  ["--", "–"],
  ["---", "—"],
  ["``", "“"],
  ["''", "”"],
  ["`", "‘"],
  ["?`", "¿"],
  ["!`", "¡"],
]);

/**
 * What a value written in LaTeX says, without its mark-up. Nothing is carried out: a
 * command is either a character, an accent, or left out. Takes one pass, whatever the depth of braces.
 */
export function readLatex(latex: string): LatexReading {
  const unknown = new Set<string>();
  const out: string[] = [];
  let pending: string[] = [];
  let isMath = false;
  let level: ReadonlyMap<string, string> | undefined;
  const put = (found: string) => {
    // White space between an accent and its letter is none.
    const text = pending.length > 0 ? found.trimStart() : found;
    if (text === "" && found !== "") return;
    const [first = ""] = text;
    const base = pending.length > 0 && (first === "ı" || first === "ȷ") ? (first === "ı" ? "i" : "j") : first;
    out.push(
      pending.length > 0 ? (base + pending.reverse().join("")).normalize("NFC") + text.slice(first.length) : text,
    );
    pending = [];
  };
  token.lastIndex = 0;
  for (let match = token.exec(latex); match; match = token.exec(latex)) {
    const [whole, command, escaped, sign] = match;
    if (command !== undefined) {
      const accent = accents.get(command);
      const symbol = symbols.get(command);
      if (accent !== undefined) pending.push(accent);
      else if (symbol !== undefined) put(symbol);
      else if (argumentsToDrop.has(command)) token.lastIndex = endOfArgument(latex, token.lastIndex);
      else if (!silentCommands.has(command)) unknown.add(`\\${command}`);
    } else if (escaped !== undefined) {
      const accent = accents.get(escaped);
      if (accent !== undefined) pending.push(accent);
      else if (/[\s,;:\\]/.test(escaped)) put(" ");
      else if (!/[-/!@()[\]]/.test(escaped)) put(escaped);
    } else if (sign === "$") isMath = !isMath;
    else if (sign === "~") put(" ");
    else if (sign === "^" || sign === "_") {
      if (isMath) level = sign === "^" ? superscripts : subscripts;
      else put(sign);
    } else if (sign === "{") continue;
    else if (sign === "}") [pending, level] = [[], undefined];
    else {
      const raised = level;
      const text = ligatures.get(whole) ?? whole;
      put(raised ? Array.from(text, (one) => raised.get(one) ?? one).join("") : text);
      if (latex[match.index - 1] !== "{") level = undefined;
    }
  }
  return { text: collapseWhiteSpace(out.join("")), unknown: [...unknown] };
}

/** The text of a field that is not typeset, such as an address: only what exporters escape is undone. */
export function readVerbatim(value: string): string {
  const inner = /^\s*\\(?:url|path|nolinkurl)\s*\{([^{}]*)\}\s*$/.exec(value)?.[1] ?? value;
  return inner
    .replace(/\\textasciitilde\s*(?:\{\})?|\\~\{\}|\{\\textasciitilde\}/g, "~")
    .replace(/\\([_%&#$~{}])/g, "$1")
    .replace(/[{}]/g, "")
    .trim();
}

/** Offset behind the group that begins at an offset; the offset itself where none does. */
function endOfArgument(latex: string, from: number): number {
  if (latex[from] !== "{") return from;
  let depth = 0;
  for (let at = from; at < latex.length; at++) {
    if (latex[at] === "{") depth += 1;
    else if (latex[at] === "}" && --depth === 0) return at + 1;
  }
  return latex.length;
}
