import type MarkdownIt from "markdown-it";
import type { StateCore, Token } from "markdown-it";
import container from "markdown-it-container";
import { nearest } from "../text/nearest.ts";
import { shorten } from "../text/shorten.ts";
import { reportFault } from "./body-fault.ts";
import { unmark } from "./marks.ts";
import { makeOptions } from "./options-block.ts";
import { makeRecommendations } from "./recommendations-block.ts";
import { makeTimeline } from "./timeline-block.ts";

/** Blocks that a brief may set apart, by the word behind their `:::`. */
export const blockNames = [
  "note",
  "caution",
  "definition",
  "method",
  "dissent",
  "timeline",
  "options",
  "recommendations",
] as const;
export type BlockName = (typeof blockNames)[number];

/** What a `container_block_open` token carries in `meta`. */
export interface BlockMeta {
  readonly name: BlockName;
  /** As typed behind the name; empty for none. */
  readonly title: string;
}

/** Blocks with a form of their own, which their content has to have. */
const forms: Partial<Record<BlockName, (state: StateCore, open: Token, inside: Token[]) => void>> = {
  timeline: makeTimeline,
  options: makeOptions,
  recommendations: makeRecommendations,
};

/** Read blocks between `::: name Title` and `:::`, Markdown inside them. */
export function blockRule(md: MarkdownIt): void {
  md.use(container, "block", { validate: () => true });
  md.core.ruler.after("figures", "blocks", (state) => {
    const lines = state.src.split("\n");
    for (const [index, token] of state.tokens.entries()) {
      if (token.type === "container_block_open") readBlock(state, token, index, lines);
    }
  });
}

function readBlock(state: StateCore, open: Token, index: number, lines: readonly string[]): void {
  const [, word = "", title = ""] = /^\s*(\S*)\s*(.*?)\s*$/.exec(unmark(open.info)) ?? [];
  const name = blockNames.find((known) => known === word);
  open.meta = { name: name ?? "note", title } satisfies BlockMeta;
  const isClosed = /^[\s>]*:{3,}\s*$/.test(lines[open.map?.[1] ?? lines.length] ?? "");
  const atOpening: [number, number] = [open.map?.[0] ?? 0, (open.map?.[0] ?? 0) + 1];
  const report = (rule: "block-known" | "block-closed", message: string) => {
    reportFault(state, rule, atOpening, open.markup, message);
  };
  if (word === "") {
    const advice = `Write ${open.markup} and one of ${blockNames.join(", ")} to begin a block. A block that holds another begins and ends with a colon more than it.`;
    report("block-closed", `There is no block that this ${open.markup} could end. ${advice}`);
    return;
  }
  if (name === undefined) {
    const [near] = nearest(word, blockNames);
    const fix = near === undefined ? `Write one of ${blockNames.join(", ")}.` : `Write ${open.markup} ${near}.`;
    report("block-known", `There is no block "${shorten(word)}". ${fix}`);
  }
  if (!isClosed) {
    report(
      "block-closed",
      `The block ${open.markup} ${shorten(word)} is never closed. Write ${open.markup} alone on a line below it.`,
    );
    return;
  }
  const past = state.tokens.findIndex(
    ({ type, level }, at) => at > index && type === "container_block_close" && level === open.level,
  );
  if (name !== undefined) forms[name]?.(state, open, state.tokens.slice(index + 1, past));
}
