import type MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import { escapeHtml } from "../text/escape.ts";
import { briefWords } from "../text/brief-words.ts";
import type { BlockMeta, BlockName } from "./block-rule.ts";
import type { ChartMeta } from "./chart-rule.ts";
import type { ImageMeta } from "./image-rule.ts";
import { inlineText } from "./inline-text.ts";
import { isChart, type NumberedFigure } from "./figure-rule.ts";
import { rendererOf } from "./render-rules.ts";

/** Landmarks that a reader may jump to; the others are asides in the text, or lists and tables. */
const sections: ReadonlySet<BlockName> = new Set(["dissent", "recommendations"]);
const callouts: ReadonlySet<BlockName> = new Set(["note", "caution", "definition", "method"]);
/** Of these the name is not shown where there is no title: their form says what they are. */
const selfEvident: ReadonlySet<BlockName> = new Set(["timeline", "options"]);

/** Blocks, figures and their captions as HTML. */
export function installBlockRenderer(md: MarkdownIt): void {
  const { rules } = md.renderer;
  rules.container_block_open = (tokens, index, _options, env) => {
    const { name, title } = tokens[index]?.meta as BlockMeta;
    const word = rendererOf(env).strings.block(name);
    const label = title === "" ? word : `${word}: ${title}`;
    const element = sections.has(name) ? "section" : "div";
    const role = sections.has(name) ? "" : ` role="${callouts.has(name) ? "note" : "group"}"`;
    const classes = callouts.has(name) ? `block callout callout-${name}` : `block ${name}`;
    const heading = title === "" && selfEvident.has(name) ? "" : blockHeading(word, title, selfEvident.has(name));
    return `<${element} class="${classes}"${role} aria-label="${escapeHtml(label)}">\n${heading}`;
  };
  rules.container_block_close = (tokens, index) => {
    const { name } = openingOf(tokens, index)?.meta as BlockMeta;
    return sections.has(name) ? "</section>\n" : "</div>\n";
  };
  rules.figure_open = (tokens, index) => {
    const { kind, label } = tokens[index]?.meta as NumberedFigure;
    return `<figure class="figure figure-${kind}"${label === "" ? "" : ` id="${escapeHtml(label)}"`}>\n`;
  };
  rules.figure_close = () => "</figure>\n";
  rules.caption_open = (tokens, index, _options, env) => {
    const figure = tokens[index - 1]?.meta as NumberedFigure | null;
    if (!figure) return "<figcaption>";
    const { language } = rendererOf(env);
    return `<figcaption><span class="figure-number">${briefWords(language)[figure.kind]} ${figure.number}.</span> `;
  };
  const fence = rules.fence;
  rules.fence = (tokens, index, options, env, self) => {
    const meta = isChart(tokens[index]) ? (tokens[index]?.meta as ChartMeta | null) : null;
    if (meta) return rendererOf(env).chart(meta, captionBefore(tokens, index));
    return fence ? fence(tokens, index, options, env, self) : "";
  };
  rules.image_block = (tokens, index, _options, env) => rendererOf(env).image(tokens[index]?.meta as ImageMeta);
  rules.caption_close = () => "</figcaption>\n";
}

/** The words of the caption that stands before a chart; a preview may set findings between them. */
function captionBefore(tokens: readonly Token[], index: number): string {
  const end = tokens.slice(0, index).findLastIndex(({ type }) => type === "caption_close");
  const words = tokens.slice(0, Math.max(0, end)).findLast(({ type }) => type === "inline");
  return inlineText(words?.children ?? null);
}

function blockHeading(word: string, title: string, isSelfEvident: boolean): string {
  const kind = isSelfEvident ? "" : `<span class="block-kind">${escapeHtml(word)}</span>`;
  const name = title === "" ? "" : `<span class="block-title">${escapeHtml(title)}</span>`;
  return `<p class="block-name">${[kind, name].filter((part) => part !== "").join(" ")}</p>\n`;
}

function openingOf(
  tokens: readonly { readonly type: string; readonly level: number; readonly meta: unknown }[],
  close: number,
) {
  const level = tokens[close]?.level;
  return tokens.slice(0, close).findLast((token) => token.type === "container_block_open" && token.level === level);
}
