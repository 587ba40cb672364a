import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatProblem, type Problem } from "../../lib/core/problem.ts";
import { ruleNames, warningNames } from "../../lib/core/rules.ts";
import { catalogOf } from "../core/support/catalogs.ts";
import { briefHead, briefOf, sourceFrom } from "../core/support/documents.ts";
import { parseSource } from "../../lib/core/source/parse-source.ts";
import { FileText } from "../../lib/core/text/file-text.ts";
import { expandSnippet } from "./expand-snippet.ts";
import { readJsonc } from "./read-jsonc.ts";

interface Matcher {
  readonly severity: string;
  readonly pattern: { readonly regexp: string; readonly [group: string]: string | number };
  readonly background?: { readonly beginsPattern: string; readonly endsPattern: string };
}

interface Task {
  readonly label: string;
  readonly type: string;
  readonly script: string;
  readonly problemMatcher: Matcher | readonly Matcher[];
}

interface Snippet {
  readonly scope: string;
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

const { tasks } = readJsonc(".vscode/tasks.json") as { tasks: readonly Task[] };
const snippets = readJsonc(".vscode/pincite.code-snippets") as Readonly<Record<string, Snippet>>;
const matchersOf = (script: string) =>
  tasks.filter((task) => task.script === script).flatMap((task) => task.problemMatcher);

/** What VS Code takes a line for: by severity, the parts that it reads. */
function read(matchers: readonly Matcher[], line: string): { severity: string; parts: Record<string, string> }[] {
  return matchers.flatMap(({ severity, pattern: { regexp, ...groups } }) => {
    const match = new RegExp(regexp).exec(line);
    if (!match) return [];
    const parts = Object.entries(groups).map(([name, group]) => [name, match[Number(group)] ?? ""]);
    return [{ severity, parts: Object.fromEntries(parts) as Record<string, string> }];
  });
}

describe("a line of a report is a problem in the editor, where it stands", () => {
  const problem = fc.record({
    place: fc.record({
      path: fc.constantFrom("briefs/a-brief.md", "sources/un 2.md", "layouts/pages/about.njk", "sources/a.lock.json"),
      line: fc.integer({ min: 1, max: 99999 }),
      column: fc.integer({ min: 1, max: 9999 }),
    }),
    rule: fc.constantFrom(...ruleNames),
    message: fc.string({ unit: "grapheme", minLength: 1 }).map((text) => `It says "${text}": 3:4  x.`),
  });

  test.each([
    ["start", () => "error"],
    ["check", ({ rule }: Problem) => ((warningNames as readonly string[]).includes(rule) ? "warning" : "error")],
  ] as const)("of npm run %s", (script, severityOf) => {
    fc.assert(
      fc.property(problem, (one) => {
        const line = formatProblem(one);
        const { path, line: row, column } = one.place;
        const parts = { file: path, line: String(row), column: String(column), code: one.rule };
        const found = read(matchersOf(script), line);
        expect(found).toMatchObject([{ severity: severityOf(one), parts }]);
        expect(line.endsWith(found[0]?.parts.message ?? "?")).toBe(true);
      }),
    );
  });

  test.each([
    "rendered     3 pages and the lists (0.42 s), 0 problems",
    "saved        briefs/deadline.md",
    "Preview at http://localhost:8080/  (Ctrl+C stops it)",
    "2 problems.",
    "3 warnings; they stop a --strict run only:",
    "1 brief, 2 sources, 3 citations, 0 problems, 0 warnings",
  ])("and no other line is: %s", (line) => {
    expect([...read(matchersOf("start"), line), ...read(matchersOf("check"), line)]).toEqual([]);
  });

  test("the preview's problems are taken anew at every save", () => {
    const [matcher] = matchersOf("start");
    const [begins, ends] = [matcher?.background?.beginsPattern ?? "", matcher?.background?.endsPattern ?? ""];
    expect("saved        briefs/deadline.md").toMatch(new RegExp(begins));
    for (const line of ["rendered     3 pages and the lists (0.42 s), 0 problems", "1 problem.", "12 problems."])
      expect(line).toMatch(new RegExp(ends));
  });
});

describe("a snippet that is inserted with its defaults is without a problem", () => {
  const variables = { CURRENT_YEAR: "2026", CURRENT_MONTH: "03", CURRENT_DATE: "05" };
  const bodyOf = (prefix: string): string => {
    const snippet = Object.values(snippets).find((one) => one.prefix === prefix);
    if (!snippet) throw new Error(`There is no snippet "${prefix}"`);
    return expandSnippet(snippet.body.join("\n"), variables);
  };
  const paragraphs = ["One.", "Two.", "Three.", "Four.", "Five.", "Six.", "The words that stand there."].join("\n\n");
  const sources = ["source-id", "other-id"].map((id) => sourceFrom(paragraphs, {}, id).source);
  const problemsOf = (text: string) => {
    const { brief, problems } = briefOf(text);
    const other = briefOf(`${briefHead}Text`, "its-slug").brief;
    return [...problems, ...catalogOf(sources, [brief, other]).problems].map(formatProblem);
  };

  test.each(["cite", "cite-quote", "cite-as", "quote", "quote-beside", "footnote", "brief-link"])("%s", (prefix) => {
    const alone = prefix.startsWith("quote");
    expect(problemsOf(`${briefHead}${alone ? "" : "A claim"}${bodyOf(prefix)}${alone ? "" : " goes on."}\n`)).toEqual(
      [],
    );
  });

  test("cite and quote cite what they name", () => {
    for (const prefix of ["cite", "cite-quote", "cite-as", "quote"]) {
      const [citation] = briefOf(`${briefHead}${bodyOf(prefix)}`).brief.citations;
      expect(citation?.request).toMatchObject({ sourceId: "source-id", pinpoint: [{ from: "7" }] });
    }
  });

  test("footnote-named", () => {
    expect(problemsOf(`${briefHead}A claim.[^name]\n\n${bodyOf("footnote-named")}\n`)).toEqual([]);
  });

  test.each(["changes", "aliases"])("%s, in front matter", (prefix) => {
    expect(problemsOf(`${briefHead.replace("status", `${bodyOf(prefix)}\nstatus`)}Text`)).toEqual([]);
  });

  test("withdrawn, in place of the status", () => {
    expect(problemsOf(`${briefHead.replace("status: published", bodyOf("withdrawn"))}Text`)).toEqual([]);
  });

  test("answers, to a warning that is there", () => {
    const text = `${briefHead.replace("status", `${bodyOf("answers")}\nstatus`)}The opening words name 300 people.`;
    expect(problemsOf(text)).toEqual([]);
  });

  test("a brief", () => {
    expect(problemsOf(bodyOf("brief"))).toEqual([]);
  });

  test("a source, of which nothing is shown before somebody has said that it may be", () => {
    const { source, problems } = parseSource("new", new FileText("sources/new.md", bodyOf("source")));
    expect(problems).toEqual([]);
    expect(source.meta.rights).toBe("metadata-only");
  });
});

test("snippets are for Markdown, each under a prefix of its own", () => {
  const all = Object.values(snippets);
  expect(all.filter(({ scope }) => scope !== "markdown")).toEqual([]);
  expect(new Set(all.map(({ prefix }) => prefix)).size).toBe(all.length);
});
