import fc from "fast-check";
import { distinguishedAddress, type Address } from "../../../lib/core/anchoring/address.ts";
import { lockEventKinds, type GoneEntry, type LockEvent, type SourceLock } from "../../../lib/core/anchoring/lock.ts";
import type { Fingerprint } from "../../../lib/core/anchoring/fingerprint.ts";
import { readLabel, type ParagraphLabel } from "../../../lib/core/label.ts";
import { compareText } from "../../../lib/core/text/compare.ts";
import { fingerprintForm } from "../../../lib/core/text/normal-form.ts";

const label = fc
  .oneof(
    fc.constantFrom("1", "2", "10", "14.1", "P.3", "§4", "constructor", "toString", "2(b)"),
    fc.string({ minLength: 1, maxLength: 6 }),
  )
  .map((text) => readLabel(text))
  .filter((read) => read !== undefined);

const text = fc.string({ unit: "binary", maxLength: 30 }).map(fingerprintForm);
const anyText = fc.string({ unit: "binary", maxLength: 12 });
const day = fc
  .date({ min: new Date("1900-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const hex = (digits: number) =>
  fc.string({ unit: fc.nat(15).map((digit) => digit.toString(16)), minLength: digits, maxLength: digits });
const fingerprint = hex(32).map((digits) => digits as Fingerprint);
const address = fc.oneof(
  label,
  fc.tuple(label, fingerprint).map(([one, digits]) => distinguishedAddress(one, digits)),
);
const quotations = fc.uniqueArray(anyText, { maxLength: 3 }).map((list) => list.sort(compareText));
const headings = fc.array(anyText, { maxLength: 3 });

function mapOf<Key extends string, Value>(
  key: fc.Arbitrary<Key>,
  value: fc.Arbitrary<Value>,
): fc.Arbitrary<Map<Key, Value>> {
  return fc
    .uniqueArray(fc.tuple(key, value), { selector: ([name]) => name, maxLength: 5 })
    .map((list) => new Map(list));
}

const event: fc.Arbitrary<LockEvent> = fc.record(
  { date: day, kind: fc.constantFrom(...lockEventKinds), label, before: anyText, after: anyText },
  { requiredKeys: ["date", "kind"] },
);

/** Any lock that Pincite might write. */
export const anyLock: fc.Arbitrary<SourceLock> = fc.record({
  version: fc.constant(1 as const),
  normaliser: fc.constant(1 as const),
  source: hex(64),
  paragraphs: fc.uniqueArray(fc.record({ label, fingerprint }), {
    selector: (paragraph) => paragraph.label,
    maxLength: 6,
  }),
  cited: mapOf(label, fc.record({ text, headings, quotations, accepted: day, published: fc.boolean() })),
  ranges: mapOf(
    fc.tuple(label, label).map(([from, to]) => `${from}-${to}`),
    fc.array(label, { maxLength: 4 }),
  ),
  citations: fc
    .uniqueArray(fc.record({ document: anyText, pinpoint: anyText, times: fc.integer({ min: 1, max: 99 }) }), {
      selector: ({ document, pinpoint }) => JSON.stringify([document, pinpoint]),
      maxLength: 4,
    })
    .map((list) => list.sort((a, b) => compareText(a.document, b.document) || compareText(a.pinpoint, b.pinpoint))),
  aliases: mapOf<Address, ParagraphLabel>(address, label),
  gone: mapOf<Address, GoneEntry>(address, fc.record({ text, headings, accepted: day, gone: day })),
  history: fc.array(event, { maxLength: 4 }),
});
