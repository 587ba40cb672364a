import { describe, expect, inject, test } from "vitest";
import { metaPolicy } from "../../lib/core/serving/security-policy.ts";
import { elementsOf, htmlPages, type HtmlElement } from "../support/html-page.ts";

const pages = [...htmlPages(inject("exampleSite").dist)].map(([file, html]) => [file, elementsOf(html)] as const);

/** Attributes by which an element makes the browser load something. */
const loading: Readonly<Record<string, readonly string[]>> = {
  script: ["src"],
  link: ["href"],
  img: ["src", "srcset"],
  source: ["src", "srcset"],
  video: ["src", "poster"],
  audio: ["src"],
  iframe: ["src"],
  object: ["data"],
  embed: ["src"],
  image: ["href"],
  use: ["href"],
};

/** Links that name an address and load nothing from it. */
const namingOnly = new Set([
  "canonical", "alternate", "author", "license", "help", "next", "prev",
  "cite-as", "collection", "describedby", "item", "linkset", "type",
]); // prettier-ignore

function loads({ name, attributes }: HtmlElement): string[] {
  const onlyNames = name === "link" && (attributes.rel ?? "").split(" ").every((rel) => namingOnly.has(rel));
  if (onlyNames) return [];
  return (loading[name] ?? []).flatMap((attribute) => attributes[attribute] ?? []);
}

test("the example site has pages to look at", () => {
  expect(pages.length).toBeGreaterThan(40);
});

describe.each(pages)("%s", (_, elements) => {
  test("states the content security policy before anything that it governs", () => {
    const policies = elements.flatMap(({ name, attributes }, index) =>
      name === "meta" && attributes["http-equiv"] === "Content-Security-Policy" ? [{ index, attributes }] : [],
    );
    expect(policies.map(({ attributes }) => attributes.content)).toEqual([metaPolicy]);
    const firstGoverned = elements.findIndex((element) => loads(element).length > 0);
    expect(policies[0]?.index).toBeLessThan(firstGoverned);
  });

  test("has no script, style or event handler written into it", () => {
    const inline = elements.filter(
      ({ name, attributes, text }) =>
        name === "style" ||
        // A block of data is never run.
        (name === "script" &&
          attributes.type !== "application/ld+json" &&
          (attributes.src === undefined || text.trim() !== "")) ||
        Object.keys(attributes).some((attribute) => attribute === "style" || attribute.startsWith("on")),
    );
    expect(inline).toEqual([]);
  });

  test("loads nothing from elsewhere", () => {
    const outside = elements.flatMap(loads).filter((address) => !/^\/(?!\/)/.test(address));
    expect(outside).toEqual([]);
  });

  test("links to no address that runs as a program", () => {
    const hrefs = elements.flatMap(({ attributes }) => attributes.href ?? []);
    expect(hrefs.filter((href) => /^\s*(?:javascript|data|vbscript):/i.test(href))).toEqual([]);
  });
});

test("the style sheet loads nothing from elsewhere", () => {
  const styles = pages.flatMap(([, elements]) =>
    elements.flatMap(({ attributes }) => (attributes.rel === "stylesheet" ? (attributes.href ?? []) : [])),
  );
  expect(styles.length).toBe(pages.length);
});
