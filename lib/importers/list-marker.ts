/**
 * The number of an ordered list's item as it is shown.
 *
 * @param number the item's place as the list counts, 1-based where nothing else is said.
 * @param type HTML's list types: "1", "a", "A", "i", "I"; anything else counts in digits.
 */
export function listMarker(number: number, type: string): string {
  if (number > 0 && /^a$/i.test(type)) return `${cased(inLetters(number), type)}.`;
  if (number > 0 && number < 4000 && /^i$/i.test(type)) return `${cased(inRoman(number), type)}.`;
  return `${number}.`;
}

function cased(text: string, type: string): string {
  return type === type.toUpperCase() ? text.toUpperCase() : text;
}

function inLetters(number: number): string {
  let text = "";
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26))
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text;
  return text;
}

const numerals = [
  [1000, "m"], [900, "cm"], [500, "d"], [400, "cd"], [100, "c"], [90, "xc"],
  [50, "l"], [40, "xl"], [10, "x"], [9, "ix"], [5, "v"], [4, "iv"], [1, "i"],
] as const; // prettier-ignore

function inRoman(number: number): string {
  let rest = number;
  let text = "";
  for (const [value, letters] of numerals) {
    while (rest >= value) {
      text += letters;
      rest -= value;
    }
  }
  return text;
}
