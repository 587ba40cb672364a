import { spawnSync } from "node:child_process";
import { hash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from "vitest";
import type { BuiltSite } from "../../lib/core/verify/built-site.ts";
import { evidenceSchema, type Evidence } from "../../lib/core/evidence/annotation-schema.ts";
import { verifySite } from "../../lib/core/verify/verify-site.ts";
import { readBriefPage } from "../../lib/site/read-brief-page.ts";
import { readSourcePage } from "../../lib/site/read-source-page.ts";
import { openBuiltSite } from "../../lib/site/verify-site.ts";
import { fixtureFolder } from "../support/fixture-site.ts";
import { elementsOf } from "../support/html-page.ts";
import { repository } from "../support/run-command.ts";
import { buildCopy, copyProject, removeCopy, type SiteCopy } from "../support/site-copy.ts";
import { filesBelow } from "../support/tree.ts";

const sha256 = (text: string) => hash("sha256", text);
const { dist } = inject("exampleSite");

function open(folder: string): BuiltSite {
  const opening = openBuiltSite(folder);
  if (opening.kind === "no site") throw new Error(opening.reason);
  return opening.site;
}

/** The real command, run in a folder that is no project. */
function verify(...args: readonly string[]) {
  const command = [
    "--import",
    join(repository, "node_modules/tsx/dist/loader.mjs"),
    join(repository, "lib/cli/pincite.ts"),
    "verify",
  ];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...command, ...args], {
    cwd: tmpdir(),
    encoding: "utf8",
    env: { ...process.env, NODE_OPTIONS: "" },
  });
  return { code: status, stdout, stderr };
}

function evidenceFiles(folder: string): string[] {
  return filesBelow(folder).filter((file) => /^briefs\/[^/]+\/evidence\.json$/.test(file));
}

function evidenceIn(folder: string, file: string): Evidence {
  return evidenceSchema.parse(JSON.parse(readFileSync(join(folder, file), "utf8")));
}

describe("the example site", () => {
  test("proves every citation of its briefs again", () => {
    const { faults, counts } = verifySite(open(dist), sha256);
    expect(faults).toEqual([]);
    expect(counts.briefs).toBe(evidenceFiles(dist).length);
    expect(counts.citations).toBeGreaterThan(100);
    expect(counts.paragraphs).toBeGreaterThan(50);
  });

  test("has evidence written with two spaces and a line break at the end", () => {
    for (const file of evidenceFiles(dist)) {
      const text = readFileSync(join(dist, file), "utf8");
      expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
    }
  });

  test("names each brief's evidence in its head", () => {
    for (const file of evidenceFiles(dist)) {
      const { evidence } = readBriefPage(readFileSync(join(dist, file.replace("evidence.json", "index.html")), "utf8"));
      expect(evidence).toBe(`/${file}`);
    }
  });
});

/** A cited paragraph, where its text stands in the HTML of its page, and the notes that cite it. */
interface CitedText {
  readonly file: string;
  readonly id: string;
  readonly html: string;
  readonly start: number;
  readonly end: number;
  readonly notes: readonly string[];
}

function citedTexts(folder: string): CitedText[] {
  const notes = new Map<string, Set<string>>();
  for (const file of evidenceFiles(folder)) {
    for (const { body, target } of evidenceIn(folder, file).first.items) {
      for (const { source, selector } of target) {
        if (!selector.refinedBy) continue;
        const { pathname } = new URL(source, "https://pincite.example/briefs/slug/");
        const key = `${pathname.slice(1)}index.html ${selector.value}`;
        const note = `${file.replace("evidence.json", "index.html")} ${body[0]?.selector.value ?? ""}`;
        notes.set(key, (notes.get(key) ?? new Set()).add(note));
      }
    }
  }
  return Array.from(notes, ([key, citing]) => {
    const [file = "", id = ""] = key.split(" ");
    const html = readFileSync(join(folder, file), "utf8");
    const start = html.indexOf('<div class="text">', html.indexOf(` id="${id}">`)) + '<div class="text">'.length;
    return { file, id, html, start, end: html.indexOf("</div>", start), notes: [...citing].sort() };
  });
}

