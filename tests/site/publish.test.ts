import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { copyFixture } from "../support/fixture-site.ts";
import { runCommand, startCommand } from "../support/run-command.ts";
import { contentsOf } from "../support/site-contents.ts";
import { buildCopy, commandLine } from "../support/site-copy.ts";
import { filesBelow, hashTree } from "../support/tree.ts";

describe("links that lead nowhere stop the build", () => {
  const missing = "there is no such page";
  test.each([
    [
      "those to briefs and sources, found before there is a site",
      [
        { sentence: "See [the brief](/briefs/nobody/).", column: 17, href: "/briefs/nobody/", why: missing },
        {
          sentence: "See [it](/sources/survey/#p9).",
          column: 10,
          href: "/sources/survey/#p9",
          why: "no such paragraph",
        },
      ],
    ],
    [
      "the others, found in the built site",
      [
        { sentence: "See [the page](/no/such/page/).", column: 16, href: "/no/such/page/", why: missing },
        { sentence: "See [this](#nowhere).", column: 12, href: "#nowhere", why: "no such place" },
        { sentence: "See [that](../nothing/).", column: 12, href: "../nothing/", why: missing },
      ],
    ],
  ])("%s: each is named at its place in the brief, and the published site stays as it was", async (_, links) => {
    const copy = copyFixture("small");
    await buildCopy(copy);
    const before = hashTree(copy.dist);
    const brief = join(copy.root, "briefs/harbour.md");
    appendFileSync(brief, links.map(({ sentence }) => `\n${sentence}\n`).join(""));
    const lines = readFileSync(brief, "utf8").split("\n");
    const { code, stderr } = await runCommand("build", ...commandLine(copy));
    expect(code).toBe(1);
    const problems = stderr.split("\n").filter((line) => line.includes("  link-resolves  "));
    expect(problems).toHaveLength(links.length);
    for (const [index, { sentence, column, href, why }] of links.entries()) {
      const place = `briefs/harbour.md:${lines.indexOf(sentence) + 1}:${column}`;
      expect(problems[index]).toContain(`${place}  link-resolves  The link "${href}"`);
      expect(problems[index]).toContain(why);
    }
    expect(hashTree(copy.dist)).toBe(before);
  });
});

describe("two builds of one project at once", () => {
  test("the second says that another is running, and the first goes on", async () => {
    const copy = copyFixture("small");
    // A source that takes its time: it waits until the test has seen what the second build does.
    const gate = join(copy.root, "gate");
    appendFileSync(
      join(copy.root, "sources/slow.ts"),
      `import { existsSync } from "node:fs";
      export default async () => {
        console.log("waiting at the gate");
        while (!existsSync(${JSON.stringify(gate)})) await new Promise((resolve) => setTimeout(resolve, 20));
        return {
          metadata: { type: "report", title: "Slow", language: "en", grade: "data", rights: "digest", numbering: "ours" },
          blocks: [{ text: "It took its time." }],
        };
      };`,
    );
    const first = startCommand("build", commandLine(copy));
    await first.saying("waiting at the gate");
    const second = await runCommand("build", ...commandLine(copy));
    expect(second.code).toBe(1);
    expect(second.stderr).toContain(`Another build is running (process ${String(first.process.pid)}).`);
    appendFileSync(gate, "");
    expect(await first.result).toMatchObject({ code: 0, stderr: "" });
    expect(filesBelow(copy.dist)).toContain("sources/slow/index.html");
  });
});

describe("two builds of the same files", () => {
  test.each(["small", "loop"])("of %s give the same site, in whichever folder they lie", async (name) => {
    const [first, second] = [copyFixture(name), copyFixture(name)];
    await buildCopy(first);
    await buildCopy(second);
    expect(contentsOf(second.dist)).toEqual(contentsOf(first.dist));
    const before = contentsOf(first.dist);
    await buildCopy(first);
    expect(contentsOf(first.dist)).toEqual(before);
  });
});
