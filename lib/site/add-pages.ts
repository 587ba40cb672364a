import nunjucks from "nunjucks";
import { basename } from "node:path";
import type { EleventyConfig, RenderedPage, TemplateData } from "./eleventy-config.ts";
import { cutFrame, type FramelessPage } from "./cut-frame.ts";
import type { PageAddresses } from "./own-addresses.ts";
import type { PageTemplate } from "./page-templates.ts";

/** The format of Pincite's pages, which no file has: a folder of that name would be copied. */
const pageFormat = "pincite-page";

/** Whether a template is one of Pincite's. @param inputPath as Eleventy has it. */
export function isPincitePage(inputPath: string): boolean {
  return inputPath.endsWith(`.${pageFormat}`);
}

export interface PageOptions {
  readonly templates: readonly PageTemplate[];
  /** Renders the pages, and nothing else of the site. */
  readonly environment: nunjucks.Environment;
  /** The site's own layout, which gets the pages without their frame; empty for Pincite's frame. */
  readonly layout: string;
  /** Settled when rendering begins. */
  readonly addresses: PageAddresses;
  /** Writes a page that nothing stands around. @returns whether it did; otherwise Eleventy is to do it. */
  readonly write: (html: string, page: RenderedPage) => boolean;
  /** What `pagination.data` of a page names, below `pages`. Asked when rendering begins. */
  readonly lists: () => object;
  /** Whether pages of which there is one are made. Asked when rendering begins. */
  readonly hasSinglePages: () => boolean;
  /** Whether all other pages are made without Eleventy. Asked when rendering begins. */
  readonly isOpen: () => boolean;
}

/**
 * Add Pincite's pages to an Eleventy site as templates of a format of their own. They are
 * rendered by their own Nunjucks, so that the site's filters, shortcodes, data and
 * collections are none the wiser, and no text of an author is ever given to its templates.
 *
 * @returns the same pages without Eleventy, where nothing but Pincite has a part in them; `lists` says which.
 */
export function addPages(config: EleventyConfig, options: PageOptions): () => SinglePage[] {
  const { templates, layout, write, lists, isOpen } = options;
  const makers = new Map(templates.map((template) => [template.name, makerOf(template, options)]));
  config.addTemplateFormats(pageFormat);
  config.addExtension(pageFormat, {
    outputFileExtension: "html",
    useLayouts: layout !== "",
    compile: (_text, inputPath) => {
      const maker = makers.get(basename(inputPath, `.${pageFormat}`));
      if (!maker) throw new Error(`${inputPath} is no page of Pincite's`);
      return (data) => {
        const html = maker.render(data);
        if (data.layout) return withoutFrame(html, data);
        return write(html, data.page) ? undefined : html;
      };
    },
  });
  const noLists = Object.fromEntries(
    templates.flatMap(({ frontMatter: { pagination } }) => (pagination ? [[listNameOf(pagination), []]] : [])),
  );
  config.addGlobalData(listsKey, () => (isOpen() ? noLists : lists()));
  for (const { name, frontMatter, text } of templates) {
    const { pagination } = frontMatter;
    config.addTemplate(`pincite/${name}.${pageFormat}`, name, {
      permalink: (data: TemplateData) => makers.get(name)?.addressOf(data) ?? false,
      ...(pagination && { pagination: { ...pagination, data: pagination.data.replace(/^pages(?=\.)/, listsKey) } }),
      // What makes no HTML extends nothing.
      layout: text.includes("{% extends") ? layout : "",
      eleventyExcludeFromCollections: true,
    });
  }
  return () => {
    const all = lists() as Readonly<Record<string, readonly unknown[]>>;
    return templates.flatMap((template) => singlePages(template, makers.get(template.name), all));
  };
}

/** A page that can be made by itself, with the bytes that Eleventy would write. */
export interface SinglePage {
  /** Root-relative. */
  readonly url: string;
  /** Whether its template makes a page for each item of a list. */
  readonly isOfMany: boolean;
  readonly make: () => string;
}

