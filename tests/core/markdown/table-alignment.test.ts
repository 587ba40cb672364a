import { expect, test } from "vitest";
import { sourceFrom } from "../support/documents.ts";
import { textHtml } from "../support/rendering.ts";

const table = "| a | b | c | d |\n|:--|:-:|--:|---|\n| e | f | g | h |";

test.each([
  ["brief", textHtml(table)],
  // In a source each cell ends in an invisible separator.
  ["source", sourceFrom(table).source.paragraphs[0]?.html.replaceAll("\u2063", "") ?? ""],
])("the cells of a %s's table are aligned by class, since no style attribute may apply", (_, html) => {
  expect(html).not.toContain("style=");
  expect(html).toContain(
    '<th class="align-start">a</th>\n<th class="align-center">b</th>\n<th class="align-end">c</th>\n<th>d</th>',
  );
  expect(html).toContain(
    '<td class="align-start">e</td>\n<td class="align-center">f</td>\n<td class="align-end">g</td>\n<td>h</td>',
  );
});
