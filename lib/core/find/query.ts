import { findForm } from "./find-form.ts";

/** Something that must occur: a word, of which the beginning is enough, or words in quotation marks. */
export interface Term {
  /** As it was typed, for messages. */
  readonly typed: string;
  /** Its words, with a space before and behind each; at least one. */
  readonly form: string;
  /** Whether its last word must be whole, too. */
  readonly isPhrase: boolean;
}

const marks = '["“”„«»]';
const piece = new RegExp(`${marks}([^"“”„«»]*)(?:${marks}|$)|([^\\s"“”„«»]+)`, "gu");

/**
 * The terms of a query. Quotation marks hold a phrase; so does an argument with white space
 * in it and no marks, from which the shell has taken them.
 *
 * @param args as the command line gives them.
 */
export function readQuery(args: readonly string[]): Term[] {
  const typed = args.flatMap((arg) => {
    const isBare = !new RegExp(marks).test(arg);
    if (isBare && /\S\s+\S/.test(arg)) return [{ typed: arg.trim(), isPhrase: true }];
    return Array.from(arg.matchAll(piece), ([, phrase, word = ""]) => ({
      typed: phrase ?? word,
      isPhrase: phrase !== undefined,
    }));
  });
  const terms = typed.map((one) => ({ ...one, form: findForm(one.typed) })).filter(({ form }) => form !== " ");
  return terms.filter((one, index) => terms.findIndex(({ form }) => form === one.form) === index);
}

/** The form of a text has the term in it where it has this. */
export function needleOf({ form, isPhrase }: Term): string {
  return isPhrase ? form : form.slice(0, -1);
}
