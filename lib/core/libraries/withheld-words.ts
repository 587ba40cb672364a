const beginning = "(words not shown, fingerprint ";

/**
 * What stands for words that another site does not show: it is the same as long as they
 * are, so that a change is noticed, though nobody can be told which.
 */
export function withheldWords(fingerprint: string): string {
  return `${beginning}${fingerprint})`;
}

export function areWithheld(text: string): boolean {
  return text.startsWith(beginning);
}
