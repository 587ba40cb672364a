import { join } from "node:path";
import type { Place } from "../core/problem.ts";
import type { Answers } from "../core/review/question.ts";
import { settle, type Settlement } from "../core/review/settle.ts";
import { signatureOf } from "../core/review/signature.ts";
import { sourceReview, type SourceReview } from "../core/review/source-review.ts";
import { recordFiles } from "../files/record-files.ts";
import { rePointFiles } from "../files/re-point-files.ts";
import { writeFiles } from "../files/write-files.ts";
import { checkProject } from "../site/prepare-site.ts";
import type { Project } from "../site/project.ts";
import { lockProject } from "../site/lock.ts";

export type Settling =
  | {
      readonly kind: "written";
      readonly settlement: Extract<Settlement, { kind: "settled" }>;
      /** Relative to the project, the locks last. */
      readonly files: readonly string[];
    }
  /** Since it was shown, the source or what cites it was changed. */
  | { readonly kind: "changed"; readonly place?: Place }
  | Exclude<Settlement, { kind: "settled" }>;

/**
 * Settle a source on disk: its lock and every document that is re-pointed, or nothing. The
 * files are read again, so that what is written is what was shown.
 *
 * @param shown what the answers were given to.
 * @throws while the project is being built.
 */
export async function settleProject(project: Project, shown: SourceReview, answers: Answers): Promise<Settling> {
  const release = lockProject(project.root);
  try {
    const { root, circumstances } = project;
    const catalog = await checkProject(project);
    const { id } = shown.source;
    const review = sourceReview(catalog, id);
    if (!review || signatureOf(review) !== signatureOf(shown)) return { kind: "changed" };
    const settlement = settle(catalog, id, answers, circumstances.today);
    if (settlement.kind !== "settled") return settlement;
    const documents = rePointFiles(root, settlement.edits);
    if (documents.kind === "not-as-parsed") return { kind: "changed", place: documents.place };
    const locks = Array.from(settlement.locks, ([name, lock]) =>
      recordFiles(catalog.library, name, lock, circumstances.today),
    ).flat();
    writeFiles([...documents.files, ...locks.map(({ path, content }) => ({ absolute: join(root, path), content }))]);
    const files = [...new Set(settlement.edits.map(({ place }) => place.path)), ...locks.map(({ path }) => path)];
    return { kind: "written", settlement, files };
  } finally {
    release();
  }
}
