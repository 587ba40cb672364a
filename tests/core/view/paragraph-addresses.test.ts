import { describe, expect, test } from "vitest";
import type { SourceLock } from "../../../lib/core/anchoring/lock.ts";
import { sourceView } from "../../../lib/core/view/source-view.ts";
import { briefNamed, catalogOf } from "../support/catalogs.ts";
import { sourceFrom } from "../support/documents.ts";

const one = "The first paragraph speaks of the harbour, its two gates and the tide tables.";
const two = "In the second, the committee counts 1,204 vessels between March and September.";
const three = "A third paragraph grants the pilots a fee of nine crowns for each vessel.";
const new2 = "A new paragraph about the lighthouse was put in here by an amendment.";

const new3 = "At the head of it stands a preamble of the year in which the pier was built.";

function view(paragraphs: readonly string[], body: string, lock?: SourceLock, keys: Record<string, string> = {}) {
  const { source } = sourceFrom(paragraphs.join("\n\n"), keys);
  const catalog = catalogOf([source], [briefNamed("brief", body)], [], new Map(lock ? [["report", lock]] : []));
  return { catalog, page: sourceView(catalog, source, "en"), lock: catalog.locks.get("report")?.lock };
}

/** Each paragraph's label, id and former ids. */
function idsOf({ page }: ReturnType<typeof view>): string[] {
  return page.blocks.flatMap((block) =>
    "paragraph" in block
      ? [[block.paragraph.label, block.paragraph.anchor, ...block.paragraph.formerAnchors].join(" ")]
      : [],
  );
}

const citesTwo = 'Claim.{% cite "report", 2 %}';
const { lock } = view([one, two, three], citesTwo);

test("a paragraph's address is its label", () => {
  expect(idsOf(view([one, two, three], citesTwo))).toEqual(["1 p1", "2 p2", "3 p3"]);
});

test("one that moved has its old address too, which no other paragraph takes", () => {
  const ids = idsOf(view([one, new2, two, three], citesTwo, lock));
  expect(ids).toEqual(["1 p1", expect.stringMatching(/^2 p2~[0-9a-f]{8}$/), "3 p3 p2", "4 p4"]);
});

test("two moves later the first address still leads to the same words", () => {
  const moved = view([one, new2, two, three], 'Claim.{% cite "report", 3 %}', {
    ...view([one, new2, two, three], citesTwo, lock).lock,
  } as SourceLock);
  const again = view(
    [one, new2, "Another amendment put this in, about the dredger.", two, three],
    'Claim.{% cite "report", 3 %}',
    moved.lock,
  );
  expect(idsOf(again).at(-2)).toBe("4 p4 p2 p3");
});

describe("a paragraph whose number belonged to other words before", () => {
  const moved = view([one, new2, two, three], citesTwo, lock).lock;
  const entry = { text: new2, headings: [], quotations: [], accepted: "2026-03-05", published: true };
  const second = moved && { ...moved, cited: new Map([...moved.cited, ["2" as never, entry]]) };
  const own = idsOf(view([one, new2, two, three], 'Claim.{% cite "report", 1 %}', second))[1]?.split(" ")[1] ?? "";

  test.each([
    ["when it moves", [new3, one, new2, two, three], (ids: string[]) => ids[2]],
    ["when it is edited where it stands", [one, `${new2} It burns all night.`, two, three], (ids: string[]) => ids[1]],
  ])("keeps the address it has had meanwhile %s", (_, paragraphs, pick) => {
    const body = 'Claim.{% cite "report", 1 %}';
    // Nobody cites it any more, so the rules decide alone; its address was published all the same.
    const ids = view(paragraphs, body, second);
    const everywhere = [...idsOf(ids), ...ids.page.gone.map(({ anchor }) => anchor)];
    expect(own).toMatch(/^p2~[0-9a-f]{8}$/);
    expect(
      everywhere
        .join(" ")
        .split(" ")
        .filter((id) => id === own),
    ).toHaveLength(1);
    expect(pick(idsOf(ids))).toBeDefined();
  });
});

test("a label that is a paragraph's own keeps its address through every insertion", () => {
  const labelled = [one, `${two} {#P.2}`, three];
  const cites = 'Claim.{% cite "report", "P.2" %}';
  const before = view(labelled, cites).lock;
  expect(idsOf(view([new2, ...labelled], cites, before))).toEqual(["1 p1", "2 p2", "P.2 pP.2", "4 p4"]);
});

test.each([
  ["shown as it was cited", "full-text", two],
  ["not shown where it may not be", "metadata-only", ""],
])("an address whose words are gone stays, with its text %s", (_, rights, text) => {
  const keys = { rights };
  const before = view([one, two, three], citesTwo, undefined, keys).lock;
  const { page } = view([one, three], 'Claim.{% cite "report", 1 %}', before, keys);
  expect(page.gone).toEqual([
    { label: "2", anchor: "p2", text, acceptedText: "5 March 2026", goneText: "5 March 2026" },
  ]);
  expect(page.blocks.flatMap((block) => ("paragraph" in block ? [block.paragraph.anchor] : []))).not.toContain("p2");
});

function withHistory(history: SourceLock["history"]): SourceLock {
  if (!lock) throw new Error("nothing was cited");
  return { ...lock, history };
}

test("a source's history is told newest first, with what changed in a paragraph that was accepted", () => {
  const before = withHistory([
    { date: "2026-01-02", kind: "imported" },
    { date: "2026-02-03", kind: "accepted", label: "2" as never, before: "nine crowns", after: "ten crowns" },
  ]);
  const { history } = view([one, two, three], citesTwo, before).page;
  expect(history).toMatchObject([
    {
      kind: "accepted",
      dateText: "3 February 2026",
      url: "/sources/report/#p2",
      changes: [
        { kind: "removed", text: "nine" },
        { kind: "added", text: "ten" },
        { kind: "same", text: " crowns" },
      ],
    },
    { kind: "imported", dateText: "2 January 2026", label: "", changes: [] },
  ]);
});
