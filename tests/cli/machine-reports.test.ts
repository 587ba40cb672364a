import { expect, test } from "vitest";
import { annotationsForGithub, jsonReport, sarifReport, type Findings } from "../../lib/cli/machine-reports.ts";
import { ruleNames } from "../../lib/core/rules.ts";

const findings: Findings = {
  problems: [
    {
      place: { path: "briefs/a b,c.md", line: 14, column: 23 },
      rule: "pinpoint-exists",
      message: 'There is no paragraph 9 in "s"; 100 % sure.\u0007\n::error::forged',
    },
  ],
  warnings: [{ place: { path: "briefs/d.md", line: 1, column: 2 }, rule: "place-as-cited", message: "¶7 is ¶8 now." }],
};

test("JSON has every problem and warning with its place", () => {
  expect(JSON.parse(jsonReport(findings))).toEqual({
    problems: [
      {
        path: "briefs/a b,c.md",
        line: 14,
        column: 23,
        rule: "pinpoint-exists",
        message: 'There is no paragraph 9 in "s"; 100 % sure.\u0007\n::error::forged',
      },
    ],
    warnings: [{ path: "briefs/d.md", line: 1, column: 2, rule: "place-as-cited", message: "¶7 is ¶8 now." }],
  });
});

test("SARIF names every rule once, and each result by its place in that list", () => {
  const { version, runs } = JSON.parse(sarifReport(findings)) as {
    version: string;
    runs: [
      {
        tool: { driver: { rules: { id: string }[] } };
        results: { ruleId: string; ruleIndex: number; level: string; locations: [{ physicalLocation: object }] }[];
      },
    ];
  };
  const [{ tool, results }] = runs;
  expect(version).toBe("2.1.0");
  expect(tool.driver.rules.map(({ id }) => id)).toEqual(ruleNames);
  expect(results.map(({ ruleId, ruleIndex, level }) => [ruleId, ruleNames[ruleIndex], level])).toEqual([
    ["pinpoint-exists", "pinpoint-exists", "error"],
    ["place-as-cited", "place-as-cited", "warning"],
  ]);
  expect(results[0]?.locations[0].physicalLocation).toEqual({
    artifactLocation: { uri: "briefs/a%20b,c.md", uriBaseId: "%SRCROOT%" },
    region: { startLine: 14, startColumn: 23 },
  });
});

test("an annotation for GitHub is one line, whatever its text would do", () => {
  expect(annotationsForGithub(findings)).toBe(
    [
      '::error file=briefs/a b%2Cc.md,line=14,col=23,title=pinpoint-exists::There is no paragraph 9 in "s"; 100 %25 sure. ::error::forged',
      "::warning file=briefs/d.md,line=1,col=2,title=place-as-cited::¶7 is ¶8 now.",
      "",
    ].join("\n"),
  );
});

test("nothing found is still a report", () => {
  const none: Findings = { problems: [], warnings: [] };
  expect(JSON.parse(jsonReport(none))).toEqual({ problems: [], warnings: [] });
  expect(JSON.parse(sarifReport(none))).toMatchObject({ runs: [{ results: [] }] });
  expect(annotationsForGithub(none)).toBe("");
});
