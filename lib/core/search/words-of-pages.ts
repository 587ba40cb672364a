import { CborWriter } from "./cbor.ts";
import { writePlaces, type Place } from "./pagefind-files.ts";
import { compareCodePoints } from "./words-in-order.ts";

/** One of the words that a written word is found by. */
export interface FoundBy {
  readonly stem: string;
  /** As it is written with its diacritics, where it has any. */
  readonly form: string | undefined;
  /** Whether it is only a part of the written word. */
  readonly isPart: boolean;
}

/** Where one word, in one of its forms, stands: what is written of the pages so far, and the places on this one. */
class Standing {
  count = 0;
  page = -1;
  #last = 0;
  /** From where to where in what is written of all words it stands, by page. */
  readonly written: number[] = [];
  readonly #weights: number[] = [];
  readonly #places: number[] = [];
  #inFields: Place[] | undefined;

  add(weight: number, at: number): void {
    this.#weights.push(weight);
    this.#places.push(at);
  }

  addToField(field: number, at: number): void {
    (this.#inFields ??= []).push([field, at]);
  }

  endPage(writer: CborWriter): void {
    this.written.push(writer.length);
    writer.array(3).integer(this.page - this.#last);
    const [weight = 0] = this.#weights;
    if (this.#weights.every((one) => one === weight)) writeAlike(writer, weight, this.#places);
    else writePlaces(writer, this.#weights.map((one, at): Place => [one, this.#places[at] ?? 0]).sort(byWeight));
    if (this.#inFields) writeFields(writer, this.#inFields);
    else writer.array(0);
    this.written.push(writer.length);
    this.#last = this.page;
    this.count += 1;
    this.#weights.length = 0;
    this.#places.length = 0;
    this.#inFields = undefined;
  }
}

function byWeight([a, at]: Place, [b, other]: Place): number {
  return (a === 25 ? 0 : a) - (b === 25 ? 0 : b) || at - other;
}

/** Places of one weight, ascending. */
function writeAlike(writer: CborWriter, weight: number, places: readonly number[]): void {
  const isUsual = weight === 25 || places.length === 0;
  writer.array(isUsual ? places.length : places.length + 1);
  if (!isUsual) writer.integer(-1 - weight);
  let before = 0;
  for (const at of places) {
    writer.integer(at - before);
    before = at;
  }
}

/** A field, -1 for the first, and then the places in it, each told by its distance from the one before. */
function writeFields(writer: CborWriter, places: readonly Place[]): void {
  const sorted = [...places].sort(([a, at], [b, other]) => a - b || at - other);
  writer.array(sorted.length + new Set(sorted.map(([field]) => field)).size);
  let [current, before] = [-1, 0];
  for (const [field, at] of sorted) {
    if (field !== current) {
      writer.integer(-1 - field);
      [current, before] = [field, 0];
    }
    writer.integer(at - before);
    before = at;
  }
}

/** What a written word is found by, with where each of these stands. */
interface Written {
  readonly whole: readonly Standing[];
  readonly parts: readonly Standing[];
}

const none: Written = { whole: [], parts: [] };

/** The words of some pages, and where they stand, as one of Pagefind's files has them. */
export class WordsOfPages {
  readonly #written: readonly Written[];
  /** By stem, then by form; that without diacritics is empty. */
  readonly #words = new Map<string, Map<string, Standing>>();
  readonly #places = new CborWriter();
  #onPage: Standing[] = [];

  /** @param foundBy by the numbers of written words. */
  constructor(foundBy: readonly (readonly FoundBy[])[]) {
    this.#written = foundBy.map((all) => ({
      whole: all.filter(({ isPart }) => !isPart).map((one) => this.#standing(one)),
      parts: all.filter(({ isPart }) => isPart).map((one) => this.#standing(one)),
    }));
  }

  /** @param weight of the whole word; its parts share it. @param at how many words of the page come before it. */
  add(page: number, word: number, weight: number, at: number): void {
    const { whole, parts } = this.#written[word] ?? none;
    for (const standing of whole) this.#on(page, standing).add(weight, at);
    if (parts.length === 0) return;
    const ofPart = Math.max(1, Math.floor(weight / Math.min(255, parts.length)));
    for (const standing of parts) this.#on(page, standing).add(ofPart, at);
  }

  addToField(page: number, word: number, field: number, at: number): void {
    const { whole, parts } = this.#written[word] ?? none;
    for (const standing of [...whole, ...parts]) this.#on(page, standing).addToField(field, at);
  }

  endPage(): void {
    for (const standing of this.#onPage) standing.endPage(this.#places);
    this.#onPage = [];
  }

  finish(): { readonly from: string; readonly to: string; readonly bytes: Uint8Array } {
    const sorted = [...this.#words].sort(([a], [b]) => compareCodePoints(a, b));
    const writer = new CborWriter().array(1).array(sorted.length);
    for (const [word, forms] of sorted) {
      writer.array(3).text(word);
      this.#write(writer, forms.get(""));
      const written = [...forms].filter(([form]) => form !== "");
      writer.array(written.length);
      for (const [form, standing] of written.sort(([a], [b]) => compareCodePoints(a, b)))
        this.#write(writer.array(2).text(form), standing);
    }
    return { from: sorted[0]?.[0] ?? "", to: sorted.at(-1)?.[0] ?? "", bytes: writer.take() };
  }

  #write(writer: CborWriter, standing: Standing | undefined): void {
    writer.array(standing?.count ?? 0);
    const written = standing?.written ?? [];
    for (let at = 0; at < written.length; at += 2)
      writer.raw(this.#places.between(written[at] ?? 0, written[at + 1] ?? 0));
  }

  #on(page: number, standing: Standing): Standing {
    if (standing.page !== page) {
      standing.page = page;
      this.#onPage.push(standing);
    }
    return standing;
  }

  #standing({ stem, form = "" }: FoundBy): Standing {
    const forms = this.#words.get(stem) ?? new Map<string, Standing>();
    this.#words.set(stem, forms);
    const standing = forms.get(form) ?? new Standing();
    forms.set(form, standing);
    return standing;
  }
}
