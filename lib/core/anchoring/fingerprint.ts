import type { ParagraphLabel } from "../label.ts";
import { fingerprintForm } from "../text/normal-form.ts";

declare const brand: unique symbol;

/** 32 lower-case hex digits: the first 128 bits of the SHA-256 of a text in form F. */
export type Fingerprint = string & { readonly [brand]: "Fingerprint" };

/** SHA-256 of a text's UTF-8, in lower-case hex: all 64 digits, or the first 32. The core is given it. */
export type Hash = (text: string) => string;

/**
 * Which form F a fingerprint was made with. A change of `fingerprintForm` that gives
 * any text another form has to raise it: locks made before then compare with nothing.
 */
export const normaliserVersion = 1;

/** A paragraph as it is compared with its source's lock. */
export interface FingerprintedParagraph {
  readonly label: ParagraphLabel;
  /** In form F, in full. */
  readonly text: string;
  readonly fingerprint: Fingerprint;
}

const fingerprintPattern = /^[0-9a-f]{32}$/;

/** The fingerprint that `text` spells; undefined when it is not 32 lower-case hex digits. */
export function readFingerprint(text: string): Fingerprint | undefined {
  return fingerprintPattern.test(text) ? (text as Fingerprint) : undefined;
}

/** The fingerprint of a text: the same for texts with the same form F. */
export function fingerprint(text: string, hash: Hash): Fingerprint {
  return fingerprintOfForm(fingerprintForm(text), hash);
}

/** A source's paragraphs, each with its text in form F and the fingerprint of that. */
export function fingerprintParagraphs(
  paragraphs: readonly { readonly label: ParagraphLabel; readonly text: string }[],
  hash: Hash,
): FingerprintedParagraph[] {
  return paragraphs.map(({ label, text }) => {
    const form = fingerprintForm(text);
    // Most texts are in form F: one string in memory for both.
    return { label, text: form === text ? text : form, fingerprint: fingerprintOfForm(form, hash) };
  });
}

function fingerprintOfForm(form: string, hash: Hash): Fingerprint {
  const read = readFingerprint(hash(form).slice(0, 32));
  if (read === undefined) throw new Error("The hash has to be SHA-256 in lower-case hex.");
  return read;
}
