import type { Random } from "../random.ts";

const names = ["Khan", "Rahimi", "Noorzai", "Ahmadi", "Shah", "Wardak", "Stanikzai", "Hotak", "Afridi", "Yousaf"];
const places = ["Torkham", "Chaman", "Peshawar", "Quetta", "Kabul", "Kandahar", "Jalalabad", "Islamabad"];
const acts = [
  "cross the border",
  "hold a valid card",
  "receive any notice",
  "speak to an officer",
  "see the order",
  "leave your house",
];
const answers = ["Yes.", "No.", "I do not recall.", "That is correct.", "I was not there.", "Yes, I believe so."];

/** The minutes of a hearing: short questions, shorter answers, many of them the same. */
export function hearing(random: Random, paragraphs: number): string[] {
  const texts: string[] = [];
  while (texts.length < paragraphs) texts.push(question(random), answer(random));
  return texts.slice(0, paragraphs);
}

function question(random: Random): string {
  const kind = random.fraction();
  if (kind < 0.1) return "Is there anything you would like to add?";
  if (kind < 0.2) return "Can you repeat that, please?";
  const year = random.whole(2019, 2025);
  if (kind < 0.6) return `Mr ${random.pick(names)}, did you ${random.pick(acts)} at ${random.pick(places)} in ${year}?`;
  return `Who told you to ${random.pick(acts)}, and was that before or after you came to ${random.pick(places)} in ${year}?`;
}

function answer(random: Random): string {
  if (random.chance(0.6)) return random.pick(answers);
  return `It was ${random.pick(names)} who told me at ${random.pick(places)}, about ${random.whole(2, 30)} days before, and I did not ${random.pick(acts)} then.`;
}
