import { describe, expect, test } from "vitest";
import { evidencePages } from "../../../lib/core/evidence/evidence-page.ts";
import { siteEvidence } from "../../../lib/core/evidence/site-evidence.ts";
import { verifiedCitations } from "../../../lib/core/view/brief-view.ts";
import { siteEvidenceView } from "../../../lib/core/view/site-evidence-view.ts";
import { briefNamed, catalogOf, sourceOfWords } from "../support/catalogs.ts";

const cite = (id: string, relation = "supports") => `{% cite "${id}", 1, as="${relation}" %}`;

/** The pages of the evidence of briefs that each cite one source, and dispute it when they are even. */
function pagesOf(count: number, lengths: { rows: number; claims: number }) {
  const sources = Array.from({ length: count }, (_, at) => sourceOfWords("Words", {}, `source-${at}`));
  const briefs = Array.from({ length: count }, (_, at) =>
    briefNamed(`brief-${at}`, `So.${cite(`source-${at}`, at % 2 === 0 ? "disputes" : "supports")}`),
  );
  const catalog = catalogOf(sources, briefs);
  const evidence = siteEvidence(
    catalog,
    briefs.map((brief) => ({ brief, verified: verifiedCitations(catalog, brief) })),
  );
  return { evidence, pages: evidencePages("/evidence/", evidence, lengths) };
}

describe("the evidence of all briefs is cut into pages", () => {
  test.each([
    ["one page where nothing is cited", 0, ["/evidence/: 0 briefs, 0 disputed"]],
    ["one where all of it fits", 3, ["/evidence/: 3 briefs, 2 disputed"]],
    [
      "as many as its longest list has",
      7,
      [
        "/evidence/: 3 briefs, 2 disputed",
        "/evidence/page/2/: 3 briefs, 2 disputed",
        "/evidence/page/3/: 1 briefs, 0 disputed",
      ],
    ],
  ])("%s", (_, count, expected) => {
    const { evidence, pages } = pagesOf(count, { rows: 3, claims: 2 });
    expect(
      pages.map(
        ({ path, briefs, otherDisputed }) =>
          `${path}: ${briefs.items.length} briefs, ${otherDisputed.items.length} disputed`,
      ),
    ).toEqual(expected);
    expect(pages.flatMap(({ briefs }) => briefs.items)).toEqual(evidence.briefs);
    expect(pages.flatMap(({ reliance }) => reliance.items)).toEqual(evidence.reliance);
    expect(pages.flatMap(({ otherDisputed }) => otherDisputed.items)).toEqual(evidence.disputed);
  });

  test("and each page says how much of each list is still to come, and where", () => {
    const { evidence, pages } = pagesOf(7, { rows: 3, claims: 2 });
    const after = pages.map((page) => siteEvidenceView(evidence, page, "en").after);
    expect(
      after.map(({ path, briefs, reliance, otherDisputed, contested }) => [
        path,
        briefs,
        reliance,
        otherDisputed,
        contested,
      ]),
    ).toEqual([
      ["/evidence/page/2/", 4, 4, 2, 0],
      ["/evidence/page/3/", 1, 1, 0, 0],
      ["/evidence/page/4/", 0, 0, 0, 0],
    ]);
  });
});
