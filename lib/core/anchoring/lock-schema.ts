import { z } from "zod";
import { labelAdvice, readLabel, type ParagraphLabel } from "../label.ts";
import { isCalendarDate } from "../text/date.ts";
import { fingerprintForm } from "../text/normal-form.ts";
import { readPinpoint, writePinpoint } from "../tags/pinpoint.ts";
import { readAddress, type Address } from "./address.ts";
import { readFingerprint, type Fingerprint } from "./fingerprint.ts";
import { lockEventKinds } from "./lock.ts";

export const labelField = z
  .string()
  .refine((text) => readLabel(text) === text, { error: `is not a label: ${labelAdvice}` })
  .transform((text) => text as ParagraphLabel);

const address = z
  .string()
  .refine((text) => readAddress(text) !== undefined, { error: "is no address of a paragraph" })
  .transform((text) => text as Address);

export const fingerprintField = z
  .string()
  .refine((text) => readFingerprint(text) !== undefined, { error: "is not 32 lower-case hex digits" })
  .transform((text) => text as Fingerprint);

/** Text that is not in form F would never be found again. */
const text = z.string().refine((written) => fingerprintForm(written) === written, {
  error: "has white space or characters that a paragraph's text never has",
});

const day = z.string().refine(isCalendarDate, { error: "is not a day that exists, as YYYY-MM-DD" });

const range = z.string().refine(isRange, { error: 'is not a range of two labels, such as "7-9"' });

function isRange(written: string): boolean {
  const pinpoint = readPinpoint(written);
  return pinpoint?.length === 1 && pinpoint[0]?.to !== undefined && writePinpoint(pinpoint) === written;
}

/** The file `sources/<id>.lock.json`. Nothing may be missing and nothing more may be there. */
export const lockSchema = z.strictObject({
  version: z.literal(1, { error: "is not 1: the lock was made by another version of Pincite" }),
  normaliser: z.literal(1, { error: "is not 1: the lock was made by another version of Pincite" }),
  source: z.string().regex(/^[0-9a-f]{64}$/, { error: "is not 64 lower-case hex digits" }),
  paragraphs: z
    .array(z.strictObject({ label: labelField, fingerprint: fingerprintField }))
    .check(eachOnce(({ label }) => label)),
  cited: z
    .array(
      z.strictObject({
        label: labelField,
        text,
        headings: z.array(z.string()),
        quotations: z.array(z.string()),
        accepted: day,
        published: z.boolean(),
      }),
    )
    .check(eachOnce(({ label }) => label)),
  ranges: z.array(z.strictObject({ range, labels: z.array(labelField) })).check(eachOnce(({ range }) => range)),
  citations: z
    .array(z.strictObject({ document: z.string(), pinpoint: z.string(), times: z.int().min(1) }))
    .check(eachOnce(({ document, pinpoint }) => `${pinpoint} in ${document}`)),
  aliases: z.array(z.strictObject({ from: address, to: labelField })).check(eachOnce(({ from }) => from)),
  gone: z
    .array(z.strictObject({ address, text, headings: z.array(z.string()), accepted: day, gone: day }))
    .check(eachOnce((entry) => entry.address)),
  history: z.array(
    z.strictObject({
      date: day,
      kind: z.enum(lockEventKinds),
      label: labelField.exactOptional(),
      before: z.string().exactOptional(),
      after: z.string().exactOptional(),
    }),
  ),
});

/** Two entries for one label are what a bad merge leaves: which of them holds is not for us to say. */
function eachOnce<Entry>(key: (entry: Entry) => string) {
  return ({ value, issues }: z.core.ParsePayload<Entry[]>): void => {
    const seen = new Set<string>();
    value.forEach((entry, index) => {
      const name = key(entry);
      if (seen.has(name))
        issues.push({ code: "custom", input: value, path: [index], message: `names "${name}" again` });
      seen.add(name);
    });
  };
}
