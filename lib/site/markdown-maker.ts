import type { Brief } from "../core/brief/brief.ts";
import { addressWriter } from "../core/evidence/annotation-addresses.ts";
import { briefMarkdownPage } from "../core/markdown-page/brief-markdown-page.ts";
import { writeLlmsText } from "../core/markdown-page/list-markdown-page.ts";
import { markdownPath } from "../core/markdown-page/markdown-path.ts";
import type { MarkdownPage } from "../core/markdown-page/page-words.ts";
import { sourceMarkdownPage } from "../core/markdown-page/source-markdown-page.ts";
import type { Source } from "../core/source/source.ts";
import { sourcePath } from "../core/view/address.ts";
import { fileList, markdownLists } from "./markdown-lists.ts";
import { siteViews } from "./page-views.ts";
import type { FilesBeside, SiteFileMaker } from "./site-files.ts";
import type { SiteOptions } from "./site.ts";
import { say, sayCount, sayNumber, type InterfaceFor } from "./strings.ts";

export const briefMarkdown: FilesBeside<Brief> = function* (
  { session: { catalog }, site, naming, interfaceFor },
  brief,
) {
  const target = markdownPath(brief.url);
  const page = pageOf(target, brief.language, site, interfaceFor);
  yield { path: target.slice(1), content: briefMarkdownPage(catalog, brief, naming, page) };
};

export const sourceMarkdown: FilesBeside<Source> = function* ({ session: { catalog }, site, interfaceFor }, source) {
  const target = markdownPath(sourcePath(source));
  const { language } = interfaceFor(site.language);
  const page = pageOf(target, site.language, site, interfaceFor);
  yield { path: target.slice(1), content: sourceMarkdownPage(catalog, source, language, page) };
};

/** Markdown of each list, and an llms.txt that names all that there is. */
export const makeMarkdownLists: SiteFileMaker = function* ({ session, site, interfaceFor }) {
  const { language } = interfaceFor(site.language);
  const views = siteViews({ ...session, drafts: false }, language);
  const pageAt = (path: string) => pageOf(path, site.language, site, interfaceFor);
  const words = pageAt("/llms.txt");
  yield* markdownLists(session, siteViews(session, language), pageAt);
  yield {
    path: "llms.txt",
    content: writeLlmsText(
      { title: site.title, description: site.description, notes: [words.say("home.promise"), site.notice].filter((one) => one !== "") }, // prettier-ignore
      [
        fileList(words.say("list.briefs"), views.lists.briefs, words, ({ title, url, summary }) => ({ title, url, about: summary })), // prettier-ignore
        fileList(words.say("list.sources"), views.lists.sources, words, ({ title, url, rights }) => ({ title, url, about: words.say(`rights.${rights}`) })), // prettier-ignore
        { name: "Optional", files: [{ title: words.say("list.topics"), address: words.addressOf(markdownPath("/topics/")), about: "" }] }, // prettier-ignore
      ],
    ),
  };
};

function pageOf(path: string, language: string, site: SiteOptions, interfaceFor: InterfaceFor): MarkdownPage {
  const ui = interfaceFor(language);
  const write = addressWriter(site, path);
  return {
    say: (key, values) => say(ui.strings, key, values),
    sayCount: (key, count) => sayCount(ui, key, count),
    sayNumber: (value) => sayNumber(ui, value),
    // A place on the page is one of the page's, not of this file.
    addressOf: (to) => write(to).replace(/^(?=#)/, "./"),
  };
}