/** Numbers from 0 to 1, the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const letters = ["a", "e", "o", "s", "t", "E", "0", "1", "7", " ", "\u00A0", "\n", ".", "-", "’", "ہ", "ھ", "\u200B"];

/** The HTML with one character of a paragraph's text replaced, taken out or put in. */
function alter({ html, start, end }: CitedText, random: () => number): string {
  const inTags = Array.from(html.slice(start, end).matchAll(/<[^>]*>/g), ({ 0: tag, index }) => [
    index,
    index + tag.length,
  ]);
  const places = Array.from({ length: end - start }, (_, at) => at).filter(
    (at) => !inTags.some(([from = 0, to = 0]) => at >= from && at < to),
  );
  const at = start + (places[Math.floor(random() * places.length)] ?? 0);
  const letter = letters[Math.floor(random() * letters.length)] ?? "x";
  const kind = Math.floor(random() * 3);
  return html.slice(0, at) + (kind === 1 ? "" : letter) + html.slice(kind === 2 ? at : at + 1);
}

/** What a reader sees at a paragraph, read by other code than that which verifies. */
function seen(html: string, id: string): string | undefined {
  const all = elementsOf(html);
  const first = all.findIndex((element) => element.attributes.id === id);
  return all.slice(first).find((element) => element.attributes.class === "text")?.text;
}

/** The notes named in the faults of a site in which a single source page is another. */
function notesAtFault(site: BuiltSite, file: string, html: string): string[] {
  const altered: BuiltSite = {
    ...site,
    sourcePage: (other) => (other === file ? { kind: "read", content: readSourcePage(html) } : site.sourcePage(other)),
  };
  const { faults } = verifySite(altered, sha256);
  const unaltered = faults.filter(({ rule }) => rule === "text-unaltered");
  return [...new Set(unaltered.map((fault) => `${fault.file} note-${fault.note ?? 0}`))].sort();
}

describe("any one character of a cited paragraph", () => {
  const site = open(dist);
  const cited = citedTexts(dist);

  test("that is altered makes exactly the notes that cite it fail: 300 alterations", () => {
    const random = seeded(1);
    let tried = 0;
    const missed: string[] = [];
    while (tried < 300) {
      const one = cited[Math.floor(random() * cited.length)];
      if (!one) throw new Error("Nothing is cited");
      const html = alter(one, random);
      // A character replaced by itself, or the end of an entity that is known without it.
      if (seen(html, one.id) === seen(one.html, one.id)) continue;
      tried += 1;
      const notes = notesAtFault(site, one.file, html);
      if (notes.join() !== one.notes.join())
        missed.push(`${one.file}#${one.id}: ${notes.join()} for ${one.notes.join()}`);
    }
    expect(missed).toEqual([]);
  });

  test("is noticed in Urdu, where two letters look alike", () => {
    const one = cited.find(
      ({ file, html, start, end }) => file.includes("-ur/") && html.slice(start, end).includes("ہ"),
    );
    if (!one) throw new Error("Nothing in Urdu is cited");
    const at = one.html.indexOf("ہ", one.start);
    expect(notesAtFault(site, one.file, `${one.html.slice(0, at)}ھ${one.html.slice(at + 1)}`)).toEqual(one.notes);
  });
});

