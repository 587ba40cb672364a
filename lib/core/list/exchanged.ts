/** What is to be taken out of one list and put in to have another. What has only moved is in both. */
export interface Exchange<One> {
  readonly gone: readonly One[];
  readonly come: readonly One[];
}

/**
 * Compare two lists place by place, which costs next to nothing where they are long and hardly
 * apart. Where they are of one length, what has come stands at the places of what has gone.
 */
export function exchanged<One extends object | string>(before: readonly One[], after: readonly One[]): Exchange<One> {
  if (before === after) return { gone: [], come: [] };
  if (before.length === after.length) {
    const gone: One[] = [];
    const come: One[] = [];
    // Counted, not iterated: after every save this walks through all documents, several times.
    for (let at = 0; at < after.length; at++) {
      const old = before[at];
      const one = after[at];
      if (old === one || old === undefined || one === undefined) continue;
      gone.push(old);
      come.push(one);
    }
    return { gone, come };
  }
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return { gone: before.slice(start, before.length - end), come: after.slice(start, after.length - end) };
}
