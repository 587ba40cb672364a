import { describe, expect, test } from "vitest";
import { read, readOne } from "./read.ts";

const field = async (written: string) => (await readOne(`@misc{k, ${written}}`)).metadata;

test("an entry as Better BibTeX exports it becomes a record", async () => {
  const { metadata, doubts, dropped } = await readOne(String.raw`
@report{unhcrReturn2025,
  type = {Situation Report},
  title = {Return from {{Pakistan}}: {{Emergency}} Update \#8},
  shorttitle = {Return from {{Pakistan}}},
  author = {{UNHCR} and van den Berg, Jan and Ibn S{\=\i}n{\=a}, {Ab{\=u} \textquoteleft Al{\=\i}}},
  editor = {family=Gogh, given=Vincent, prefix=van},
  date = {2025-08-12},
  series = {Emergency Updates},
  number = {8},
  institution = {{UNHCR}},
  location = {Geneva},
  url = {https://data.unhcr.org/en/documents/details/1\_2?a=b\&c},
  urldate = {2025-09-01},
  langid = {british},
  abstract = {Not ours to show.},
  keywords = {refugees},
  file = {/home/me/Zotero/a.pdf}
}`);
  expect(metadata).toEqual({
    type: "report",
    genre: "Situation Report",
    title: "Return from Pakistan: Emergency Update #8",
    "title-short": "Return from Pakistan",
    author: [{ literal: "UNHCR" }, { family: "van den Berg", given: "Jan" }, { family: "Ibn Sīnā", given: "Abū ‘Alī" }],
    editor: [{ family: "van Gogh", given: "Vincent" }],
    issued: "2025-08-12",
    "collection-title": "Emergency Updates",
    number: "8",
    publisher: "UNHCR",
    "publisher-place": "Geneva",
    URL: "https://data.unhcr.org/en/documents/details/1_2?a=b&c",
    accessed: "2025-09-01",
    language: "en-GB",
    abstract: "Not ours to show.",
  });
  expect(doubts).toEqual([]);
  expect(dropped).toEqual(["keywords", "file"]);
});

describe("LaTeX", () => {
  test.each([
    [String.raw`M{\"u}ller \"{o} {\"{A}} \"\i`, "Müller ö Ä ï"],
    [String.raw`\'e\`a\^{\i}\~n\c{c}\c c\v{s}\H{o}\k a\r{u}\.z\={a}\u{g}\d{h}\b{d}`, "éàîñççšőąůżāğḥḏ"],
    [String.raw`{\ss}{\o}{\L}\ae\ {\AA}stad, {\i}stanbul`, "ßøŁæ Åstad, ıstanbul"],
    [String.raw`a \& b \% \$ \# \_ \{x\}`, "a & b % $ # _ {x}"],
    [String.raw`"A" -- B --- C` + " ``D'' `e'", '"A" – B — C “D” ‘e\''],
    [String.raw`\emph{a \textbf{b}} \textsc{c} \href{https://x.example}{d} {\em e}`, "a b c d e"],
    [String.raw`CO$_2$, m$^{2}$, $\alpha \leq \beta$`, "CO₂, m², α≤β"],
    [String.raw`one~two\\three\-x\,y`, "one two threex y"],
    ["An  {A}{B}C\n   of lines", "An ABC of lines"],
    ["100% of 5_000^2", "100% of 5_000^2"],
    ["", undefined],
  ])("%s", async (latex, text) => {
    expect((await field(`title = {${latex}}`)).title).toBe(text);
  });

  test("a command that is not known is left out and said; nothing is carried out", async () => {
    const { metadata, doubts } = await readOne(String.raw`@misc{k, title = {A \input{/etc/passwd} \write18{rm} b}}`);
    expect(metadata.title).toBe("A /etc/passwd 18rm b");
    expect(doubts).toEqual([
      String.raw`title: \input is not known and was left out.`,
      String.raw`title: \write is not known and was left out.`,
    ]);
  });
});

describe("names", () => {
  test.each<[string, object[]]>([
    ["Shah, Amina", [{ family: "Shah", given: "Amina" }]],
    ["Amina Shah", [{ family: "Shah", given: "Amina" }]],
    ["Ludwig van Beethoven", [{ family: "van Beethoven", given: "Ludwig" }]],
    ["de la Fuente, Juan", [{ family: "de la Fuente", given: "Juan" }]],
    ["King, Jr., Martin Luther", [{ family: "King Jr.", given: "Martin Luther" }]],
    ["{World Bank}", [{ literal: "World Bank" }]],
    ["{Ministry of Peace and War} and Plato", [{ literal: "Ministry of Peace and War" }, { literal: "Plato" }]],
    ["A B\n   AND C, D", [{ family: "B", given: "A" }, { family: "C", given: "D" }]],
    ["شاہ, آمنہ", [{ family: "شاہ", given: "آمنہ" }]],
    ["{\\'E}mile Zola", [{ family: "Zola", given: "Émile" }]],
  ])("%s", async (written, names) => {
    expect((await field(`author = {${written}}`)).author).toEqual(names);
  }); // prettier-ignore

  test("and others are nobody, which is said", async () => {
    const { metadata, doubts } = await readOne("@misc{k, author = {Shah, Amina and others}}");
    expect(metadata.author).toEqual([{ family: "Shah", given: "Amina" }]);
    expect(doubts).toEqual(['author: "and others" names nobody and was left out.']);
  });
});

