import { momentOf } from "./atom.ts";
import type { Feed, FeedEntry } from "./feed.ts";

/** A feed as JSON Feed 1.1. Days are written as their first moment in UTC (RFC 3339). */
export function writeJsonFeed(feed: Feed): string {
  const content = {
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    ...(feed.description !== "" && { description: feed.description }),
    home_page_url: feed.home,
    feed_url: feed.json,
    favicon: feed.icon,
    language: feed.language,
    authors: [{ name: feed.author }],
    items: feed.entries.map(jsonItem),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

function jsonItem(entry: FeedEntry) {
  return {
    id: entry.id,
    url: entry.url,
    title: entry.title,
    content_html: entry.html,
    summary: entry.summary,
    date_published: momentOf(entry.published),
    date_modified: momentOf(entry.updated),
    language: entry.language,
    authors: entry.authors.map((name) => ({ name })),
    ...(entry.topics.length > 0 && { tags: entry.topics }),
  };
}
