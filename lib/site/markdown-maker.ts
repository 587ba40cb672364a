import { addressWriter } from "../core/evidence/annotation-addresses.ts";
import { briefMarkdownPage } from "../core/markdown-page/brief-markdown-page.ts";
import { briefItem, listMarkdownPage, writeLlmsText } from "../core/markdown-page/list-markdown-page.ts";
import { markdownPath } from "../core/markdown-page/markdown-path.ts";
import { link, text } from "../core/markdown-page/mdast.ts";
import type { MarkdownPage } from "../core/markdown-page/page-words.ts";
import { sourceItem } from "../core/markdown-page/source-item.ts";
import { sourceMarkdownPage } from "../core/markdown-page/source-markdown-page.ts";
import { sourcePath, topicPath } from "../core/view/address.ts";
import { chosenBriefs, chosenSources } from "./export-maker.ts";
import { siteViews } from "./page-views.ts";
import { isChosen } from "./session.ts";
import type { SiteFile, SiteFileMaker } from "./site-files.ts";
import type { SiteOptions } from "./site.ts";
import { say, sayCount, type InterfaceFor } from "./strings.ts";

/** Markdown of each brief, source and list, and an llms.txt that names them. */
export const makeMarkdown: SiteFileMaker = function* ({ session, site, naming, interfaceFor }) {
  const published = { ...session, drafts: false };
  const { catalog } = session;
  const { language } = interfaceFor(site.language);
  const views = siteViews(published, language);
  const pageAt = (path: string, of = site.language) => pageOf(path, of, site, interfaceFor);
  const file = (path: string, write: (page: MarkdownPage) => string, of?: string): SiteFile => {
    const target = markdownPath(path);
    return { path: target.slice(1), content: write(pageAt(target, of)) };
  };
  const list = (
    path: string,
    name: string,
    lead: string,
    items: (page: MarkdownPage) => ReturnType<typeof briefItem>[],
  ) => file(path, (page) => listMarkdownPage(name, lead, items(page)));
  const words = pageAt("/llms.txt");
  const briefs = chosenBriefs(session);
  const sources = chosenSources(session);
  const topics = views.topics.filter(({ name }) => isChosen(session, "topics", name));
  const named = (title: string, path: string, about: string) => ({ title, address: words.addressOf(markdownPath(path)), about }); // prettier-ignore
  for (const brief of briefs)
    yield file(brief.url, (page) => briefMarkdownPage(catalog, brief, naming, page), brief.language);
  for (const source of sources)
    yield file(sourcePath(source), (page) => sourceMarkdownPage(catalog, source, language, page));
  yield* [
    list("/briefs/", words.say("list.briefs"), words.say("list.briefsLead"), (page) => views.briefs.map((one) => briefItem(one, page))), // prettier-ignore
    list("/sources/", words.say("list.sources"), words.say("list.sourcesLead"), (page) => views.sources.map((one) => sourceItem(one, page))), // prettier-ignore
    list("/topics/", words.say("list.topics"), "", (page) => views.topics.map(({ name }) => [link(page.addressOf(topicPath(name)), text(name))])), // prettier-ignore
    ...topics.map(
      ({ name, briefs: about }) =>
      list(topicPath(name), `${words.say("list.topic")}: ${name}`, "", (page) => about.map((one) => briefItem(one, page))), // prettier-ignore
    ),
    {
      path: "llms.txt",
      content: writeLlmsText(
        { title: site.title, description: site.description, notes: [words.say("home.promise"), site.notice].filter((one) => one !== "") }, // prettier-ignore
        [
          { name: words.say("list.briefs"), files: views.briefs.map((one) => named(one.title, one.url, one.summary)) },
          {
            name: words.say("list.sources"),
            files: views.sources.map((one) => named(one.title, one.url, words.say(`rights.${one.rights}`))),
          },
          { name: "Optional", files: [named(words.say("list.topics"), "/topics/", "")] },
        ],
      ),
    },
  ];
};

function pageOf(path: string, language: string, site: SiteOptions, interfaceFor: InterfaceFor): MarkdownPage {
  const ui = interfaceFor(language);
  const write = addressWriter(site, path);
  return {
    say: (key, values) => say(ui.strings, key, values),
    sayCount: (key, count) => sayCount(ui, key, count),
    // A place on the page is one of the page's, not of this file.
    addressOf: (to) => write(to).replace(/^(?=#)/, "./"),
  };
}
