import type { Browser } from "playwright-core";
import type { Brief } from "../../core/brief/brief.ts";
import type { Catalog } from "../../core/catalog/catalog.ts";
import { nearest } from "../../core/text/nearest.ts";
import { startInstalledBrowser } from "../installed-browser.ts";
import type { Paper } from "./paper.ts";

/** What PDFs a build is asked for. */
export interface PdfWish {
  readonly paper: Paper;
  /** Names of briefs; all that are published when there is none. */
  readonly briefs: readonly string[];
  /** Whether the build stops where there is no browser; otherwise it goes on without PDFs. */
  readonly required: boolean;
}

/** A browser that is ready to print, or why nothing is printed. */
export type Printing =
  | { readonly kind: "ready"; readonly browser: Browser; readonly briefs: readonly Brief[]; readonly paper: Paper }
  | { readonly kind: "no browser"; readonly reason: string };

/**
 * Make ready to print, before pages are rendered that link to what is printed.
 *
 * @throws when a brief is named that is not published, or no browser starts where one is required.
 */
export async function startPrinting(catalog: Catalog, wish: PdfWish): Promise<Printing> {
  const briefs = chosenBriefs(catalog, wish.briefs);
  const start = await startInstalledBrowser();
  if (start.kind === "started") return { kind: "ready", browser: start.browser, briefs, paper: wish.paper };
  const advice = "A PDF needs Chrome or Chromium. Install one, or name it with CHROME_PATH.";
  const reason = [advice, ...start.tried].join("\n");
  if (wish.required) throw new Error(reason);
  return { kind: "no browser", reason };
}

/** Briefs that their authors stand by; drafts and withdrawn ones are not put on paper. */
function chosenBriefs(catalog: Catalog, names: readonly string[]): Brief[] {
  const published = catalog.library.briefs.filter(({ meta }) => meta.status === "published");
  const unknown = names.find((name) => !published.some((brief) => brief.name === name));
  if (unknown !== undefined) {
    const near = nearest(
      unknown,
      published.map(({ name }) => name),
    );
    const advice = near.length > 0 ? ` Nearest: ${near.join(", ")}.` : "";
    throw new Error(`There is no published brief "${unknown}".${advice}`);
  }
  return names.length === 0 ? published : published.filter(({ name }) => names.includes(name));
}
