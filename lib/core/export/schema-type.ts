import type { CslItem } from "./csl-item.ts";

/** Classes of schema.org for the types of CSL; those that are not here are a CreativeWork. */
const types: ReadonlyMap<CslItem["type"], string> = new Map([
  ["article", "Article"], ["article-journal", "ScholarlyArticle"], ["article-magazine", "Article"],
  ["article-newspaper", "NewsArticle"], ["bill", "Legislation"], ["book", "Book"], ["chapter", "Chapter"],
  ["classic", "Book"], ["collection", "Collection"], ["dataset", "Dataset"], ["document", "DigitalDocument"],
  ["entry", "Article"], ["entry-dictionary", "Article"], ["entry-encyclopedia", "Article"],
  ["figure", "ImageObject"], ["graphic", "VisualArtwork"], ["legislation", "Legislation"],
  ["manuscript", "Manuscript"], ["map", "Map"], ["motion_picture", "Movie"], ["paper-conference", "ScholarlyArticle"],
  ["periodical", "Periodical"], ["post", "SocialMediaPosting"], ["post-weblog", "BlogPosting"],
  ["regulation", "Legislation"], ["report", "Report"], ["review", "Review"], ["review-book", "Review"],
  ["software", "SoftwareApplication"], ["thesis", "Thesis"], ["treaty", "Legislation"], ["webpage", "WebPage"],
]); // prettier-ignore

export function schemaType(type: CslItem["type"]): string {
  return types.get(type) ?? "CreativeWork";
}
