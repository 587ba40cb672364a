import type { StateCore, Token } from "markdown-it";
import { formatDate, isDateOrInterval } from "../text/date.ts";
import { guessDate } from "../text/guess-date.ts";
import { shorten } from "../text/shorten.ts";
import { reportFault } from "./body-fault.ts";
import { environmentOf } from "./environment.ts";
import { onlyList } from "./only-list.ts";

const date = /^(\d{4}(?:-\d{1,2}){0,2}(?:\/\d{4}(?:-\d{1,2}){0,2})?):\s+/;
const shape = "Write - 2025-03-31: What happened., or 2025-03, 2025 or 2025-03-31/2025-04-10 in place of the day.";

/** Make an ordered list of dated entries: each date becomes a `time`, in words of the brief's language. */
export function makeTimeline(state: StateCore, open: Token, inside: readonly Token[]): void {
  const items = onlyList(inside, "bullet_list");
  if (!items) {
    reportFault(state, "block-content", open.map, open.markup, `A timeline holds one list and nothing else. ${shape}`);
    return;
  }
  for (const token of inside) {
    if (token.level !== open.level + 1 || !token.type.startsWith("bullet_list")) continue;
    token.type = token.type.replace("bullet", "ordered");
    token.tag = "ol";
  }
  let before = "";
  for (const item of items) {
    const inline = item.find(({ type }) => type === "inline");
    for (const one of item) if (one.type.startsWith("paragraph")) one.hidden = false;
    const found = readDate(state, inline);
    if (found === undefined) continue;
    if (isEarlier(found, before)) {
      const message = `The entry of ${found} stands behind that of ${before}. Put the entries of a timeline in the order of their dates.`;
      reportFault(state, "block-content", inline?.map, found, message);
    }
    before = found;
  }
}

/** The date that an entry begins with, taken out of its text and set before it. */
function readDate(state: StateCore, inline: Token | undefined): string | undefined {
  const [first, ...rest] = inline?.children ?? [];
  const found = first?.type === "text" ? date.exec(first.content) : null;
  const written = found?.[1] ?? "";
  if (!inline || !first || !found || !isDateOrInterval(written)) {
    const [words = ""] = (inline?.content ?? "").split(":", 1);
    const guessed = guessDate(words.trim());
    const fix = guessed === undefined ? shape : `Write ${guessed}: in place of it.`;
    const message =
      written === ""
        ? `An entry of a timeline begins with its date and a colon; here stands "${shorten(words)}". ${fix}`
        : `There is no day or span of time ${written}. ${shape}`;
    reportFault(state, "block-content", inline?.map, written || words, message);
    return undefined;
  }
  const { language = "en" } = environmentOf(state);
  const time = written
    .split("/")
    .flatMap((part, index) => [...dash(state, index), ...timeTokens(state, part, language)]);
  const separator = textToken(state, ": ");
  const words = textToken(state, first.content.slice(found[0].length));
  inline.children = [...time, separator, words, ...rest];
  return written;
}

function dash(state: StateCore, index: number): Token[] {
  return index === 0 ? [] : [textToken(state, " – ")];
}

function timeTokens(state: StateCore, day: string, language: string): Token[] {
  const open = new state.Token("time_open", "time", 1);
  open.attrs = [["datetime", day]];
  return [open, textToken(state, formatDate(day, language)), new state.Token("time_close", "time", -1)];
}

function textToken(state: StateCore, content: string): Token {
  const token = new state.Token("text", "", 0);
  token.content = content;
  return token;
}

/** Whether a date begins before another; a year is not before a day in it. */
function isEarlier(a: string, b: string): boolean {
  const [from = "", than = ""] = [a, b].map((one) => one.split("/")[0] ?? "");
  const length = Math.min(from.length, than.length);
  return from.slice(0, length) < than.slice(0, length);
}
