import { withoutInvisible } from "../text/invisible.ts";
import { fingerprintForm, quotationFormWithDashes } from "../text/normal-form.ts";

/** The fingerprint form without invisible characters, which must not make one word or number two. */
export function visibleForm(text: string): string {
  return fingerprintForm(withoutInvisible(text));
}

/**
 * The quotation form with its dashes still told apart: by it is judged where words and numbers end.
 *
 * @param language BCP 47, of the text.
 */
export function toldForm(text: string, language: string): string {
  return quotationFormWithDashes(withoutInvisible(text), language);
}
