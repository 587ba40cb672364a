import { describe, expect, test } from "vitest";
import { changeBrief, changeSource, chooseChanged, originalsOf } from "./changes.ts";
import { hugoFile } from "./contenders/hugo.ts";
import { makeCorpus, type CorpusFile } from "./corpus.ts";
import { savedBefore, scenarioNames } from "./scenario.ts";

const brief = (name: string, ...cited: string[]): CorpusFile => {
  const claims = cited.map((id) => `A claim.{% cite "${id}", 1 %}`);
  return { path: `briefs/${name}.md`, text: `---\ntitle: "${name}"\n---\n\n## One\n\n${claims.join(" ")}\n` };
};
const source = (id: string): CorpusFile => ({ path: `sources/${id}.md`, text: `---\ntitle: "${id}"\n---\n\nWords.\n` });

describe("what is changed", () => {
  const sources = ["few", "many", "nearly", "none"].map(source);
  const briefs = Array.from({ length: 150 }, (_, at) =>
    brief(`b-${at}`, "many", "many", ...(at < 98 ? ["nearly"] : []), ...(at < 4 ? ["few"] : [])),
  );
  const chosen = chooseChanged([...sources, ...briefs]);

  test("is the source that as nearly a hundred briefs cite as any, each counted once", () => {
    expect(chosen.source).toBe("sources/nearly.md");
    expect(chosen.citing).toBe(98);
    expect(chosen.citedIn).toBe("briefs/b-0.md");
  });

  test("is the brief in the middle, beside a source that it does not cite", () => {
    expect(chosen.brief).toBe("briefs/b-75.md");
    expect(chosen.uncited).toBe("few");
  });

  test("is known by its text before any change", () => {
    const original = originalsOf([...sources, ...briefs], chosen);
    expect(original(chosen.brief)).toBe(briefs[75]?.text);
    expect(original(chosen.source)).toBe(sources[2]?.text);
  });

  test.each(scenarioNames)("%s: a file is another in each round, or none is saved", (scenario) => {
    const original = originalsOf([...sources, ...briefs], chosen);
    const [first, second] = [1, 2].map((round) => savedBefore(scenario, round, chosen, original));
    const path = { cold: undefined, warm: undefined, brief: chosen.brief, source: chosen.source }[scenario];
    expect(first?.path).toBe(path);
    if (first) {
      expect(first.text).not.toBe(original(first.path));
      expect(second?.text).not.toBe(first.text);
    }
  });
});

test("a changed brief has one more paragraph below its first heading", () => {
  const { text } = brief("b", "s");
  expect(changeBrief(text, "Put in.")).toBe(text.replace("## One\n", "## One\n\nPut in.\n"));
});

test("a changed source has another title, and the same paragraphs", () => {
  const { text } = source("s");
  expect(changeSource(text, 2)).toBe(text.replace('"s"', '"s, edition 2"'));
});

describe("Hugo's form of the corpus", () => {
  test("has each citation as a footnote, in order, and no tag of Pincite's", () => {
    const { path, text } = hugoFile(brief("b", "s-1", "s-2"));
    expect(path).toBe("content/briefs/b.md");
    expect(text).toBe(
      '---\ntitle: "b"\n---\n\n## One\n\nA claim.[^1] A claim.[^2]\n\n[^1]: {{% cite "s-1" 1 %}}\n\n[^2]: {{% cite "s-2" 1 %}}\n',
    );
  });

  test("has an id below each paragraph of a source, and none of the keys that Hugo takes for its own", () => {
    const text = '---\ntype: report\ntitle: "T"\nURL: "https://x.example"\n---\n\nOne.\n\nTwo.\n';
    expect(hugoFile({ path: "sources/s.md", text }).text).toBe(
      '---\ngenre: report\ntitle: "T"\noriginal: "https://x.example"\n---\n\nOne.\n{#p1}\n\nTwo.\n{#p2}\n',
    );
  });

  test("keeps every word of the corpus", () => {
    const words = (text: string) => text.slice(text.indexOf("\n---\n", 3)).match(/\p{L}{4,}/gu)?.length;
    for (const file of makeCorpus(3)) expect(words(hugoFile(file).text)).toBe(words(file.text));
  });
});