function singlePages(
  { frontMatter: { pagination } }: PageTemplate,
  maker: ReturnType<typeof makerOf> | undefined,
  lists: Readonly<Record<string, readonly unknown[]>>,
): SinglePage[] {
  const items = pagination ? (lists[listNameOf(pagination)] ?? []) : [undefined];
  return items.flatMap((item): SinglePage[] => {
    const data: Record<string, unknown> = pagination ? { [pagination.alias]: item } : {};
    const url = maker?.addressOf(data) ?? false;
    if (url === false || !maker) return [];
    return [{ url, isOfMany: pagination !== undefined, make: () => maker.render({ ...data, page: { url } }) }];
  });
}

/** The file of a page, below the site's folder. @param url root-relative. */
export function fileOfPage(url: string): string {
  return `${url.slice(1)}${url.endsWith("/") ? "index.html" : ""}`;
}

/** Of the list that a template makes a page for each item of, among those that `lists` gives. */
function listNameOf({ data }: { readonly data: string }): string {
  return data.replace(/^pages\./, "");
}

/** Whether these templates ask nothing of Eleventy but what single pages are made with. */
export function areSingle(templates: readonly PageTemplate[]): boolean {
  return templates.every(({ frontMatter: { pagination }, text }) => {
    const isOne = pagination === undefined || (pagination.size === 1 && pagination.data.startsWith("pages."));
    return isOne && !/\bpage\.(?!url\b)\w/.test(text);
  });
}

/** How the pages of a template are made, and where they stand. */
function makerOf(template: PageTemplate, { environment, addresses, hasSinglePages }: PageOptions) {
  const { frontMatter } = template;
  const address = addressOf(template);
  const path = new nunjucks.Template(address, environment, undefined, true);
  return {
    render: rendererOf(template, environment),
    addressOf: (data: Readonly<Record<string, unknown>>): string | false => {
      if (!frontMatter.pagination) return hasSinglePages() && addresses.pageAt(address);
      const made = path.render(variables(frontMatter, data));
      return frontMatter.list === undefined ? made : addresses.pageAt(made);
    },
  };
}

/** The addresses of pages and lists of which there is one. */
export function singleAddresses(templates: readonly PageTemplate[]): string[] {
  return templates.flatMap((template) => {
    const { list, pagination } = template.frontMatter;
    return list ?? (pagination ? [] : addressOf(template));
  });
}

/** Root-relative; of pages that are made for each item of a list, a Nunjucks template. */
function addressOf({ name, frontMatter }: Pick<PageTemplate, "name" | "frontMatter">): string {
  return frontMatter.permalink ?? `/${name}/`;
}

/** Where the lists stand among the site's data. */
const listsKey = "pincitePages";

function rendererOf({ name, frontMatter, text }: PageTemplate, environment: nunjucks.Environment) {
  let template: nunjucks.Template | undefined;
  return (data: Readonly<Record<string, unknown>> & { readonly page: Pick<RenderedPage, "url"> }): string => {
    // Written nowhere: the site has a page of its own there.
    if (data.page.url === false) return "";
    template ??= new nunjucks.Template(text, environment, `${name}.njk`, true);
    return template.render({ ...variables(frontMatter, data), page: data.page, templateName: name });
  };
}

/** Of all the data of a site, a page sees its own front matter and what it is made for. */
function variables(
  frontMatter: PageTemplate["frontMatter"],
  data: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const { alias } = frontMatter.pagination ?? {};
  return alias === undefined ? { ...frontMatter } : { ...frontMatter, [alias]: data[alias] };
}

/** What a layout is put around, without being written anywhere, where a page is not made. */
const noPage: FramelessPage = { title: "", description: "", language: "", direction: "", head: "", content: "" };

/** What the layout of a site is given instead of a whole page: `content`, and beside it `title`, `description` and `pincite`. */
function withoutFrame(html: string, data: TemplateData): string {
  const { title, description, content, ...pincite } = html === "" ? noPage : cutFrame(html);
  Object.assign(data, { title, description, pincite });
  return content;
}