describe("what a brief shows of its sources", () => {
  const site = open(dist);
  const [file = ""] = evidenceFiles(dist).map((one) => one.replace("evidence.json", "index.html"));
  const html = readFileSync(join(dist, file), "utf8");

  const rulesFor = (altered: string) =>
    verifySite({ ...site, briefPage: () => ({ kind: "read", content: readBriefPage(altered) }) }, sha256).faults.map(
      ({ rule }) => rule,
    );

  test.each([
    ["a word that is set from a source", /(<blockquote lang="en">\s*<p>\w)\w/, "$1_", "transclusion-unaltered"],
    ["a word quoted in a note", /(<span class="note-words note-sentence"[^>]*>.*?<q>\w+)/, "$1_", "note-agrees"],
    ["a word beside a quotation", /(<span class="note-words note-sentence"[^>]*>\w+)/, "$1_", "note-agrees"],
    ["the first words of a paragraph in a note", /(<span class="note-words" [^>]*>\w+)/, "$1_", "note-agrees"],
    ["a digit of a fingerprint", /(<span class="note-proof">[^<]*<code>)\w/, "$1_", "note-agrees"],
    ["the relation in a note", /relation-disputes/, "relation-qualifies", "note-agrees"],
    ["two relations in a note", /relation-disputes/, "relation-disputes relation-supports", "note-agrees"],
    ["the note that a mark leads to", /href="#note-2"/, 'href="#note-3"', "mark-leads"],
    ["the paragraph that a note leads to", /(<span class="pinpoint"><a href="[^#]*#p)\w+-/, "$1999-", "way-back"],
    ["the source that a note leads to", /(<span class="pinpoint"><a href="\/sources\/)/, "$1x", "pinpoint-agrees"],
    [
      "the mark that a note leads back to",
      /href="#ref-1" role="doc-backlink"/,
      'href="#ref-2" role="doc-backlink"',
      "way-back",
    ],
    ["a word struck in a note", /(<span class="note-words" [^>]*>)(\w+)/, "$1<del>$2</del>", "note-agrees"],
    ["the sentence at a mark", /(\w+)([^\w<]*<sup class="noteref"><a id="ref-1")/, "$1_$2", "sentence-agrees"],
    ["where all its links lead", "<head>", '<head><base href="https://example.org/">', "address-inside"],
    ["a note that is taken out", /<li id="note-1" class="note">/, "<li>", "note-shown"],
  ])("%s is no longer as recorded", (_, pattern, replacement, rule) => {
    const altered = html.replace(pattern, replacement);
    expect(altered).not.toBe(html);
    expect(rulesFor(altered)).toContain(rule);
  });
});

describe("what a page's HTML stands for is what is compared", () => {
  const paragraph = (text: string) =>
    readSourcePage(`<div class="paragraph" id="p1"><div class="text">${text}</div></div>`).byId.get("p1");

  test.each([
    ["an entity", "<p>R&amp;D</p>", "<p>R&abp;D</p>"],
    ["an entity for another character", "<p>a &lt; b</p>", "<p>a &gt; b</p>"],
    ["a number that stands for a letter", "<p>a&#98;c</p>", "<p>a&#99;c</p>"],
    ["a sign in the middle", "<p>not all</p>", '<p>not <span class="marker">at </span>all</p>'],
    ["what is hidden", "<p>all</p>", "<p>all<span hidden> but one</span></p>"],
  ])("%s that is altered alters the text", (_, before, after) => {
    expect(paragraph(after)?.text).not.toBe(paragraph(before)?.text);
  });

  test.each([
    ["struck", "<p>may <del>not</del> pass</p>", "<del>"],
    ["hidden", "<p>may <em hidden>not</em> pass</p>", "<em hidden>"],
    ["hidden by style", '<p style="display:none">may not pass</p>', "<p style>"],
    ["hidden by class", '<p>may <span class="visually-hidden">not</span> pass</p>', "<span class>"],
    ["turned around", '<p>may <bdo dir="rtl">not</bdo> pass</p>', "<bdo>"],
    ["never shown", "<template><p>may not pass</p></template>", "<template>"],
    ["followed by others", "<p>may not pass</p></div><p>This is void.</p><div>", "<p> beside them"],
    ["led in by others", '<p>may not pass</p></div>This is void:<div class="label">', "words beside them"],
    [
      "as they were built",
      '<ol start="2"><li><em>may</em> <a href="https://example.org" title="x">not</a></li></ol>',
      undefined,
    ],
  ])("words that are %s are the same text, and it is said what stands in it", (_, text, expected) => {
    expect(paragraph(text)?.strange).toBe(expected);
  });

  test.each([
    [
      "a section that is hidden",
      '<section hidden><div class="paragraph" id="p1"><div class="text">a</div></div></section>',
      "<section hidden>",
    ],
    [
      "what is closed",
      '<details><div class="paragraph" id="p1"><div class="text">a</div></div></details>',
      "<details>",
    ],
  ])("words in %s are not seen either", (_, html, expected) => {
    expect(readSourcePage(html).byId.get("p1")?.strange).toBe(expected);
  });

  test("a sign before the text is no part of it, but is seen", () => {
    expect(paragraph('<span class="marker">•</span><p>One</p>')).toMatchObject({ marker: "•", text: "One" });
  });

  test("a second text is none", () => {
    const page = '<div class="paragraph" id="p1"><div class="text">a</div><div class="text">b</div></div>';
    expect(readSourcePage(page).byId.get("p1")?.text).toBeUndefined();
  });
});

describe("under a path of its own, with words withheld and paragraphs set", () => {
  let copy: SiteCopy;
  beforeAll(async () => {
    copy = copyProject(fixtureFolder("loop"));
    await buildCopy(copy);
  });
  afterAll(() => {
    removeCopy(copy);
  });

  test("everything is proved that can be, and what cannot is counted", () => {
    const { code, stdout } = verify(copy.dist);
    expect(stdout).toContain("1 paragraph withheld, not provable from the site, 0 faults");
    expect(stdout).toMatch(/^3 briefs, /);
    expect(code).toBe(0);
  });

  test("a draft has no evidence", () => {
    expect(evidenceFiles(copy.dist)).toEqual(
      ["asylum", "panah", "withdrawn-view"].map((name) => `briefs/${name}/evidence.json`),
    );
  });

  test("machines get the same as JSON", () => {
    const { code, stdout } = verify("--json", copy.dist);
    expect(JSON.parse(stdout)).toMatchObject({ faults: [], counts: { briefs: 3, withheld: 1 } });
    expect(code).toBe(0);
  });
});

/** A copy of the built example for one test, which may alter it. */
function copyOfDist(): string {
  const folder = mkdtempSync(join(tmpdir(), "pincite-verify-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  cpSync(dist, folder, { recursive: true });
  return folder;
}

describe("the command", () => {
  test("names note, paragraph and the words on both sides, and ends with 1", () => {
    const folder = copyOfDist();
    const one = citedTexts(folder).find(({ html, start, end }) => /\d/.test(html.slice(start, end)));
    if (!one) throw new Error("Nothing with a number is cited");
    const at = one.start + one.html.slice(one.start).search(/\d/);
    writeFileSync(join(folder, one.file), `${one.html.slice(0, at)}x${one.html.slice(at + 1)}`);
    const { code, stderr } = verify(folder);
    const [file = "", note = ""] = (one.notes[0] ?? "").split(" note-");
    expect(stderr).toContain(
      `${file}  note ${note}  text-unaltered  ¶${one.id.slice(1)} of /${one.file.replace("index.html", "")} has "`,
    );
    expect(stderr).toMatch(/\n\d+ faults\.\n$/);
    expect(code).toBe(1);
  });

  test("says what it cannot read, one line each and no stack", () => {
    const folder = copyOfDist();
    const [slug = ""] = evidenceFiles(folder).map((file) => file.split("/")[1]);
    const put = (name: string, content: string | Buffer) => {
      mkdirSync(join(folder, "briefs", name));
      writeFileSync(join(folder, "briefs", name, "index.html"), content);
      cpSync(join(folder, "briefs", slug, "evidence.json"), join(folder, "briefs", name, "evidence.json"));
    };
    put("empty", "");
    put("latin", Buffer.of(0x3c, 0xe9));
    mkdirSync(join(folder, "briefs/linked"));
    symlinkSync(join(folder, "briefs", slug, "index.html"), join(folder, "briefs/linked/index.html"));
    symlinkSync(join(folder, "briefs", slug), join(folder, "briefs/linked-folder"));
    put("broken", "<p>");
    writeFileSync(join(folder, "briefs/broken/evidence.json"), "{");
    const { code, stderr } = verify(folder);
    const lines = stderr.split("\n").map((line) => line.split("  ").slice(0, 2).join("  "));
    expect(lines).toEqual(
      expect.arrayContaining([
        "briefs/empty/index.html  file-readable",
        "briefs/latin/index.html  file-readable",
        "briefs/linked/index.html  file-readable",
        "briefs/linked/evidence.json  evidence-present",
        "briefs/linked-folder/index.html  file-readable",
        "briefs/broken/evidence.json  evidence-valid",
      ]),
    );
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(code).toBe(1);
  });

  test("never reads what is outside the folder", () => {
    const folder = copyOfDist();
    const [file = ""] = evidenceFiles(folder);
    const evidence = evidenceIn(folder, file);
    const sources = ["../../../secret/", "/../secret/", "..%2f..%2f..%2fsecret/", "file:///secret/", "\\\\secret\\"];
    for (const [index, source] of sources.entries()) {
      for (const target of evidence.first.items[index]?.target ?? []) target.source = source;
    }
    writeFileSync(join(folder, file), JSON.stringify(evidence));
    const asked: string[] = [];
    const site = open(folder);
    const { faults } = verifySite(
      {
        ...site,
        sourcePage: (name) => {
          asked.push(name);
          return site.sourcePage(name);
        },
      },
      sha256,
    );
    expect(asked.filter((name) => name.startsWith("/") || name.split("/").includes(".."))).toEqual([]);
    expect(new Set(faults.map(({ note }) => note))).toEqual(new Set(sources.map((_, index) => index + 1)));
  });

  test.each([
    ["that is not there", "no-such-folder", /no-such-folder is not a folder/],
    ["that holds no site", "tests", /tests holds no built site/],
  ])("says of a folder %s, in one line, that it is no site", (_, name, message) => {
    const { code, stdout, stderr } = verify(join(repository, name));
    expect(stderr).toMatch(message);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect([code, stdout]).toEqual([1, ""]);
  });
});
