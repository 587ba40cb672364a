/** Windows-1252 from 0x80 to 0x9F, the part in which it is not Latin-1. */
const western = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ";

/**
 * A text in an older encoding; undefined when it has a character that is not in it. Made by
 * asking the platform's decoder what every byte and pair of bytes means.
 */
export function encodeAs(label: string, text: string): Uint8Array | undefined {
  const table = tableOf(label);
  const bytes: number[] = [];
  for (const character of text) {
    const code = table.get(character);
    if (!code) return undefined;
    bytes.push(...code);
  }
  return Uint8Array.from(bytes);
}

const tables = new Map<string, Map<string, readonly number[]>>();

function tableOf(label: string): Map<string, readonly number[]> {
  const known = tables.get(label);
  if (known) return known;
  const table = new Map<string, readonly number[]>();
  const decoder = new TextDecoder(label, { fatal: true });
  const add = (...bytes: number[]) => {
    const text = label === "windows-1252" ? decodeWestern(bytes) : decode(decoder, bytes);
    if (text !== undefined && Array.from(text).length === 1 && !table.has(text)) table.set(text, bytes);
  };
  for (let first = 0; first < 256; first++) add(first);
  if (!/windows|koi8/.test(label))
    for (let first = 0x81; first < 0xff; first++) for (let second = 0x40; second < 0xff; second++) add(first, second);
  tables.set(label, table);
  return table;
}

function decode(decoder: InstanceType<typeof TextDecoder>, bytes: readonly number[]): string | undefined {
  try {
    return decoder.decode(Uint8Array.from(bytes));
  } catch {
    return undefined;
  }
}

function decodeWestern([byte = 0]: readonly number[]): string {
  return byte >= 0x80 && byte < 0xa0 ? (western[byte - 0x80] ?? "") : String.fromCharCode(byte);
}
