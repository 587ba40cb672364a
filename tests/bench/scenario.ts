import { changeBrief, changeSource, type Chosen } from "./changes.ts";
import type { CorpusFile } from "./corpus.ts";

/** What is done before a build; each but the first finds what the one before left. */
export const scenarioNames = ["cold", "warm", "brief", "source"] as const;
export type ScenarioName = (typeof scenarioNames)[number];

export const scenarioLabels: Readonly<Record<ScenarioName, string>> = {
  cold: "cold",
  warm: "nothing changed",
  brief: "one brief changed",
  source: "one source changed",
};

/** The file that is saved before a build; undefined where none is. @param round in the change, so that each is another. */
export function savedBefore(
  scenario: ScenarioName,
  round: number,
  { brief, source }: Chosen,
  original: (path: string) => string,
): CorpusFile | undefined {
  if (scenario === "brief") return { path: brief, text: changeBrief(original(brief), `Round ${round} put this in.`) };
  if (scenario === "source") return { path: source, text: changeSource(original(source), round) };
  return undefined;
}
