/** How a list counts. Formats that are not here are written as digits, and said to be doubtful. */
export type NumberFormat =
  | "decimal"
  | "decimal-zero"
  | "lower-letter"
  | "upper-letter"
  | "lower-roman"
  | "upper-roman"
  | "arabic-indic"
  | "none";

const romanDigits = [
  [1000, "m"], [900, "cm"], [500, "d"], [400, "cd"], [100, "c"], [90, "xc"],
  [50, "l"], [40, "xl"], [10, "x"], [9, "ix"], [5, "v"], [4, "iv"], [1, "i"],
] as const; // prettier-ignore

/** @param number 1-based; what is below 1 or past what the format can write is given in digits. */
export function formatNumber(number: number, format: NumberFormat): string {
  switch (format) {
    case "none":
      return "";
    case "decimal":
      return String(number);
    case "decimal-zero":
      return String(number).padStart(2, "0");
    case "lower-letter":
      return letters(number);
    case "upper-letter":
      return letters(number).toUpperCase();
    case "lower-roman":
      return roman(number);
    case "upper-roman":
      return roman(number).toUpperCase();
    case "arabic-indic":
      return String(number).replace(/\d/g, (digit) => String.fromCharCode(0x0660 + Number(digit)));
  }
}

/** a … z, then aa, bb, …, as word processors count. */
function letters(number: number): string {
  if (number < 1 || number > 26 * 8) return String(number);
  return String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.ceil(number / 26));
}

function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number);
  let rest = number;
  let text = "";
  for (const [value, digits] of romanDigits) {
    while (rest >= value) {
      text += digits;
      rest -= value;
    }
  }
  return text;
}
