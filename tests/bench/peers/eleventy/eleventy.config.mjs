import footnotes from "markdown-it-footnote";

/** A plain project: briefs and sources are Markdown templates, {% cite %} is a shortcode. */
export default function configure(eleventy) {
  eleventy.amendLibrary("md", (markdown) => markdown.use(footnotes).use(numberParagraphs));
  eleventy.addPassthroughCopy("site.css");

  eleventy.addCollection("titles", (all) => {
    return new Map(all.getFilteredByTag("sources").map(({ fileSlug, data }) => [fileSlug, data.title]));
  });
  eleventy.addCollection("topicPages", (all) => topicPages(all.getFilteredByTag("briefs")));
  eleventy.addCollection("cited", (all) => citedPlaces(all.getFilteredByTag("briefs")));

  eleventy.addShortcode("cite", function (id, paragraph) {
    return `^[[${this.ctx.collections.titles.get(id)}, ¶${paragraph}](/sources/${id}/#p${paragraph})]`;
  });
  eleventy.addFilter("of", (map, key) => map.get(key));

  return { markdownTemplateEngine: "njk" };
}

/** Each topic with its briefs. */
function topicPages(briefs) {
  const topics = new Map();
  for (const brief of briefs) {
    for (const topic of brief.data.topics) topics.set(topic, [...(topics.get(topic) ?? []), brief]);
  }
  return [...topics].map(([name, ofTopic]) => ({ name, briefs: ofTopic }));
}

/** Which briefs cite which paragraph of which source: source → paragraph → briefs. */
function citedPlaces(briefs) {
  const sources = new Map();
  for (const brief of briefs) {
    for (const [, id, paragraph] of brief.rawInput.matchAll(/\{% cite "([^"]+)", (\d+) %\}/g)) {
      const places = sources.get(id) ?? new Map();
      const citing = places.get(Number(paragraph)) ?? new Set();
      sources.set(id, places.set(Number(paragraph), citing.add(brief)));
    }
  }
  return new Map([...sources].map(([id, places]) => [id, [...places].sort(([a], [b]) => a - b)]));
}

/** Make each paragraph of a source a place to link to. */
function numberParagraphs(markdown) {
  markdown.core.ruler.push("numbers", ({ tokens, env }) => {
    if (!env.page.url.startsWith("/sources/")) return;
    tokens
      .filter(({ type, level }) => type === "paragraph_open" && level === 0)
      .forEach((token, index) => {
        token.attrSet("id", `p${index + 1}`);
      });
  });
}
