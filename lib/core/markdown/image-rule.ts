import type MarkdownIt from "markdown-it";
import type { StateCore, Token } from "markdown-it";
import { nearest } from "../text/nearest.ts";
import { shorten } from "../text/shorten.ts";
import { reportFault } from "./body-fault.ts";
import type { CaptionMeta } from "./caption-rule.ts";
import { environmentOf } from "./environment.ts";
import { inlineText } from "./inline-text.ts";
import { unmark } from "./marks.ts";

/** What an `image_block` token carries in `meta`. */
export interface ImageMeta {
  /** Name of a file in the brief's folder, with its ending. */
  readonly name: string;
  /** What somebody is told who does not see it; never empty in a brief without a problem. */
  readonly description: string;
}

/**
 * Take an image that stands alone in its paragraph as a block: a file of the brief's own
 * folder, with a description. A title, `![…](map.png "The routes")`, is its caption.
 *
 * Must run before figures are made.
 */
export function imageRule(md: MarkdownIt): void {
  md.core.ruler.before("figures", "images", (state) => {
    const out: Token[] = [];
    for (let index = 0; index < state.tokens.length; index++) {
      const token = state.tokens[index];
      const image = token?.type === "paragraph_open" ? imageAlone(state.tokens[index + 1]) : undefined;
      if (!token || !image) {
        if (token) out.push(token);
        continue;
      }
      index += 2;
      out.push(blockOf(state, token, image));
      const title = unmark(image.attrGet("title") ?? "").trim();
      if (title === "") continue;
      if (state.tokens[index + 1]?.type === "caption_open") {
        const message = `This image has two captions. Take "${shorten(title)}" out, or the paragraph below it.`;
        reportFault(state, "caption-placed", token.map, title, message);
      } else out.push(...captionOf(state, token, title));
    }
    state.tokens = out;
  });
}

function imageAlone(inline: Token | undefined): Token | undefined {
  const [image, ...others] = (inline?.children ?? []).filter(
    ({ type, content }) => type !== "text" || content.trim() !== "",
  );
  return image?.type === "image" && others.length === 0 ? image : undefined;
}

function blockOf(state: StateCore, paragraph: Token, image: Token): Token {
  const { attachments, folder = "" } = environmentOf(state);
  const name = unmark(image.attrGet("src") ?? "");
  const description = unmark(inlineText(image.children)).replace(/\s+/g, " ").trim();
  const block = new state.Token("image_block", "", 0);
  block.block = true;
  block.map = paragraph.map;
  block.level = paragraph.level;
  block.meta = { name, description } satisfies ImageMeta;
  if (attachments?.get(name)?.kind !== "image") {
    const images = [...(attachments ?? [])].flatMap(([one, { kind }]) => (kind === "image" ? [one] : []));
    const [near] = nearest(name, images);
    const fix =
      near === undefined ? "Put it there, as .png, .jpg or .webp, and write its name alone." : `Write ${near}.`;
    const message = `There is no image "${shorten(name)}" in ${folder}/. ${fix}`;
    reportFault(state, "image-readable", paragraph.map, name, message, true);
  }
  if (description === "") {
    const message = "The image has no description. Say between the square brackets what is to be seen on it.";
    reportFault(state, "image-described", paragraph.map, "![", message);
  }
  return block;
}

function captionOf(state: StateCore, paragraph: Token, title: string): Token[] {
  const open = new state.Token("caption_open", "figcaption", 1);
  open.meta = { kind: "figure", label: undefined } satisfies CaptionMeta;
  const inline = new state.Token("inline", "", 0);
  const text = new state.Token("text", "", 0);
  text.content = title;
  inline.content = title;
  inline.children = [text];
  for (const token of [open, inline]) token.map = paragraph.map;
  return [open, inline, new state.Token("caption_close", "figcaption", -1)];
}
