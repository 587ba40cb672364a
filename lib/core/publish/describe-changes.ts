import type { Change, SiteChanges } from "./changes.ts";

/** Lines a kind shows before the rest is only counted. */
const mostLines = 12;

const headings: Readonly<Record<Change["kind"], readonly [one: string, more: string]>> = {
  withdrawn: ["1 brief is withdrawn", "# briefs are withdrawn"],
  corrected: ["1 correction", "# corrections"],
  gone: ["1 page goes, and its address leads nowhere", "# pages go, and their addresses lead nowhere"],
  moved: ["1 page moves; its old address leads on", "# pages move; their old addresses lead on"],
  added: ["1 page is new", "# pages are new"],
  changed: ["1 page says something else", "# pages say something else"],
  lost: ["1 paragraph goes", "# paragraphs go"],
  renumbered: ["1 paragraph has another number", "# paragraphs have other numbers"],
  reworded: ["1 paragraph reads otherwise", "# paragraphs read otherwise"],
};

/** What changes for readers, as lines for people: a heading a kind, and below it what it concerns. */
export function describeChanges({ changes, restyled }: SiteChanges): string[] {
  const kinds = [...new Set(changes.map(({ kind }) => kind))];
  const lines = kinds.flatMap((kind) => {
    const those = changes.filter((change) => change.kind === kind);
    const [one, more] = headings[kind];
    const heading = those.length === 1 ? one : more.replace("#", String(those.length));
    const rest = those.length - mostLines;
    return [
      heading,
      ...those.slice(0, mostLines).map((change) => `  ${plain(describe(change))}`),
      ...(rest > 0 ? [`  and ${rest} more`] : []),
    ];
  });
  if (restyled > 0)
    lines.push(
      restyled === 1 ? "1 page says the same and looks otherwise" : `${restyled} pages say the same and look otherwise`,
    );
  return lines.length > 0 ? lines : ["Nothing changes for readers."];
}

/** Without what would steer a terminal: titles and notes are others' words. */
function plain(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, "\ufffd");
}

function describe(change: Change): string {
  const at = `/${change.address}`;
  switch (change.kind) {
    case "moved":
      return `${at} → ${change.leadsTo}`;
    case "corrected":
    case "withdrawn":
      return `${at}  ${change.note}`;
    case "reworded":
      return `${at} ¶${change.label}`;
    case "renumbered":
      return `${at} ¶${change.label} is ¶${change.now}`;
    case "lost":
      return `${at} ¶${change.label}${change.leadsOn ? "; its address still leads to the page's marker" : ""}`;
    default:
      return `${at}  ${change.page.title}`;
  }
}
