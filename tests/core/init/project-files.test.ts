import { readFileSync } from "node:fs";
import fc from "fast-check";
import { parse } from "yaml";
import { describe, expect, test } from "vitest";
import type { NewSite, Starter } from "../../../lib/core/init/new-site.ts";
import { projectFiles } from "../../../lib/core/init/project-files.ts";
import { readAddress } from "../../../lib/core/init/read-address.ts";
import { oneLine } from "../../../lib/core/text/one-line.ts";

const read = (path: string) => readFileSync(new URL(`../../../starter/${path}`, import.meta.url), "utf8");
const starter: Starter = {
  brief: read("en/brief.md"),
  source: read("en/source.md"),
  readme: read("README.md"),
  gitignore: read("gitignore"),
  tsconfig: read("tsconfig.json"),
  editor: new Map([["settings.json", "{}\n"]]),
};
const site: NewSite = {
  title: "Harbour",
  publisher: "Institute",
  language: "en",
  url: "",
  pathPrefix: "/",
  pincite: "^1.0.0",
  date: "2026-03-05",
};

function fileOf(given: Partial<NewSite>, path: string): string {
  return projectFiles({ ...site, ...given }, starter).find((file) => file.path === path)?.content ?? "";
}

describe("the files of a new site", () => {
  test("nothing that is typed breaks out of its place", () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('"', "$&", "{{date}}", "\u2028", "`${1}`", "<b>", "a: b # c"));
    fc.assert(
      fc.property(text, text, (title, publisher) => {
        const config = fileOf({ title, publisher }, ".eleventy.ts");
        const written = ["title", "publisher"].map(
          (key) => JSON.parse(new RegExp(`^  ${key}: (.*),$`, "m").exec(config)?.[1] ?? "0") as unknown,
        );
        expect(written).toEqual([oneLine(title), oneLine(publisher)]);
        const [, yaml = ""] = fileOf({ publisher }, "sources/how-we-work.md").split("---\n");
        expect(parse(yaml)).toMatchObject({ author: [{ literal: oneLine(publisher) }], title: "How we work" });
      }),
    );
  });

  test("the address stands in the configuration, its path where it has one", () => {
    const config = fileOf({ url: "https://example.org", pathPrefix: "/briefs/" }, ".eleventy.ts");
    expect(config).toContain('  url: "https://example.org",\n  pathPrefix: "/briefs/",\n');
    expect(fileOf({}, ".eleventy.ts")).not.toContain("  pathPrefix:");
  });
});

describe("the address of a new site", () => {
  test.each([
    ["", "", "/"],
    ["https://briefs.example.org", "https://briefs.example.org", "/"],
    [" https://Example.org/briefs ", "https://example.org", "/briefs/"],
    ["http://localhost:4000/a/b/", "http://localhost:4000", "/a/b/"],
  ])("%j is read", (written, url, pathPrefix) => {
    expect(readAddress(written)).toEqual({ kind: "address", url, pathPrefix });
  });

  test.each([
    "example.org",
    "ftp://example.org",
    "https://a:b@example.org/",
    "https://example.org/?a=b",
    "https://example.org/a b/",
  ])("%j is refused with what to write", (written) => {
    expect(readAddress(written)).toMatchObject({
      kind: "refused",
      reason: expect.stringContaining("Write an address") as unknown,
    });
  });
});
