import type MarkdownIt from "markdown-it";
import type { StateInline } from "markdown-it";

/** What a `cross_reference` token carries in `meta`. */
export interface CrossReferenceMeta {
  /** As typed behind the @, such as `tbl:returns`. */
  readonly label: string;
}

/** What a `confidence` token carries in `meta`. */
export interface ConfidenceMeta {
  /** As typed, braces included. */
  readonly typed: string;
  /** The word before "confidence", or what is there in its place. */
  readonly level: string;
  readonly isWhole: boolean;
}

const reference = /@((?:tbl|fig):[\p{L}\p{N}](?:[\p{L}\p{N}_-]*[\p{L}\p{N}])?)/uy;
const whole = /\{[ \t]*([\p{L}-]+)[ \t]+confidence[ \t]*\}/uy;
const partial = /\{[ \t]*(?:\.?confidence[ \t]*[:=]?[ \t]*"?([\p{L}]*)"?|(high|moderate|medium|low))[ \t]*\}/iuy;

/** Read `@tbl:…`, `@fig:…` and `{high confidence}` in running text; what they mean is decided once all is read. */
export function inlineMarksRule(md: MarkdownIt): void {
  md.inline.ruler.before("escape", "cross_reference", crossReference);
  md.inline.ruler.before("escape", "confidence", confidence);
}

function crossReference(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== "@" || /[\p{L}\p{N}.]/u.test(state.src[state.pos - 1] ?? "")) return false;
  const found = match(reference, state);
  if (!found) return false;
  if (!silent) {
    const token = state.push("cross_reference", "", 0);
    token.content = found[0];
    token.meta = { label: found[1] ?? "" } satisfies CrossReferenceMeta;
  }
  state.pos += found[0].length;
  return true;
}

function confidence(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== "{") return false;
  const complete = match(whole, state);
  const found = complete ?? match(partial, state);
  if (!found) return false;
  if (!silent) {
    const [typed] = found;
    const token = state.push("confidence", "", 0);
    token.content = typed;
    const level = found[1] ?? found[2] ?? "";
    token.meta = { typed, level, isWhole: complete !== undefined } satisfies ConfidenceMeta;
  }
  state.pos += found[0].length;
  return true;
}

function match(pattern: RegExp, { src, pos, posMax }: StateInline): RegExpExecArray | undefined {
  pattern.lastIndex = pos;
  const found = pattern.exec(src);
  return found && pattern.lastIndex <= posMax ? found : undefined;
}
