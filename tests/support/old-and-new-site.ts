import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fixtureFolder } from "./fixture-site.ts";
import { buildCopy, copyProject, removeCopy, type SiteCopy } from "./site-copy.ts";
import { filesBelow } from "./tree.ts";

/** A project as it was published, and as it is to be published: two built sites that differ in every way. */
export interface TwoSites {
  readonly copy: SiteCopy;
  /** Absolute paths of the built sites. */
  readonly old: string;
  readonly fresh: string;
}

const front = (title: string, more = "") => `---
title: ${title}
summary: It is deep enough.
authors: [{ literal: Test library }]
date: 2026-03-05
topics: [ports]
status: published
${more}---

`;

/**
 * Build the fixture `published` twice. In between a citation comes, one goes, a paragraph is
 * inserted; a brief and a source come, a brief goes, one is renamed; and the style sheet changes.
 */
export async function buildTwoSites(): Promise<TwoSites> {
  const copy = copyProject(fixtureFolder("published"));
  const brief = (name: string) => join(copy.root, "briefs", `${name}.md`);
  const source = (name: string) => join(copy.root, "sources", `${name}.md`);
  const survey = readFileSync(source("survey"), "utf8");
  writeFileSync(brief("quay"), `${front("The quay")}It is deep.{% cite "survey", 1 %}\n`);
  writeFileSync(brief("pier"), `${front("The pier")}It is open.{% cite "survey", 2 %}\n`);
  await buildCopy(copy);
  const old = join(copy.root, "old");
  cpSync(copy.dist, old, { recursive: true });

  rmSync(brief("quay"));
  rmSync(brief("pier"));
  writeFileSync(brief("jetty"), `${front("The jetty", "aliases: [pier]\n")}It is open.{% cite "survey", 2 %}\n`);
  writeFileSync(source("survey"), `${survey}\nThe quay is twelve metres wide.\n`);
  writeFileSync(source("tables"), survey.replace("Survey of the harbour", "Tables of the tide"));
  const harbour = readFileSync(brief("harbour"), "utf8").replace(/\nIt is open[^]*$/, "");
  writeFileSync(
    brief("harbour"),
    `${harbour}\nIt is wide.{% cite "survey", 3 %} See the tables.{% cite "tables", 1 %}\n`,
  );
  await buildCopy(copy);
  const fresh = join(copy.root, "fresh");
  cpSync(copy.dist, fresh, { recursive: true });
  restyle(fresh);
  return { copy, old, fresh };
}

export function removeTwoSites({ copy }: TwoSites): void {
  removeCopy(copy);
}

/** As after a release of Pincite: the style sheet has another name, and every page names it. */
function restyle(site: string): void {
  const files = filesBelow(site);
  const css = files.find((file) => /^assets\/site-[0-9a-f]+\.css$/.test(file)) ?? "";
  const next = "assets/site-0123456789.css";
  renameSync(join(site, css), join(site, next));
  for (const file of files.filter((one) => one.endsWith(".html"))) {
    const html = readFileSync(join(site, file), "utf8");
    writeFileSync(join(site, file), html.replaceAll(css, next));
  }
}
