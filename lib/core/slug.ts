/** A name that is safe in an address and on every file system: the only names paths are made of. */
const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Whether `text` is a slug: lower-case ASCII letters and digits in groups joined by single hyphens, at most 80. */
export function isSlug(text: string): boolean {
  return text.length <= 80 && slugPattern.test(text);
}

export const slugAdvice = "lower-case letters a–z, digits and single hyphens, such as unhcr-2025-08";

/** The slug made of a text's words, without accents; undefined when there is none. */
export function slugFrom(text: string): string | undefined {
  const plain = text.slice(0, 200).normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const slug = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return isSlug(slug) ? slug : undefined;
}

/** The longest slug of a text's first words that is still short enough to be typed. */
export function shortSlug(text: string): string | undefined {
  const words = (slugFrom(text.slice(0, 80)) ?? "").split("-");
  let slug = "";
  for (const word of words) {
    const longer = slug === "" ? word : `${slug}-${word}`;
    if (longer.length > 40) break;
    slug = longer;
  }
  return slugFrom(slug);
}
