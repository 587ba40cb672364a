import { formatProblem, type Problem } from "../problem.ts";
import { pageOfFile } from "./document-pages.ts";
import { findingId } from "./finding.ts";
import type { PreviewedLibrary } from "./previewed-library.ts";

/** A problem, and where a preview shows it in place. */
export interface ShownProblem extends Problem {
  /** Root-relative address, without the site's path prefix; absent where no page is made of the file. */
  readonly shownAt?: { readonly page: string; readonly id: string };
}

/** Each problem with the place at which a reader of the preview finds it, in the order given. */
export function showProblems(
  problems: readonly Problem[],
  { findings }: Pick<PreviewedLibrary, "findings">,
): ShownProblem[] {
  return problems.map((problem) => {
    const page = pageOfFile(problem.place.path);
    const line = formatProblem(problem);
    const finding = page && findings.get(page.url)?.find((one) => formatProblem(one) === line);
    return { ...problem, ...(page && finding && { shownAt: { page: page.url, id: findingId(finding) } }) };
  });
}
