import fc from "fast-check";
import { expect, test } from "vitest";
import { isSlot, pinpointSlot, textOf, type Run, type Runs } from "../../../lib/core/citation-style/run.ts";
import { linkedToSource } from "../../../lib/core/citation-style/source-link.ts";
import type { CslItem } from "../../../lib/core/export/csl-item.ts";

const item: CslItem = { id: "update", type: "report", title: "Pakistan Update (2025)", "title-short": "Update" };
const web: Run = { text: "https://x.example", link: { to: "web", url: "https://x.example" } };

/** Words that lead to the source in square brackets, a title in braces. */
function marked(runs: Runs): string {
  return runs
    .map((run) => {
      if (isSlot(run)) return "¶";
      const text = run.part === "title" ? `{${run.text}}` : run.text;
      return run.link?.to === "source" ? `[${text}]` : text;
    })
    .join("");
}

test.each<[string, Runs, string]>([
  ["its title", [{ text: "UNHCR, Pakistan Update (2025), 5 March" }], "UNHCR, [{Pakistan Update (2025)}], 5 March"],
  ["its title in a style's capitals", [{ text: "UNHCR, PAKISTAN UPDATE (2025)." }], "UNHCR, [{PAKISTAN UPDATE (2025)}]."],
  ["its title behind letters that grow when small", [{ text: "İİİ, Pakistan Update (2025)." }], "İİİ, [{Pakistan Update (2025)}]."],
  ["its short title", [{ text: "UNHCR, Update, " }, pinpointSlot], "UNHCR, [{Update}], ¶"],
  ["the title before the short title", [{ text: "Update: Pakistan Update (2025)" }], "Update: [{Pakistan Update (2025)}]"],
  ["else the words before the first sign", [{ text: "Shah (n 3) " }, pinpointSlot], "[Shah] (n 3) ¶"],
  ["else several runs up to a slot", [{ text: "Shah " }, { text: "and others", look: "italic" }, pinpointSlot], "[Shah ][and others]¶"],
  ["nothing but a slot, and so nothing", [pinpointSlot, { text: "." }], "¶."],
  ["no words that lead elsewhere", [web, { text: ", ibid" }], "https://x.example, ibid"],
])("what leads to a source is %s", (_, runs, expected) => {
  expect(marked(linkedToSource(runs, item))).toBe(expected);
}); // prettier-ignore

test("no word is changed, lost or added by leading somewhere", () => {
  const run = fc.oneof(
    fc.record({ text: fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom("Update", "$&", "İ", ", Update ")) }),
    fc.constant(pinpointSlot),
  );
  fc.assert(
    fc.property(fc.array(run), fc.string({ minLength: 1 }), (runs, title) => {
      expect(textOf(linkedToSource(runs, { ...item, title }), "¶")).toBe(textOf(runs, "¶"));
    }),
  );
});
