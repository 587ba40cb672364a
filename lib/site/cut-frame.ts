import { PageText } from "./page-text.ts";

/** A page of Pincite's without the frame that `layouts/base.njk` puts around it. */
export interface FramelessPage {
  /** Plain text. */
  readonly title: string;
  /** Plain text. */
  readonly description: string;
  /** BCP 47. */
  readonly language: string;
  /** `ltr` or `rtl`. */
  readonly direction: string;
  /** Safe HTML for `<head>`: style sheets, and what machines read. */
  readonly head: string;
  /** Safe HTML for `<body>`: a `<main>`, and the scripts behind it. */
  readonly content: string;
}

/** What a frame says of itself and not of its page. */
const ofTheFrame =
  /<meta charset[^>]*>\n?|<meta http-equiv="Content-Security-Policy"[^>]*>\n?|<meta name="(?:viewport|referrer|color-scheme|description)"[^>]*>\n?|<title>.*?<\/title>\n?|<link rel="icon"[^>]*>\n?/gs;

/** Take a page out of its frame. @throws when it has none. */
export function cutFrame(html: string): FramelessPage {
  const [, head] = /<head>\n?(.*)<\/head>/s.exec(html) ?? [];
  const [, main] = /(<main .*<\/main>)/s.exec(html) ?? [];
  const [, behind] = /<\/footer>\n?(.*)<\/body>/s.exec(html) ?? [];
  const { elements } = new PageText(html);
  const [root] = elements;
  if (head === undefined || main === undefined || behind === undefined || root?.name !== "html")
    throw new Error("layouts/base.njk makes no page whose frame can be taken off");
  const { lang = "", dir = "", "data-running-title": title = "" } = root.attributes;
  const description = elements.find(({ attributes }) => attributes.name === "description")?.attributes.content ?? "";
  return {
    title,
    description,
    language: lang,
    direction: dir,
    head: head.replace(ofTheFrame, ""),
    content: `${main.replace("<main ", `<main lang="${lang}" dir="${dir}" `)}\n${behind}`,
  };
}
