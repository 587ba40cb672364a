import type { LiveSite, Patience } from "../site/publish/live-site.ts";
import { verifyLive, type Expected, type LiveReport } from "../site/publish/verify-live.ts";
import { count } from "./report.ts";

/** Some four minutes in all; a test has less. */
function patience(): Patience {
  const { PINCITE_PATIENCE = "" } = process.env;
  return { firstWait: 1000, attempts: /^[1-9]$/.test(PINCITE_PATIENCE) ? Number(PINCITE_PATIENCE) : 12 };
}

/** Fetch what is live, prove it, and say so. @returns the exit code. */
export async function reportLive(live: LiveSite, expected: Expected): Promise<number> {
  console.log(`verify       fetching ${live.addressOf("")}`);
  return reportVerified(live.addressOf(""), await verifyLive(live, expected, patience()));
}

/** Say what was proved of a published site, or what is wrong with it. @returns the exit code. */
export function reportVerified(where: string, { faults, fetched, counts }: LiveReport): number {
  if (faults.length > 0) {
    process.stderr.write(`${faults.join("\n")}\n\n${count(faults.length, "fault")} in what is live at ${where}.\n`);
    return 1;
  }
  const proved = counts
    ? `${count(counts.citations, "citation")}, ${count(counts.paragraphs, "paragraph")} and ${count(counts.quotations, "quotation")} proved`
    : "";
  console.log(
    `\nPublished and proved at ${where}: ${fetched > 0 ? `${count(fetched, "file")} fetched, ` : ""}${proved}, 0 faults`,
  );
  return 0;
}
