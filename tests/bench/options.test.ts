import { describe, expect, test } from "vitest";
import { readOptions } from "./options.ts";

const quietly = (args: readonly string[]) => readOptions(args, () => undefined);

test.each([
  [
    "nothing said",
    [],
    {
      sizes: [100],
      rounds: 3,
      search: true,
      saves: true,
      scenarios: ["cold", "warm", "brief", "source"],
      peers: ["floor", "hugo", "eleventy"],
    },
  ],
  ["sizes in order, each once", ["--sizes", "1000,20,1000"], { sizes: [20, 1000] }],
  [
    "scenarios in their own order, with the cold build they need",
    ["--scenarios", "source,warm"],
    { scenarios: ["cold", "warm", "source"], saves: false },
  ],
  ["saves alone", ["--scenarios", "save"], { scenarios: ["cold"], saves: true }],
  ["some peers", ["--peers", "hugo"], { peers: ["hugo"] }],
  ["no search index", ["--no-search"], { search: false }],
  ["no peers", ["--peers", "none"], { peers: [] }],
])("options are read: %s", (_, args, expected) => {
  expect(quietly(args)).toMatchObject(expected);
});

describe("a wrong option", () => {
  test.each([
    [["--sizes", "ten"], "Write whole numbers from 1 to 999999."],
    [["--sizes", "5,"], "Write whole numbers from 1 to 999999."],
    [["--rounds", "0"], "Write whole numbers from 1 to 999999."],
    [["--rounds"], "argument missing"],
    [["--scenarios", "cold,hot"], 'There is no "hot". Write some of cold,warm,brief,source,save.'],
    [["--peers", "jekyll"], 'There is no "jekyll". Write some of floor,hugo,eleventy.'],
    [["--cores", "99999"], "This machine has "],
    [["--json", "/no/such/folder/x.json"], "There is no folder /no/such/folder."],
    [["--json", import.meta.dirname], "It is a folder. Name a file."],
    [["--what"], "unknown option"],
    [["extra"], "too many arguments"],
  ])("%j is told in one line", (args, expected) => {
    const said: string[] = [];
    expect(() => readOptions(args, (text) => said.push(text))).toThrow();
    expect(said.join("").trimEnd().split("\n")).toHaveLength(1);
    expect(said.join("")).toContain(expected);
  });
});
