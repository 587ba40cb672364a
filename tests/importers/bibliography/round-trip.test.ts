import fc from "fast-check";
import { expect, test } from "vitest";
import { readOne } from "./read.ts";

// Another program's writing, to be read back: its packages ship no types.
// @ts-expect-error no declarations
const { plugins } = (await import("@citation-js/core")) as {
  plugins: { output: { format: (name: string, items: object[]) => string } };
};
// @ts-expect-error no declarations
await import("@citation-js/plugin-bibtex");
// @ts-expect-error no declarations
await import("@citation-js/plugin-ris"); // prettier-ignore

const letters = fc.constantFrom(
  "Deadline", "Müller", "Łódź", "Ærø", "naïve", "Straße", "Ğül", "čaj", "señor", "اردو", "中文", "R&D", "50%", "a_b", "x#1", "–", "UNHCR", "$5", "~", "Ørsted", "İzmir", "ế",
); // prettier-ignore
const words = fc.array(letters, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(" "));
const family = fc.constantFrom("Müller", "O’Neill", "Łukasiewicz", "Shah", "Ørsted", "شاہ", "Gómez-Peña", "Nguyễn");
const given = fc.constantFrom("Amina", "Jérôme", "J. R.", "Þór", "آمنہ", "Anne-Marie");
const item = fc.record({
  id: fc.constant("key"),
  type: fc.constantFrom("report", "book", "article-journal", "webpage", "thesis"),
  title: words,
  author: fc.array(fc.record({ family, given }), { minLength: 1, maxLength: 3 }),
  issued: fc
    .tuple(fc.integer({ min: 1950, max: 2026 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map((parts) => ({ "date-parts": [parts] })),
  URL: fc.constantFrom("https://example.org/a_b?c=d&e=f%20g#h~i", "http://example.org/"),
  DOI: fc.constantFrom("10.1000/xyz_1", "10.1234/(ab)5"),
});

const pad = (number: number | undefined) => String(number).padStart(2, "0");

test.each([
  ["biblatex", "key.bib"],
  ["bibtex", "key.bib"],
  ["ris", "key.ris"],
])("what citation-js writes as %s reads the same", async (format, name) => {
  // Its BibTeX leaves out letters of other scripts than the Latin.
  const written =
    format === "ris" ? item : item.filter((work) => !/[\p{Script=Arab}\p{Script=Han}]/u.test(JSON.stringify(work)));
  await fc.assert(
    fc.asyncProperty(written, async (work) => {
      const { metadata, doubts } = await readOne(plugins.output.format(format, [work]), name);
      const [[year, month, day] = []] = work.issued["date-parts"];
      expect(metadata).toMatchObject({
        type: format === "bibtex" && ["thesis", "webpage"].includes(work.type) ? "document" : work.type,
        title: work.title,
        author: work.author,
        issued: [year, month, day].map(pad).join("-"),
        URL: work.URL,
        DOI: work.DOI,
      });
      expect(doubts).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("what citation-js writes as CSL-JSON reads the same", async () => {
  await fc.assert(
    fc.asyncProperty(item, async (work) => {
      const { key, metadata } = await readOne(JSON.stringify([work]), "a.json");
      expect(key).toBe("key");
      expect(metadata).toMatchObject({ type: work.type, title: work.title, author: work.author, DOI: work.DOI });
    }),
    { numRuns: 100 },
  );
});
