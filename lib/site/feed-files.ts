import { lastDay } from "../core/brief/last-day.ts";
import { writeAtom } from "../core/feed/atom.ts";
import { briefEntries, correctionEntries } from "../core/feed/brief-entries.ts";
import { newestEntries, type Feed, type FeedEntry } from "../core/feed/feed.ts";
import type { FeedWords } from "../core/feed/feed-words.ts";
import { writeJsonFeed } from "../core/feed/json-feed.ts";
import { absoluteAddress } from "../core/site-address.ts";
import { shownBriefs } from "./page-views.ts";
import type { Session } from "./session.ts";
import type { SiteFile, SiteFileContext } from "./site-files.ts";
import type { SiteOptions } from "./site.ts";
import { say, type Interface } from "./strings.ts";

/** A feed in its two forms, as pages refer to it. Paths are root-relative, without the path prefix. */
export interface FeedLink {
  /** Key of its name among the interface's strings. */
  readonly name: "briefs" | "corrections";
  readonly atom: string;
  readonly json: string;
}

const feeds: readonly FeedLink[] = [
  { name: "briefs", atom: "/feed.xml", json: "/feed.json" },
  { name: "corrections", atom: "/corrections.xml", json: "/corrections.json" },
];

/** Root-relative; a site may have feeds of its own there. */
export const feedAddresses: readonly string[] = feeds.map(({ atom }) => atom);

/** The feeds that a site has: none without a public address, which each entry is known by, or without a brief. */
export function feedLinks(session: Session, site: SiteOptions): readonly FeedLink[] {
  return site.url === "" || session.preview || newestDay(session) === undefined ? [] : feeds;
}

/** The feeds of briefs and of corrections, as Atom and as JSON Feed. */
export function feedFiles({ session, site, interfaceFor }: SiteFileContext): SiteFile[] {
  const newest = newestDay(session);
  const links = feedLinks(session, site);
  if (links.length === 0 || newest === undefined) return [];
  const absolute = (path: string) => absoluteAddress(site, path) ?? path;
  const ui = interfaceFor(site.language);
  const wordsFor = (language: string) => feedWords(interfaceFor(language));
  const entriesOf: Readonly<Record<FeedLink["name"], readonly FeedEntry[]>> = {
    briefs: newestEntries(briefEntries(shownBriefs(session), absolute, wordsFor)),
    corrections: newestEntries(correctionEntries(shownBriefs(session), absolute, wordsFor)),
  };
  return links.flatMap(({ name, atom, json }) => {
    const entries = entriesOf[name];
    const feed: Feed = {
      title: say(ui.strings, `feed.title.${name}`, { site: site.title }),
      description: name === "briefs" ? site.description : say(ui.strings, "feed.correctionsLead"),
      language: site.language,
      author: site.publisher || site.title,
      home: absolute("/briefs/"),
      icon: absolute("/favicon.svg"),
      atom: absolute(atom),
      json: absolute(json),
      topics: absolute("/topics/"),
      updated: entries[0]?.updated ?? newest,
      entries,
    };
    return [
      { path: atom.slice(1), content: writeAtom(feed) },
      { path: json.slice(1), content: writeJsonFeed(feed) },
    ];
  });
}

function newestDay(session: Session): string | undefined {
  const published = shownBriefs(session).filter(({ meta }) => meta.status !== "draft");
  return published.map(lastDay).sort().at(-1);
}

function feedWords({ strings }: Interface): FeedWords {
  return {
    withdrawn: (title) => say(strings, "brief.withdrawnTitle", { title }),
    correction: (title) => say(strings, "feed.correction", { title }),
    corrected: ({ dateText, note }) => `${say(strings, "brief.kind.correction")}, ${dateText}: ${note}`,
  };
}
