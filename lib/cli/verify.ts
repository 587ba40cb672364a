import type { Command } from "commander";
import { resolve } from "node:path";
import { formatFault } from "../core/verify/fault.ts";
import type { VerifyCounts } from "../core/verify/verify-site.ts";
import { verifyBuiltSite } from "../site/verify-site.ts";
import { describe, whenCalled } from "./arguments.ts";
import { count } from "./report.ts";

/** `pincite verify`: prove every citation of a built site again, from the site alone. */
export function define(command: Command): void {
  describe(command, "Prove every citation of a built site again. Nothing but the site is needed.", [
    ["verify", "the site in dist/"],
    ["verify ~/fetched/site", "one that was fetched from the web"],
  ])
    .argument("[folder]", "the built site", "dist")
    .option("--json", "print faults and counts as JSON");
  whenCalled(command, () => {
    const [folder = "dist"] = command.processedArgs as string[];
    return Promise.resolve(verifyAndReport(resolve(folder), command.opts<{ json?: true }>().json ?? false));
  });
}

/** Prove a built site, and say what was found. @param folder absolute path. @returns the exit code. */
export function verifyAndReport(folder: string, json: boolean): number {
  const verification = verifyBuiltSite(folder);
  if (verification.kind === "no site") {
    console.error(verification.reason);
    return 1;
  }
  const { faults, counts } = verification.report;
  if (json) console.log(JSON.stringify({ faults, counts }, null, 2));
  else if (faults.length > 0)
    console.error([...faults.map(formatFault), "", `${count(faults.length, "fault")}.`].join("\n"));
  else console.log(summary(counts));
  return faults.length > 0 ? 1 : 0;
}

function summary({ briefs, notes, citations, paragraphs, quotations, withheld }: VerifyCounts): string {
  const counts = [
    count(briefs, "brief"),
    count(notes, "note"),
    count(citations, "citation"),
    `${count(paragraphs, "paragraph")} and ${count(quotations, "quotation")} proved`,
    `${count(withheld, "paragraph")} withheld, not provable from the site`,
  ];
  return `${counts.join(", ")}, 0 faults`;
}
