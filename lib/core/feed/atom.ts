import { writeXml, type XmlElement } from "../text/xml.ts";
import type { Feed, FeedEntry } from "./feed.ts";

/** Of the feed itself (RFC 4287, section 7). */
export const atomType = "application/atom+xml";

/**
 * A feed as Atom (RFC 4287). Days are written as their first moment in UTC, so that the
 * same documents give the same bytes.
 */
export function writeAtom(feed: Feed): string {
  return writeXml({
    name: "feed",
    attributes: { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": feed.language },
    content: [
      text("id", feed.atom),
      text("title", feed.title),
      ...(feed.description === "" ? [] : [text("subtitle", feed.description)]),
      text("updated", momentOf(feed.updated)),
      person(feed.author),
      link("self", feed.atom, atomType),
      link("alternate", feed.home, "text/html"),
      text("icon", feed.icon),
      text("generator", "Pincite"),
      ...feed.entries.map((entry) => entryElement(entry, feed)),
    ],
  });
}

function entryElement(entry: FeedEntry, { topics }: Feed): XmlElement {
  return {
    name: "entry",
    attributes: { "xml:lang": entry.language },
    content: [
      text("id", entry.id),
      text("title", entry.title),
      text("published", momentOf(entry.published)),
      text("updated", momentOf(entry.updated)),
      ...entry.authors.map(person),
      link("alternate", entry.url, "text/html", entry.language),
      ...entry.topics.map((term): XmlElement => ({ name: "category", attributes: { term, scheme: topics } })),
      text("summary", entry.summary),
      // HTML stands in it escaped, as text (section 3.1.1.2).
      { name: "content", attributes: { type: "html" }, content: entry.html },
    ],
  };
}

function text(name: string, content: string): XmlElement {
  return { name, content };
}

function person(name: string): XmlElement {
  return { name: "author", content: [text("name", name)] };
}

function link(rel: string, href: string, type: string, hreflang?: string): XmlElement {
  return { name: "link", attributes: { rel, type, href, hreflang } };
}

/** RFC 3339. @param day YYYY-MM-DD. */
export function momentOf(day: string): string {
  return `${day}T00:00:00Z`;
}
