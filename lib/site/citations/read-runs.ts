import { Parser } from "htmlparser2";
import { isSlot, type Run, type WordRun } from "../../core/citation-style/run.ts";

/** What citeproc is given for what is not known yet: private-use characters, which stand for nothing in a text. */
export const pinpointMark = "\uE000";
export const firstNoteMark = "\uE001";
const marks = /([\uE000\uE001])/;

/** A text in which the marks can have no other meaning. */
export function withoutMarks(text: string): string {
  return text.replace(/[\uE000\uE001]/g, "");
}

type Look = NonNullable<WordRun["look"]>;
const looks = new Map<string, Look>([
  ["i", "italic"],
  ["em", "italic"],
  ["b", "bold"],
  ["strong", "bold"],
  ["sup", "sup"],
  ["sub", "sub"],
]);

/**
 * Read the HTML that citeproc makes, of which words and looks are kept: italics, bold, small
 * capitals, raised and lowered letters. Everything else is what stands in it, as text; no
 * attribute is kept. Addresses become links by what they say.
 */
export function readRuns(html: string): readonly Run[] {
  const runs: Run[] = [];
  const open: (Look | undefined)[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      const isSmall = name === "span" && /font-variant:\s*small-caps/.test(attributes.style ?? "");
      // Italics within italics stand upright again, for which citeproc writes a span.
      const isUpright = name === "span" && /font-style:\s*normal/.test(attributes.style ?? "");
      open.push(isUpright ? undefined : isSmall ? "small-caps" : (looks.get(name) ?? open.at(-1)));
    },
    onclosetag() {
      open.pop();
    },
    ontext(text) {
      const look = open.at(-1);
      for (const piece of text.split(marks)) {
        if (piece === pinpointMark) runs.push({ slot: "pinpoint" });
        else if (piece === firstNoteMark) runs.push({ slot: "first-note" });
        else if (piece !== "") addWords(runs, piece, look);
      }
    },
  });
  parser.end(html);
  return runs.flatMap((run): readonly Run[] => (isSlot(run) ? [run] : withLinks(run)));
}

/** Text comes in pieces, which are one run as long as they look the same. */
function addWords(runs: Run[], text: string, look: Look | undefined): void {
  const last = runs.at(-1);
  if (last && !isSlot(last) && last.look === look) runs[runs.length - 1] = { ...last, text: last.text + text };
  else runs.push({ text, ...(look && { look }) });
}

const address = /(https?:\/\/[^\s<>]*[^\s<>.,;:)\]])/;

function withLinks(run: WordRun): readonly WordRun[] {
  return run.text
    .split(address)
    .flatMap((text, index) =>
      text === "" ? [] : index % 2 === 0 ? [{ ...run, text }] : [{ ...run, text, link: { to: "web", url: text } }],
    );
}
