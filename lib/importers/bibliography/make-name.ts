import { collapseWhiteSpace } from "../../core/text/normal-form.ts";
import type { ImportedName } from "../imported-document.ts";

/** What formats tell of a name; particles stand where they are spoken, a suffix behind the family's name. */
export interface NameParts {
  readonly family?: string | undefined;
  readonly given?: string | undefined;
  readonly suffix?: string | undefined;
  readonly literal?: string | undefined;
}

/** The name as a source has it, of one part or of two; none where there is nothing to see. */
export function makeName({ family = "", given = "", suffix = "", literal = "" }: NameParts): ImportedName[] {
  const last = tidy(`${family} ${suffix}`);
  const first = tidy(given);
  const whole = tidy(literal);
  if (whole !== "") return [{ literal: whole }];
  if (last !== "" && first !== "") return [{ family: last, given: first }];
  return last === "" && first === "" ? [] : [{ literal: last === "" ? first : last }];
}

function tidy(text: string): string {
  const line = collapseWhiteSpace(text.replace(/\p{Cc}/gu, " "));
  return /[\p{L}\p{N}]/u.test(line) ? line : "";
}
