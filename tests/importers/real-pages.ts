import type { RealText } from "./real-texts.ts";

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

function listOpen(marker: string): string {
  const number = /^\d+/.exec(marker)?.[0];
  return number === undefined ? `<ol type="a" start="${marker.charCodeAt(0) - 96}">` : `<ol start="${number}">`;
}

/** A text's blocks as HTML. */
export function bodyOf({ blocks }: RealText): string {
  const lines: string[] = [];
  let inList = false;
  let last = "";
  for (const { kind, text, marker } of blocks) {
    const sameList =
      kind === "item" && inList && marker !== "1." && marker !== "a." && /\d/.test(marker ?? "") === /\d/.test(last);
    if (inList && !sameList) lines.push("</ol>");
    if (kind === "item") {
      if (!sameList) lines.push(listOpen(marker ?? ""));
      lines.push(`<li><p>${escape(text)}</p></li>`);
    } else lines.push(kind === "heading" ? `<h2>${escape(text)}</h2>` : `<p>${escape(text)}</p>`);
    inList = kind === "item";
    last = marker ?? "";
  }
  if (inList) lines.push("</ol>");
  return lines.join("\n");
}

/** A text as a page by itself. */
export function pageOf(text: RealText, style = "", body = bodyOf(text)): string {
  return `<!doctype html><html lang="${text.language}" dir="${text.direction}"><head><meta charset="utf-8">
<title>${escape(text.title)}</title><style>${style}</style></head><body>
<h1>${escape(text.title)}</h1>
${body}
</body></html>`;
}
