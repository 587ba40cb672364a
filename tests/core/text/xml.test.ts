import fc from "fast-check";
import { XmlDocument } from "libxml2-wasm";
import { expect, test } from "vitest";
import { writeXml } from "../../../lib/core/text/xml.ts";

test("an element stands on a line, those inside it further in", () => {
  const root = {
    name: "a",
    attributes: { x: "1", y: undefined },
    content: [{ name: "b", content: "t" }, { name: "c" }],
  };
  expect(writeXml(root)).toBe('<?xml version="1.0" encoding="UTF-8"?>\n<a x="1">\n  <b>t</b>\n  <c/>\n</a>\n');
});

test.each([
  ["markup", "</b><script>&amp;]]>", "</b><script>&amp;]]>"],
  ["quotation marks", `"'`, `"'`],
  ["line ends and tabs", "a\r\nb\tc", "a\r\nb\tc"],
  ["spaces at the ends", " a ", " a "],
  ["letters beyond the BMP", "𐭀😀", "𐭀😀"],
  ["what XML cannot write", "a\u0000b\u001bc\uFFFEd", "a\uFFFDb\uFFFDc\uFFFDd"],
  ["half a letter", "a\uD800b", "a\uFFFDb"],
])("%s comes back from text and from attributes", (_, given, expected) => {
  const document = XmlDocument.fromString(writeXml({ name: "a", attributes: { t: given }, content: given }));
  expect(document.root.content).toBe(expected);
  expect(document.root.attr("t")?.value).toBe(expected);
});

test("any text comes back, but for what XML cannot write", () => {
  const texts = fc.string({ unit: "binary", maxLength: 60 });
  fc.assert(
    fc.property(texts, (text) => {
      const document = XmlDocument.fromString(writeXml({ name: "a", attributes: { t: text }, content: text }));

      const expected = text.replace(/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|\p{Cs}/gu, "\uFFFD");
      expect(document.root.content).toBe(expected);
      expect(document.root.attr("t")?.value).toBe(expected);
    }),
  );
});
