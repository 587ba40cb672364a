import fc from "fast-check";
import { expect, test } from "vitest";
import { scriptContent } from "../../../lib/core/export/json-ld-work.ts";

const dangerous = fc.constantFrom("</script", "</SCRIPT >", "<!--", "-->", "<script>", "\u2028", "\u2029", "]]>", "&lt;", "\\", '"', "اردو", "a"); // prettier-ignore
const text = fc.array(dangerous, { maxLength: 8 }).map((parts) => parts.join(""));

test("nothing that a text says can leave its script element, and it reads back as it was", () => {
  fc.assert(
    fc.property(fc.dictionary(text, fc.oneof(text, fc.array(text))), (data) => {
      const content = scriptContent(data);
      expect(content).not.toMatch(/[<>&\u2028\u2029]/);
      expect(JSON.parse(content)).toEqual(data);
    }),
  );
});
