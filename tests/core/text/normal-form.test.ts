import { describe, expect, test } from "vitest";
import { fingerprintForm, quotationForm } from "../../../lib/core/text/normal-form.ts";

describe("the fingerprint form forgives encoding only", () => {
  test.each([
    ["letters and marks are composed", "Cafe\u0301", "Café"],
    ["a run of white space is one space", "a \t\r\n  b", "a b"],
    ["a no-break space is a space", "5\u00A0km", "5 km"],
    ["narrow, thin and ideographic spaces are spaces", "a\u202Fb\u2009c\u3000d", "a b c d"],
    ["line and paragraph separators and next line are spaces", "a\u2028b\u2029c\u0085d", "a b c d"],
    ["ends are trimmed", "\u00A0 a \n", "a"],
    ["a soft hyphen is dropped", "co\u00ADoperation", "cooperation"],
    ["zero-width space and word joiner are dropped", "a\u200Bb\u2060c", "abc"],
    ["what a dropped character kept apart is composed", "e\u00AD\u0301", "é"],
    ["nothing but white space is nothing", " \u00A0\u2003 ", ""],
  ])("%s", (_, text, expected) => {
    expect(fingerprintForm(text)).toBe(expected);
  });

  test.each([
    ["case", "Kabul KABUL"],
    ["a zero-width non-joiner", "می\u200Cخواهم"],
    ["curly quotation marks and dashes", "“a” – ‘b’"],
    ["ligatures", "ﬁnal ﷲ"],
    ["Arabic letters and digits", "ي ى ك ہ ھ ٣ ۳"],
    ["superscripts and fractions", "10⁶ x² ½"],
  ])("%s are kept", (_, text) => {
    expect(fingerprintForm(text)).toBe(text);
  });
});

describe("the quotation form forgives typography too", () => {
  test.each([
    ["double quotation marks", "“a” „b‟ «c» ″d″ ＂e＂", '"a" "b" "c" "d" "e"'],
    ["single quotation marks and apostrophes", "‘a’ ‚b‛ ‹c› ′d′ ʼe ＇f＇", "'a' 'b' 'c' 'd' 'e 'f'"],
    ["dashes and the minus sign", "a‐b‑c‒d–e—f―g−h", "a-b-c-d-e-f-g-h"],
    ["a run of hyphens", "a -- b --- c", "a - b - c"],
    ["the ellipsis", "and so on…", "and so on..."],
    ["Latin ligatures", "ﬁrst oﬃce aﬄuent ﬂag", "first office affluent flag"],
    ["Arabic presentation forms", "\uFEFB \uFE8E\uFE91", "لا اب"],
    ["the ligature of a holy name", "\uFDF2", "الله"],
    ["zero-width joiners", "می\u200Cخواهم\u200D", "میخواهم"],
    ["tatweel", "محـــمد", "محمد"],
    ["bidirectional marks", "\u200Fa\u200E\u061C\u2067b\u2069\u202Ac\u202C", "abc"],
    ["the Arabic yehs", "ي ى ی", "ی ی ی"],
    ["the Arabic kaf", "ك ک", "ک ک"],
    ["Arabic-Indic digits", "٠١٢٣٤٥٦٧٨٩", "0123456789"],
    ["Persian digits", "۰۱۲۳۴۵۶۷۸۹", "0123456789"],
    ["a hamza that a tatweel kept apart", "ي\u0640\u0654", "ئ"],
  ])("%s", (_, text, expected) => {
    expect(quotationForm(text)).toBe(expected);
  });

  test.each([
    ["the two Urdu letters heh", "ہ ھ ه"],
    ["superscripts: 10⁶ is not 106", "10⁶ x² m³"],
    ["fractions and full-width digits", "½ ５"],
    ["case", "The THE the"],
    ["accents", "Café naïve"],
    ["ASCII punctuation", "a, b; c: (d) [e] 5% $3 1.3"],
  ])("%s stay apart", (_, text) => {
    expect(quotationForm(text)).toBe(text);
  });
});
