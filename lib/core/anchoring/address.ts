import { readLabel, type ParagraphLabel } from "../label.ts";
import type { Fingerprint } from "./fingerprint.ts";
import type { SourceLock } from "./lock.ts";

/**
 * Under what a paragraph was published: its label, or, where that address belonged to
 * other words, its label and the beginning of its fingerprint, such as `7~5f2c01ab`.
 */
export type Address = ParagraphLabel | `${ParagraphLabel}~${string}`;

/** How much of a fingerprint tells paragraphs apart that have had the same label, in hex digits. */
const distinguishing = 8;

/** What of a lock says which addresses belong to other words. */
type Published = Pick<SourceLock, "aliases" | "gone">;

/** Whether the address that is a label alone belongs to words that left the label, or are gone. */
export function isAddressTaken(label: ParagraphLabel, { aliases, gone }: Published): boolean {
  return aliases.has(label) || gone.has(label);
}

/** The address under which a paragraph is published beside what a lock holds. */
export function addressBeside(lock: Published, label: ParagraphLabel, fingerprint: Fingerprint): Address {
  return isAddressTaken(label, lock) ? distinguishedAddress(label, fingerprint) : label;
}

export function distinguishedAddress(label: ParagraphLabel, fingerprint: Fingerprint): Address {
  return `${label}~${fingerprint.slice(0, distinguishing)}`;
}

/** The address that `text` spells; undefined when it is none. */
export function readAddress(text: string): Address | undefined {
  const [label = "", beginning, ...more] = text.split("~");
  if (more.length > 0 || readLabel(label) !== label) return undefined;
  return beginning === undefined || /^[0-9a-f]{8}$/.test(beginning) ? (text as Address) : undefined;
}

/** The label that stood beside a paragraph at this address. */
export function labelOfAddress(address: Address): string {
  return address.replace(/~.*/, "");
}
