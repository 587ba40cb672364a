/**
 * Text of which no sign can mean anything to Markdown, wherever on a line it stands: most
 * sentences. The signs are those that `mdast-util-to-markdown` and its extensions for GitHub
 * call unsafe nowhere, or only at the beginning of a line or of an address.
 */
const plain = /^(?!\p{N}+[.)])[\p{L}\p{M}\p{N} ](?:[\p{L}\p{M}\p{N} ,;?·¶§’‘“”–—…%$/"'()=+-]|(?<![Ww])\.|:(?!\/))*$/u;

/** Such text within a line, behind other words. */
const plainWithin =
  /^[\p{L}\p{M}\p{N} ,;?·¶§’‘“”–—…%$"')=+-](?:[\p{L}\p{M}\p{N} ,;?·¶§’‘“”–—…%$/"'()=+-]|(?<![Ww])\.|:(?!\/))*$/u;

/** The same for the letters of English, which are told apart much faster. */
const plainEnglish = /^[A-Za-z ](?:[A-Za-z0-9 ,;?·¶§’‘“”–—…%$/"'()=+-]|(?<![Ww])\.|:(?!\/))*$/;

/** Whether text is written as it is, whatever stands around it; only at the end of a line a space would be lost. */
export function isPlain(text: string): boolean {
  return plainEnglish.test(text) || plain.test(text);
}

/** Whether text is written as it is behind other plain words on the line. */
export function isPlainWithin(text: string): boolean {
  return plainEnglish.test(text) || plainWithin.test(text);
}
