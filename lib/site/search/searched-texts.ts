import { Parser } from "htmlparser2";

/** A paragraph of a source, or a section of a brief, as readers see it. */
export interface SearchedText {
  /** Id of its place on the page; empty for the beginning of a page. */
  readonly anchor: string;
  /** The paragraph's label, or the section's heading; empty for what stands above the first. */
  readonly label: string;
  /** Plain text on one line. */
  readonly text: string;
}

export interface SearchedPage {
  readonly title: string;
  /** What the page says of itself, such as "kind", "topic", "year", "language", each with its values. */
  readonly says: ReadonlyMap<string, readonly string[]>;
  readonly texts: readonly SearchedText[];
}

const inline = new Set("a abbr b bdi bdo cite code em i kbd mark q s small span strong sub sup time u var".split(" "));

/** What Pagefind leaves out, too. */
const unread = new Set("footer form head iframe label nav noscript script style svg template".split(" "));

/** Its label; a hyphen stands in ids of other things, and what follows a tilde tells two apart. */
const paragraph = /^p([^-~]+)(?:~.*)?$/;

/** Read the texts of a page cut down by `searchedPart`; none of them is empty. */
export function searchedTexts(html: string): SearchedPage {
  const says = new Map<string, string[]>();
  const texts: { anchor: string; label: string; text: string }[] = [{ anchor: "", label: "", text: "" }];
  let title: string | undefined;
  let heading = "";
  /** How many elements deep something is that is not read. */
  let unreadDepth = 0;
  const tell = (name: string, value: string) => says.set(name, [...(says.get(name) ?? []), value]);
  const add = (text: string) => {
    const last = texts.at(-1);
    if (last) last.text += text;
  };
  const isSource = () => says.get("kind")?.includes("source") === true;
  const parser = new Parser({
    onopentag(name, attributes) {
      const [, filter] = /^([^[]+)\[data-value\]$/.exec(attributes["data-pagefind-filter"] ?? "") ?? [];
      const [, meta] = /^([^[]+)\[data-value\]$/.exec(attributes["data-pagefind-meta"] ?? "") ?? [];
      for (const key of [filter, meta]) if (key !== undefined) tell(key, attributes["data-value"] ?? "");
      if (unreadDepth > 0 || unread.has(name) || attributes["data-pagefind-ignore"] !== undefined) unreadDepth += 1;
      if (unreadDepth > 0) return;
      const { id = "" } = attributes;
      const [, label] = isSource() && name === "div" ? (paragraph.exec(id) ?? []) : [];
      if (label !== undefined) texts.push({ anchor: id, label, text: "" });
      else if (/^h[2-6]$/.test(name) && !isSource()) texts.push({ anchor: id, label: "", text: "" });
      if (/^h[1-6]$/.test(name)) heading = name;
      if (!inline.has(name)) add(" ");
    },
    ontext(text) {
      if (unreadDepth > 0) return;
      if (heading === "h1") title = `${title ?? ""}${text}`;
      // A heading within a source is no paragraph of it.
      else if (heading !== "") texts[texts.length - 1] = withHeading(texts.at(-1), isSource() ? "" : text);
      else add(text);
    },
    onclosetag(name) {
      if (unreadDepth > 0) unreadDepth -= 1;
      else if (name === heading) heading = "";
      if (!inline.has(name)) add(" ");
    },
  });
  parser.end(html);
  const whole = texts.map(({ anchor, label, text }) => ({ anchor, label: onOneLine(label), text: onOneLine(text) }));
  return { title: onOneLine(title ?? ""), says, texts: whole.filter(({ text }) => text !== "") };
}

function withHeading(section: { anchor: string; label: string; text: string } | undefined, text: string) {
  const { anchor, label, text: before } = section ?? { anchor: "", label: "", text: "" };
  return { anchor, label: label + text, text: before };
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
