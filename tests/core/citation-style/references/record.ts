/**
 * Writes references.json: what citeproc makes of items.json with the official styles.
 *
 * The styles and locales are those of the Debian packages citation-style-language-styles and
 * citation-style-language-locales (CSL project, https://citationstyles.org, CC BY-SA 3.0). They
 * are read, never copied: what is recorded are the notes they make.
 *
 *     apt-get install citation-style-language-styles citation-style-language-locales
 *     node --import tsx tests/core/citation-style/references/record.ts [folder that holds styles/ and locales/]
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { citeprocItem } from "../../../../lib/core/citation-style/citeproc-item.ts";
import type { CslItem } from "../../../../lib/core/export/csl-item.ts";
import CSL, { type CiteprocCite } from "citeproc";

const folder = process.argv[2] ?? "/usr/share/citation-style-language";
const here = import.meta.dirname;
const items = (JSON.parse(readFileSync(join(here, "items.json"), "utf8")) as readonly CslItem[]).map(citeprocItem);
const styles = [
  ["chicago", "chicago-fullnote-bibliography-with-ibid", "en-US"],
  ["oscola", "oscola", "en-GB"],
  ["apa", "apa", "en-US"],
] as const;

/** The note that cites each work first, for styles that refer back to it. */
const firstNote = 3;

function notesOf(style: string, locale: string) {
  const engine = new CSL.Engine(
    {
      retrieveLocale: (name) => readFileSync(join(folder, "locales", `locales-${name}.xml`), "utf8"),
      retrieveItem: (id) => items.find((item) => item.id === id) ?? { id },
    },
    readFileSync(join(folder, "styles", `${style}.csl`), "utf8"),
    locale,
    true,
  );
  engine.updateItems(items.map(({ id }) => id));
  engine.setOutputFormat("html");
  const cite = (id: string, more: Partial<CiteprocCite>) =>
    engine.makeCitationCluster([{ id, label: "paragraph", ...more }]);
  const bibliography = engine.makeBibliography();
  const entryOf = (id: string) => {
    if (!bibliography) return undefined;
    const [{ entry_ids: order }, entries] = bibliography;
    return entries[order.findIndex((one) => one.includes(id))]?.trim();
  };
  return Object.fromEntries(
    items.map(({ id }) => [
      id,
      {
        first: cite(id, { position: 0, locator: "7" }),
        ibid: cite(id, { position: 3, locator: "7-9", "first-reference-note-number": firstNote }),
        ibidAtOnce: cite(id, { position: 2, "first-reference-note-number": firstNote }),
        later: cite(id, { position: 1, locator: "12", "first-reference-note-number": firstNote }),
        whole: cite(id, { position: 0 }),
        entry: entryOf(id),
      },
    ]),
  );
}

const notes = Object.fromEntries(styles.map(([name, style, locale]) => [name, notesOf(style, locale)]));
writeFileSync(join(here, "references.json"), `${JSON.stringify(notes, null, 2)}\n`);
