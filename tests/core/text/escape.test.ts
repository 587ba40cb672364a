import { expect, test } from "vitest";
import { escapeHtml } from "../../../lib/core/text/escape.ts";

test("text cannot end a tag or a quoted attribute", () => {
  expect(escapeHtml(`<a href="x" title='y'>&amp;</a>`)).toBe(
    "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;",
  );
});
