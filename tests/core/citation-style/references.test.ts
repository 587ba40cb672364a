import { describe, expect, test } from "vitest";
import { apa } from "../../../lib/core/citation-style/apa.ts";
import { chicago } from "../../../lib/core/citation-style/chicago.ts";
import { oscola } from "../../../lib/core/citation-style/oscola.ts";
import { tellApart } from "../../../lib/core/citation-style/telling-apart.ts";
import { wordingFor } from "../../../lib/core/citation-style/wording.ts";
import { items, plain, references, referenceStyles, type ReferenceStyle } from "./references.ts";
import { written } from "./written-runs.ts";

const styles = { chicago, oscola, apa };
const apart = tellApart(items);

type Form = "first" | "ibid" | "later" | "whole";
const forms: readonly Form[] = ["first", "ibid", "later", "whole"];

type Deviation = readonly [style: ReferenceStyle, id: string, written: Partial<Readonly<Record<Form, string>>>];

/** What the built-in styles write otherwise on purpose, by reason. */
const deviations: Readonly<Record<string, readonly Deviation[]>> = {
  "an act whose name ends with its year has it once": [
    ["chicago", "act", { first: "Human Rights Act 1998, ¶7.", whole: "Human Rights Act 1998." }],
    ["oscola", "act", { first: "Human Rights Act 1998 ¶7.", whole: "Human Rights Act 1998." }],
    [
      "apa",
      "act",
      {
        first: "Human Rights Act 1998, ¶7.",
        ibid: "Human Rights Act 1998, ¶7–9.",
        later: "Human Rights Act 1998, ¶12.",
        whole: "Human Rights Act 1998.",
      },
    ],
  ],
  "a judgment is named by its neutral citation": ["chicago" as const, "apa" as const].map((style): Deviation => [
    style,
    "case",
    {
      first: "R (Begum) v Special Immigration Appeals Commission, [2021] UKSC 7, ¶7.",
      whole: "R (Begum) v Special Immigration Appeals Commission, [2021] UKSC 7.",
    },
  ]),
  "a judgment's pinpoint stands behind a comma, too": [["chicago", "case", { later: "<i>Begum</i>, ¶12." }]],
  "a treaty has its name, its date and its series, as the guides have it": [
    [
      "chicago",
      "refugee-convention",
      {
        first:
          "Convention Relating to the Status of Refugees, July 28, 1951, 189 United Nations Treaty Series 137, ¶7.",
        later: "Refugee Convention, ¶12.",
        whole: "Convention Relating to the Status of Refugees, July 28, 1951, 189 United Nations Treaty Series 137.",
      },
    ],
    [
      "oscola",
      "refugee-convention",
      {
        first: "Convention Relating to the Status of Refugees (28 July 1951) 189 United Nations Treaty Series 137 ¶7.",
        later: "Refugee Convention (n 3) ¶12.",
        whole: "Convention Relating to the Status of Refugees (28 July 1951) 189 United Nations Treaty Series 137.",
      },
    ],
  ],
  "a report has its number": [
    [
      "chicago",
      "un-report",
      {
        first:
          "United Nations Security Council, “Thirty-Sixth Report of the Analytical Support and Sanctions Monitoring Team,” S/2025/482 (New York: United Nations, July 24, 2025), ¶7, https://docs.example.org/S/2025/482.",
        whole:
          "United Nations Security Council, “Thirty-Sixth Report of the Analytical Support and Sanctions Monitoring Team,” S/2025/482 (New York: United Nations, July 24, 2025), https://docs.example.org/S/2025/482.",
      },
    ],
  ],
  "what is neither book nor article has publisher and date, too": [
    [
      "oscola",
      "dataset",
      {
        first:
          "International Organization for Migration, ‘Returns by Month and District’ (Humanitarian Data Exchange, 2025) ¶7 <https://data.example.org/returns> accessed 5 March 2026.",
        whole:
          "International Organization for Migration, ‘Returns by Month and District’ (Humanitarian Data Exchange, 2025) <https://data.example.org/returns> accessed 5 March 2026.",
      },
    ],
    [
      "oscola",
      "press-release",
      {
        first:
          "Ministry of Interior, ‘Statement on the Deadline of 30 June’ (press release, Government of Pakistan, 1 August 2025) ¶7 <https://press.example.org/deadline> accessed 5 March 2026.",
        whole:
          "Ministry of Interior, ‘Statement on the Deadline of 30 June’ (press release, Government of Pakistan, 1 August 2025) <https://press.example.org/deadline> accessed 5 March 2026.",
      },
    ],
  ],
  "a publisher that is the author is not named twice": (
    [
      ["corporate-report", "Pak Institute for Peace Studies. (2024). <i>Counting Returns</i>"],
      ["no-date", "National Database Authority. (n.d.). <i>Handbook for Registration Officers</i>"],
      ["same-year-a", "Red Crescent Society. (2025a). <i>Monthly Return Figures</i>"],
      ["same-year-b", "Red Crescent Society. (2025b). <i>Quarterly Return Figures</i>"],
    ] as const
  ).map(([id, entry]): Deviation => ["apa", id, { first: `${entry}, ¶7.`, whole: `${entry}.` }]),
};

