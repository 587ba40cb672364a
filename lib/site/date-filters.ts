import type { Environment } from "nunjucks";
import { formatDate } from "../core/text/date.ts";

/**
 * `date | dateIn(language)`: an ISO 8601 date as readers of a page write it; `text | unbroken`:
 * what is written out already, whose days keep to their months where a line ends.
 */
export function addDateFilters(environment: Environment): void {
  environment.addFilter("dateIn", (date: string, language: string) => unbroken(formatDate(date, language)));
  environment.addFilter("unbroken", unbroken);
}

/** Dates with a no-break space (U+00A0) between day and month; all else as it is. */
export function unbroken(text: string): string {
  return text.replace(/(?<![\p{L}\p{N}])(\p{Nd}{1,2}) (?=\p{L})/gu, "$1\u00a0");
}
