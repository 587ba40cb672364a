import { defaultHandlers, type Handle } from "mdast-util-to-markdown";
import type { Text } from "mdast";

/**
 * Text of which no sign can mean anything to Markdown, wherever on a line it stands: most
 * sentences. The signs are those that `mdast-util-to-markdown` and its extensions for GitHub
 * call unsafe nowhere, or only at the beginning of a line or of an address.
 */
const plain = /^(?!\p{N}+[.)])[\p{L}\p{M}\p{N} ](?:[\p{L}\p{M}\p{N} ,;?·¶§’‘“”–—…%$/"'()=+-]|(?<![Ww])\.|:(?!\/))*$/u;

/**
 * Writes text as `mdast-util-to-markdown` does. The library looks for some forty patterns in
 * each piece of text, and twice: once to know how the piece before it may end. Here what is
 * plain is written as it is.
 */
export const textHandler: Handle & { peek: Handle } = Object.assign(
  (...[node, parent, state, info]: Parameters<Handle>): string => {
    const { value } = node as Text;
    return isPlain(value, info) ? value : defaultHandlers.text(node as Text, parent, state, info);
  },
  {
    peek: (...[node, parent, state, info]: Parameters<Handle>): string => {
      const { value } = node as Text;
      return isPlain(value, info) ? value.charAt(0) : defaultHandlers.text(node as Text, parent, state, info);
    },
  },
);

/** At the end of a line a space would be lost. */
function isPlain(value: string, { before, after }: { readonly before: string; readonly after: string }): boolean {
  const isCut = (value.startsWith(" ") && /[\r\n]$/.test(before)) || (value.endsWith(" ") && /^[\r\n]/.test(after));
  return !isCut && plain.test(value);
}
