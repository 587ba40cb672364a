/** One claim that a brief of the example library has to make, and on what. */
export interface ExampleClaim {
  /** Its brief’s letter and its number in it. */
  readonly claim: string;
  readonly cites: readonly string[];
}

/** The briefs by the letters of their claims. */
export const briefsByLetter: ReadonlyMap<string, string> = new Map([
  ["A", "sanctuary-and-assurances"],
  ["B", "repatriation-deadline"],
  ["C", "pakistans-options"],
]);

/**
 * What the briefs were to say, by the paragraphs on which it rests: source, label and
 * relation, which is `supports` when none is named. Kept apart from the briefs, so that
 * an edit which loses a claim or turns a source around is noticed.
 */
const written = `
A1: doha-agreement-2020 P.1, doha-agreement-2020 II.3, dawn-opinion-2025-11 1 opinion
A2: unsc-2593-2021 2, unsc-2593-2021 1 context
A3: kabulnow-2025-04 2, dawn-editorial-2025-04 2 context
A4: un-monitoring-29-2022 1, un-monitoring-15-2024 1, unsc-1267-chair-2025-11 1, un-monitoring-37-2026 2, unsc-1267-ttp-2011 4 qualifies
A5: un-monitoring-14-2023 2, un-monitoring-15-2024 2, un-monitoring-15-2024 4, un-monitoring-15-2024 5, un-monitoring-35-2025 2
A6: un-monitoring-16-2025 1, kabulnow-2025-04 2 disputes
A7: kabulnow-2023-08 1, voa-2023-09 1, khyber-chronicles-2025 1, arab-news-2025-12 1, un-monitoring-33-2024 3 qualifies
A8: cutting-edge-2025 3 opinion, un-monitoring-15-2024 8, arab-news-2025-12 3 context
A9: un-monitoring-16-2025 2, un-monitoring-37-2026 3, cutting-edge-2025 4 opinion
A10: un-monitoring-15-2024 6, ecrats-2024 1 qualifies, ecrats-2024 2 disputes, ecrats-2024 3, cutting-edge-2025 12 opinion
A11: cutting-edge-2025 9 opinion, cutting-edge-2025 13 opinion, dawn-editorial-2025-04 1 disputes
A12: pips-2025 1, picss-2025-01 1, gti-2025 1
A13: un-monitoring-16-2025 3, un-monitoring-37-2026 1 disputes
A14: dawn-2023-01 1, dawn-2023-01 2
A15: trt-world-2025-10 1, trt-world-2025-10 3
B1: pakistan-interior-2025-03 1, cutting-edge-2025 14 disputes
B2: por-returns-2025-08 1, hrw-2025-03 2 qualifies, cutting-edge-2025 2 opinion
B3: por-returns-2025-08 2, por-returns-2025-08 4, afghans-in-pakistan-2023 1, cutting-edge-2025 2 disputes
B4: afghans-in-pakistan-2023 1, afghans-in-pakistan-2023 2, pakistan-interior-2025-03 3, cutting-edge-2025 15 opinion
B5: unhcr-update-44-2025 2, unhcr-update-44-2025 3, cutting-edge-2025 14 qualifies
B6: unhcr-2026-02 1, ifrc-2026-01 1 disputes
B7: udhr 14.1, udhr 14.2
B8: refugee-convention-status-2016 1, refugee-convention-1951 33(1) context, refugee-convention-1951 33(2)
B9: unhcr-non-refoulement-2007 u1, us-non-refoulement-2007 2 disputes, cat-pakistan-2017 u1
B10: unhcr-por-2025-08 1, unhcr-por-2025-08 2, unhcr-returns-position-2021 u1
B11: pakistan-interior-2023-10 2, un-monitoring-16-2025 3 context, pakistan-interior-2023-10 3 disputes
B12: khaama-2017-01 1, cutting-edge-2025 15 disputes
B13: picss-2025-12 1, ifrc-2026-01 2 context, hrw-2017-02 1 context
B14: no-safe-haven-2025 1, no-safe-haven-2025 2
B15: peshawar-courts-2025 1, peshawar-courts-2025 2, peshawar-courts-2025 3
C1: gti-2025 1, pips-2025 1, picss-2025-01 1, crss-2024 1, picss-2025-12 1
C2: crss-2024 2, picss-2025-12 2
C3: cutting-edge-2025 13 opinion, cutting-edge-2025 14 opinion, cutting-edge-2025 15 opinion
C4: army-chief-2025-03 1, army-chief-2025-03 2
C5: paktika-strikes-2024-12 1, paktika-strikes-2024-12 2 disputes, unama-2026-03 3
C6: border-closures-2025 1, un-monitoring-16-2025 4
C7: dawn-2025-10 1, trt-world-2025-10 1
C8: trt-world-2025-10 2, trt-world-2025-10 3, unama-2026-03 2
C9: profit-2025-03 2
C10: gti-2025 3, pips-2025 2
C11: un-monitoring-33-2024 4
C12: dawn-opinion-2025-11 2 opinion, cutting-edge-2025 5 opinion
C13: icg-2026 4
C14: arab-news-2025-01 1, arab-news-2025-01 2 disputes
C15: unama-2026-03 2, express-tribune-2025-10 1 context
`;

export const exampleClaims: readonly ExampleClaim[] = written
  .trim()
  .split("\n")
  .map((line) => {
    const [claim = "", cites = ""] = line.split(": ");
    return {
      claim,
      cites: cites.split(", ").map((cite) => (cite.split(" ").length === 2 ? `${cite} supports` : cite)),
    };
  });
