/** What stands in a range within an element, from the beginning of its first word to the end of its last; empty for no word. */
export function wholeWords(range, element) {
  const inside = range.toString();
  if (inside.trim() === "") return "";
  const before = document.createRange();
  before.setStart(element, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const after = document.createRange();
  after.setStart(range.endContainer, range.endOffset);
  after.setEnd(element, element.childNodes.length);
  const head = /^\s/.test(inside) ? "" : /[\p{L}\p{M}\p{N}]*$/u.exec(before.toString())[0];
  const tail = /\s$/.test(inside) ? "" : /^[\p{L}\p{M}\p{N}]*/u.exec(after.toString())[0];
  return head + inside + tail;
}