const deviating = Object.entries(deviations).flatMap(([reason, ones]) =>
  ones.flatMap(([style, id, forms]) =>
    Object.entries(forms).map(([form, written]) => ({ reason, style, id, form: form as Form, written })),
  ),
);

function formsOf(style: ReferenceStyle, id: string): Record<Form, string> {
  const item = items.find((one) => one.id === id);
  if (!item) throw new Error(`There is no item ${id}`);
  const { first, again, next, whole } = styles[style](item, {
    words: wordingFor("en"),
    letter: apart.letters.get(id) ?? "",
    isOneOfSeveral: apart.several.has(id),
  });
  return {
    first: written(first, "¶7", 3),
    ibid: written(next, "¶7–9", 3),
    later: written(again, "¶12", 3),
    whole: written(whole, "", 3),
  };
}

/**
 * A reference as the built-in styles write it everywhere: the paragraph by the label that
 * stands beside it on its page, and the APA's citations without parentheses, as sentences.
 */
function expectedOf(style: ReferenceStyle, id: string): Record<Form, string> {
  const found = references[style][id];
  if (!found) throw new Error(`There is no reference for ${id}`);
  const label = (html: string) =>
    plain(html).replace(/(?:paras?\.? |(?<=ibid )|\[(?=\d+\]\.$))(\d+(?:–\d+)?)\]?/g, "¶$1");
  if (style !== "apa")
    return { first: label(found.first), ibid: label(found.ibid), later: label(found.later), whole: label(found.whole) };
  const sentence = (html: string) => label(html).replace(/^\((.*)\)$/, "$1.");
  const entry = plain(found.entry);
  return {
    first: entry.replace(/\.( https:\S+)?$/, (_, address = "") => `, ¶7.${address}`),
    ibid: sentence(found.ibid),
    later: sentence(found.later),
    whole: entry,
  };
}

const cases = referenceStyles.flatMap((style) => items.flatMap(({ id }) => forms.map((form) => ({ style, id, form }))));

const isDeviating = (one: (typeof cases)[number]) =>
  deviating.some(({ style, id, form }) => one.style === style && one.id === id && one.form === form);

test("there are twenty works and more, and a reference for each", () => {
  expect(items.length).toBeGreaterThanOrEqual(20);
  for (const style of referenceStyles) expect(Object.keys(references[style])).toEqual(items.map(({ id }) => id));
});

describe("a work is cited as the official style cites it", () => {
  test.each(cases.filter((one) => !isDeviating(one)))("$style, $id, $form", ({ style, id, form }) => {
    expect(formsOf(style, id)[form]).toBe(expectedOf(style, id)[form]);
  });
});

describe("but not where", () => {
  test.each(deviating)("$reason: $style, $id, $form", ({ style, id, form, written: own }) => {
    expect(formsOf(style, id)[form]).toBe(own);
    expect(expectedOf(style, id)[form]).not.toBe(own);
  });
});
