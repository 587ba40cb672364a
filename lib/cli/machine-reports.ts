import type { Catalog } from "../core/catalog/catalog.ts";
import { cleanLine, sortProblems, type Problem } from "../core/problem.ts";
import { ruleNames } from "../core/rules.ts";

/** What a check found, as it counts: in a strict check warnings are problems. */
export interface Findings {
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

export function findingsOf({ problems, warnings }: Catalog, strict: boolean): Findings {
  return strict ? { problems: sortProblems([...problems, ...warnings]), warnings: [] } : { problems, warnings };
}

/** `{ "problems": [{ "path", "line", "column", "rule", "message" }], "warnings": […] }`; lines and columns are 1-based. */
export function jsonReport({ problems, warnings }: Findings): string {
  const entry = ({ place: { path, line, column }, rule, message }: Problem) => ({ path, line, column, rule, message });
  return JSON.stringify({ problems: problems.map(entry), warnings: warnings.map(entry) }, null, 2);
}

const levels = { problems: "error", warnings: "warning" } as const;

/** SARIF 2.1.0 (OASIS). Columns count UTF-16 code units. */
export function sarifReport(findings: Findings): string {
  const results = (["problems", "warnings"] as const).flatMap((kind) =>
    findings[kind].map(({ place, rule, message }) => ({
      ruleId: rule,
      ruleIndex: ruleNames.indexOf(rule),
      level: levels[kind],
      message: { text: message },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: encodeURI(place.path), uriBaseId: "%SRCROOT%" },
            region: { startLine: place.line, startColumn: place.column },
          },
        },
      ],
    })),
  );
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "Pincite", rules: ruleNames.map((id) => ({ id })) } },
        columnKind: "utf16CodeUnits",
        results,
      },
    ],
  };
  return JSON.stringify(log, null, 2);
}

/** Workflow commands of GitHub Actions, one a line. */
export function annotationsForGithub(findings: Findings): string {
  const lines = (["problems", "warnings"] as const).flatMap((kind) =>
    findings[kind].map(({ place: { path, line, column }, rule, message }) => {
      const properties = { file: path, line: String(line), col: String(column), title: rule };
      const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(value)}`);
      return `::${levels[kind]} ${written.join(",")}::${escapeData(cleanLine(message))}\n`;
    }),
  );
  return lines.join("");
}

function escapeData(text: string): string {
  return text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}
