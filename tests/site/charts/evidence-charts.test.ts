import { join } from "node:path";
import { expect, test } from "vitest";
import { briefEvidence } from "../../../lib/core/evidence/brief-evidence.ts";
import { briefEvidenceView } from "../../../lib/core/view/evidence-view.ts";
import { verifiedCitations } from "../../../lib/core/view/brief-view.ts";
import { evidenceCharts } from "../../../lib/site/charts/evidence-charts.ts";
import { loadInterfaces } from "../../../lib/site/strings.ts";
import { briefNamed, catalogOf, sourceOfWords } from "../../core/support/catalogs.ts";

const { strings } = loadInterfaces(join(import.meta.dirname, "../../../layouts"), "en")("en");
const sources = [sourceOfWords("One Two", { issued: '"2024"' }), sourceOfWords("Three", { grade: "news" }, "paper")];

function chartsOf(body: string) {
  const brief = briefNamed("brief", body);
  const catalog = catalogOf(sources, [brief]);
  const view = briefEvidenceView(briefEvidence(catalog, brief, verifiedCitations(catalog, brief)), "en");
  return evidenceCharts(view, strings, "ltr");
}

test("every chart says in words what it shows", () => {
  const charts = chartsOf('A{% cite "report", 1 %} b{% cite "report", 2 %} c{% cite "paper", 1, as="disputes" %}');
  expect(
    Object.values(charts ?? {}).map(({ title, description }: { title: string; description: string }) => [
      title,
      description,
    ]),
  ).toEqual([
    ["Sources by kind", "Primary source: 1; Secondary source: 0; Data: 0; News report: 1; Opinion: 0"],
    [
      "Citations by how they bear on the claim",
      "In support: 2; In dispute: 1; In qualification: 0; For context: 0; As opinion: 0",
    ],
    ["Citations in support by source, most first", "A report: 2"],
    ["Sources by year", "no date: 1; 2024: 1"],
  ]);
});

test("without support there is no chart of what carries it", () => {
  expect(chartsOf('A{% cite "paper", 1, as="disputes" %}')?.reliance).toBeUndefined();
});

test("without a citation there is no chart", () => {
  expect(chartsOf("A")).toBeUndefined();
});