describe("dates", () => {
  test.each([
    ["date = {2024-03-05}", "2024-03-05"],
    ["date = 2024-03-05", "2024-03-05"],
    ["date = {2024-03/2024-05}", "2024-03/2024-05"],
    ["date = {2024-03-05T10:00:00Z}", "2024-03-05"],
    ["date = {2020~}", "2020"],
    ["date = {2024-02-31}", "2024"],
    ["date = {2024/..}", "2024"],
    ["year = 2024, month = mar", "2024-03"],
    ["year = {2024}, month = {March}", "2024-03"],
    ['year = 2024, month = mar # "~5"', "2024-03-05"],
    ['year = 2024, month = "5~" # mar', "2024-03-05"],
    ["year = 2024, month = 3, day = 5", "2024-03-05"],
    ["year = {2019--2020}", "2019/2020"],
    ["year = {2024a}", "2024"],
    ["year = {c. 1998}", "1998"],
    ["year = {n.d.}", undefined],
    ["year = {forthcoming}", undefined],
    ["year = {12}", undefined],
  ])("%s", async (written, issued) => {
    expect((await field(written)).issued).toBe(issued);
  });

  test("what is not taken whole is said", async () => {
    expect((await readOne("@misc{k, year = {n.d.}}")).doubts).toEqual(['The date "n.d." could not be read.']);
    expect((await readOne("@misc{k, year = {2024a}}")).doubts).toEqual(['Of the date "2024a" only 2024 was taken.']);
  });
});

test.each([
  ["ngerman", "de"], ["british", "en-GB"], ["Urdu", "ur"], ["اردو", "ur"], ["ger", "de"], ["eng", "en"], ["en_US", "en-US"],
  ["zh-Hans", "zh-Hans"], ["Dari", "fa-AF"], ["English; French", "en"], ["Deutsch", "de"], ["Klingonisch", undefined], ["und", undefined],
])("the language %s is %s", async (written, tag) => {
  expect((await field(`language = {${written}}`)).language).toBe(tag);
}); // prettier-ignore

test.each([
  ["javascript:alert(1)", undefined],
  ["data:text/html,x", undefined],
  ["file:///etc/passwd", undefined],
  ["https://a.example/x", "https://a.example/x"],
  [String.raw`\url{https://a.example/~b\_c}`, "https://a.example/~b_c"],
])("of addresses only those of the web are taken: %s", async (url, taken) => {
  expect((await field(`url = {${url}}`)).URL).toBe(taken);
});

test("macros, comments and preambles are honoured", async () => {
  const { entries, problems } = await read(`
@comment{ a note
@misc{commented, title = {No}}
}
@preamble{ "\\newcommand{\\x}{y}" }
@string{un = "United Nations"}
@STRING(unhcr = un # { High Commissioner})
@misc{a, title = {A}, publisher = UNHCR # ", Geneva", }
@misc(b, title = "B {"quoted"} c", publisher = press)
Text between entries is nobody's.
`);
  expect(problems).toEqual([]);
  expect(entries.map(({ key, metadata, doubts }) => [key, metadata.title, metadata.publisher, doubts])).toEqual([
    ["a", "A", "United Nations High Commissioner, Geneva", []],
    ["b", 'B "quoted" c', "press", ['There is no @string "press"; publisher has its name.']],
  ]);
});

test("crossref and xdata give what an entry has not itself; a circle ends", async () => {
  const { entries } = await read(`
@incollection{part, title = {Part}, crossref = {whole}, xdata = {place}}
@collection{whole, title = {Whole}, editor = {X, Y}, date = {1999}, crossref = {part}}
@xdata{place, location = {Berlin}, xdata = {place}}
@misc{lost, title = {L}, crossref = {nowhere}}
`);
  expect(entries[0]?.metadata).toMatchObject({
    type: "chapter", title: "Part", "container-title": "Whole", issued: "1999", "publisher-place": "Berlin", editor: [{ family: "X", given: "Y" }],
  }); // prettier-ignore
  expect(entries.map(({ key }) => key)).toEqual(["part", "whole", "lost"]);
  expect(entries[2]?.doubts).toEqual(['It refers to "nowhere", which is not in the file.']);
});
