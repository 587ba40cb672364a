import { findWords } from "../text/find-words.ts";
import { withoutInvisible } from "../text/invisible.ts";
import { fingerprintForm, foldDashes, quotationFormWithDashes } from "../text/normal-form.ts";

/**
 * What checking a quotation against a text gave:
 * `verbatim`, letter for letter but for white space; `typographic`, the same words and
 * numbers with other quotation marks, dashes or letter forms; `absent`, not there.
 */
export type QuotationCheck = "verbatim" | "typographic" | "absent";

/** Check that quoted words stand in one of the texts, whole words only. Nothing similar ever passes. */
export function checkQuotation(quotation: string, texts: readonly string[], language = ""): QuotationCheck {
  return quotationChecker(quotation, language)(texts);
}

/**
 * The same for one quotation and many texts.
 *
 * @param language BCP 47, of the texts: it decides which letters are the same.
 */
export function quotationChecker(quotation: string, language = ""): (texts: readonly string[]) => QuotationCheck {
  const literal = fingerprintForm(quotation);
  const visible = visibleForm(quotation);
  const folded = foldDashes(toldForm(quotation, language));
  return (texts) => {
    const isLiteral = (text: string) =>
      findWords(visibleForm(text), visible) >= 0 && fingerprintForm(text).includes(literal);
    if (texts.some(isLiteral)) return "verbatim";
    const isFolded = (text: string) => {
      const told = toldForm(text, language);
      return findWords(foldDashes(told), folded, told) >= 0;
    };
    return texts.some(isFolded) ? "typographic" : "absent";
  };
}

/** An invisible character inside a word or number must not make it two. */
function visibleForm(text: string): string {
  return fingerprintForm(withoutInvisible(text));
}

function toldForm(text: string, language: string): string {
  return quotationFormWithDashes(withoutInvisible(text), language);
}
