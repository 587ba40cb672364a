import { Words } from "../words.ts";
import type { Random } from "../random.ts";

const provinces = ["Punjab", "Sindh", "Balochistan", "Khyber Pakhtunkhwa", "Islamabad", "Gilgit-Baltistan"];
const matters = ["returns", "arrests", "deportations", "attacks", "registrations", "school enrolments"];
const months = ["January", "March", "April", "June", "July", "September", "October", "December"];

/** A report of prose among paragraphs of figures, in which one digit is the whole difference. */
export function statisticalReport(random: Random, paragraphs: number): string[] {
  const words = new Words(random);
  return Array.from({ length: paragraphs }, () => {
    const kind = random.fraction();
    if (kind < 0.4) return figures(random);
    if (kind < 0.5) return `${random.pick(provinces)}: ${count(random)} ${random.pick(matters)}`;
    return words.sentences(random.whole(20, 90), { rich: false }).join(" ");
  });
}

function figures(random: Random): string {
  const matter = random.pick(matters);
  const month = `${random.pick(months)} ${random.whole(2021, 2025)}`;
  const change = `${random.whole(1, 60)}.${random.whole(0, 9)}%`;
  return `In ${random.pick(provinces)}, ${count(random)} ${matter} were recorded in ${month}, ${random.pick(["up", "down"])} ${change} on the month before and ${count(random)} fewer than a year earlier.`;
}

function count(random: Random): string {
  return random.whole(100, 99_999).toLocaleString("en-GB");
}
