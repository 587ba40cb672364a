import { hash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { importDocument } from "../../lib/importers/import-document.ts";
import { makeSource } from "../../lib/importers/make-source.ts";
import { prepareDocument } from "../../lib/importers/prepare-document.ts";

const names = fc.constantFrom("a.txt", "a.md", "a.html", "a.json", "a.csv", "a", "a.docx", "a.pdf", "a.epub", "a.odt");
const heads = fc.constantFrom(
  "",
  "%PDF-1.4\n",
  "PK\x03\x04",
  "\xEF\xBB\xBF",
  "\xFF\xFE",
  "<!doctype html>",
  "[",
  "label,text\n",
);

const pieces = fc.constantFrom(
  "<p>", "</p>", "<li>", "<ol start=9>", "<ul>", "</ul>", "<table><tr><td>", "<td>|", "</table>", "<h2>", "</h2>", "<blockquote>",
  "<pre>", "</pre>", "<br>", "<br><br>", "<b>", "<sup><a href=#a>1</a></sup>", "<li id=a>", "<script>x</script>", "<!-- ", "-->", "<nav>",
  "# x", "1. ", "2. ", "3. ", "(1) ", "14.1 ", "§ 1 ", "- ", "> ", "{#7}", "\\", "`", "|", "```\n", "\n\n", "\n", " ", "word", "سلام", "中", "*", "_",
  "&amp;", "&", "<", "\u202E", "\u200B", "\uFEFF", "[^1]", "[^1]: n\n", "---\n", "title: x\n", ",", '"', "label,text\n", "[", "]", "{", "}",
); // prettier-ignore

async function addable(bytes: Uint8Array, name: string): Promise<boolean> {
  const outcome = await importDocument(bytes, name);
  if (outcome.kind === "refused") {
    expect(outcome.reason).toMatch(/^[^\n]+[.)]$/);
    return false;
  }
  const { blocks, numbering, metadata } = prepareDocument(outcome.document);
  const decisions = { title: "T", type: "report", language: "en", grade: "data", rights: "excerpt" };
  const original = { name: "a", sha256: "0".repeat(64) };
  for (const rights of ["excerpt", "digest"]) {
    const document = { id: "a", metadata, numbering, blocks, original };
    const made = makeSource(document, { ...decisions, rights }, (text) => hash("sha256", text));
    expect(made).toMatchObject({ kind: "source" });
  }
  return true;
}

test("any bytes are refused in one line, or make a source that reads the same again", async () => {
  const property = fc.asyncProperty(heads, fc.uint8Array({ maxLength: 200 }), names, async (head, bytes, name) => {
    await addable(Uint8Array.from([...Buffer.from(head, "latin1"), ...bytes]), name);
  });
  await fc.assert(property, { numRuns: 500 });
});

test("so does any soup of mark-up, whatever its name", async () => {
  const soup = fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(""));
  const property = fc.asyncProperty(soup, names, async (text, name) => {
    await addable(new TextEncoder().encode(text), name);
  });
  await fc.assert(property, { numRuns: 1000 });
});
