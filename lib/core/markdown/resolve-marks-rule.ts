import type MarkdownIt from "markdown-it";
import type { StateCore, Token } from "markdown-it";
import { briefWords, confidences, type Confidence } from "../text/brief-words.ts";
import { nearest } from "../text/nearest.ts";
import { reportFault } from "./body-fault.ts";
import { environmentOf } from "./environment.ts";
import type { ConfidenceMeta, CrossReferenceMeta } from "./inline-marks-rule.ts";

/**
 * Make links of cross-references, with the words and number of what they lead to, and of
 * confidence marks, which lead to what they mean; count the latter in `env.confidence`.
 *
 * Must run behind the rule that numbers figures and before links within links are taken out.
 */
export function resolveMarksRule(md: MarkdownIt): void {
  md.core.ruler.after("figures", "resolve_marks", (state) => {
    const env = environmentOf(state);
    env.confidence = { high: 0, moderate: 0, low: 0 };
    let lines: [number, number] | null = null;
    for (const token of state.tokens) {
      lines = token.map ?? lines;
      if (token.children) token.children = resolveAll(state, token.children, lines);
    }
    const whole: [number, number] = [0, state.src.split("\n").length];
    for (const note of env.footnotes?.list ?? []) if (note.tokens) note.tokens = resolveAll(state, note.tokens, whole);
  });
}

type Lines = [number, number] | null;

function resolveAll(state: StateCore, children: readonly Token[], lines: Lines): Token[] {
  return children.flatMap((token, index) => {
    if (token.type === "cross_reference") return reference(state, token, lines);
    if (token.type === "confidence") return mark(state, token, children.slice(0, index), lines);
    return [token];
  });
}

function reference(state: StateCore, token: Token, lines: Lines): Token[] {
  const { figures = new Map<string, never>(), language = "en" } = environmentOf(state);
  const { label } = token.meta as CrossReferenceMeta;
  const figure = figures.get(label);
  if (figure)
    return link(state, `#${label}`, "cross-reference", `${briefWords(language)[figure.kind]} ${figure.number}`);
  const [near] = nearest(label, figures.keys());
  const fix =
    near === undefined
      ? `Write {#${label}} at the end of the caption below it, or a \\ before the @ to show it as it is.`
      : `Write @${near}.`;
  reportFault(state, "reference-resolves", lines, `@${label}`, `No caption has the label ${label}. ${fix}`);
  return [text(state, token.content)];
}

function mark(state: StateCore, token: Token, before: readonly Token[], lines: Lines): Token[] {
  const env = environmentOf(state);
  const { typed, level: written, isWhole } = token.meta as ConfidenceMeta;
  const level = confidences.find((one) => one === written);
  if (level === undefined || !isWhole) {
    const meant = level ?? nearestLevel(written);
    const fix = `Write ${meant === undefined ? confidences.map((one) => `{${one} confidence}`).join(" or ") : `{${meant} confidence}`}.`;
    reportFault(state, "confidence-known", lines, typed, `"${typed}" is no mark of confidence. ${fix}`);
    return [text(state, typed)];
  }
  if (followsSentence(before)) {
    const message = `A mark of confidence stands before the full stop of its sentence, or at the beginning of a paragraph for all of it. Write … ${typed}. in place of . ${typed}`;
    reportFault(state, "confidence-known", lines, typed, message);
  }
  if (env.confidence) env.confidence[level] += 1;
  const words = `(${briefWords(env.language ?? "en").confidence[level]})`;
  return link(state, `#confidence:${level}`, `confidence confidence-${level}`, words);
}

function nearestLevel(written: string): Confidence | undefined {
  if (/^medium$/i.test(written)) return "moderate";
  return nearest(written, confidences)[0] as Confidence | undefined;
}

/** Whether the last words before a mark end a sentence; citations between are passed over. */
function followsSentence(before: readonly Token[]): boolean {
  const words = before.filter(({ type, content }) => type === "text" && content.trim() !== "").at(-1);
  return /[.!?\u06D4\u061F\u3002]["'\u2019\u201D)\]]*\s*$/u.test(words?.content ?? "");
}

function link(state: StateCore, href: string, classes: string, words: string): Token[] {
  const open = new state.Token("link_open", "a", 1);
  open.attrs = [
    ["href", href],
    ["class", classes],
  ];
  return [open, text(state, words), new state.Token("link_close", "a", -1)];
}

function text(state: StateCore, content: string): Token {
  const token = new state.Token("text", "", 0);
  token.content = content;
  return token;
}
