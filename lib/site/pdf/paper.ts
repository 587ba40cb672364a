/** Papers on which briefs are printed, as their standards call them. */
export const papers = ["A4", "Letter"] as const;
export type Paper = (typeof papers)[number];
