import { cpSync, existsSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { repository } from "../support/run-command.ts";
import { copyProject, removeCopy, type SiteCopy } from "../support/site-copy.ts";
import { keys, openShell, type Terminal } from "../support/terminal.ts";
import { openWatchedPage } from "../support/watched-page.ts";

/** What the README tells a new user to do, read from it step by step. */
interface Step {
  /** Typed into a shell, one after the other. */
  readonly commands: readonly string[];
  /** Questions that the last command asks, each with what the README answers. */
  readonly questions: readonly (readonly [question: string, answer: string])[];
  /** What has to be on the screen afterwards. */
  readonly printed: readonly string[];
  readonly file?: string;
}

const readme = readFileSync(join(repository, "README.md"), "utf8");
const walk = /## Your first brief in ten minutes\n(.*?)\n## /s.exec(readme)?.[1] ?? "";
const steps = walk
  .split(/^(?=\*\*\d\. )/m)
  .slice(1)
  .map(readStep);

function readStep(text: string): Step {
  const blocks = Array.from(text.matchAll(/^```(\w*)\n(.*?)^```$/gms), ([, language = "", inside = ""]) => ({
    language,
    inside,
  }));
  const fenced = (name: string) => blocks.filter(({ language }) => language === name).map(({ inside }) => inside);
  const rows = Array.from(text.matchAll(/^\| (.*?) *\| (.*?) *\|$/gm), ([, a = "", b = ""]) => [a, b] as const);
  const [file] = fenced("markdown");
  return {
    commands: fenced("sh").flatMap((block) => block.trimEnd().split("\n")),
    questions: rows.filter(([question]) => question !== "question" && !question.startsWith("-")),
    printed: fenced("").flatMap((block) => block.trimEnd().split("\n")),
    ...(file !== undefined && { file }),
  };
}

/** The keys that give an answer: moves among choices where the README names one of them. */
const answers = new Map<string, readonly string[]>([
  ["Everything, under a licence or with permission", [keys.down, keys.down, keys.down, keys.enter]],
  ["primary", [keys.up, keys.enter]],
  ["Yes", [keys.enter]],
  ["Space picks the first topic that is offered, Enter goes on", [keys.space, keys.enter]],
  ["Enter takes the author of the newest brief", [keys.enter]],
]);

async function walkStep(shell: Terminal, step: Step): Promise<void> {
  for (const command of step.commands) {
    shell.press(command, keys.enter);
    for (const [question, answer] of command === step.commands.at(-1) ? step.questions : []) {
      await shell.saying(question);
      for (const key of answers.get(answer) ?? [answer, keys.enter]) shell.press(key);
    }
    await shell.saying(command.endsWith(" serve") ? "Preview at " : "(ended ");
  }
  for (const line of step.printed) expect(shell.text()).toContain(line);
}

/** A clone of the repository to work in; what is not written to is linked. */
function cloneOfRepository(): SiteCopy {
  const copy = copyProject(repository);
  onTestFinished(() => {
    removeCopy(copy);
  });
  for (const name of ["package.json", "tsconfig.json"]) cpSync(join(repository, name), join(copy.root, name));
  if (!existsSync(join(copy.root, "layouts"))) symlinkSync(join(repository, "layouts"), join(copy.root, "layouts"));
  return copy;
}

test(
  "a new user's first brief, as the README tells it, in a terminal and a browser",
  { timeout: 600_000 },
  async () => {
    expect(steps).toHaveLength(6);
    const [add, begin, find, write, check, build] = steps as [Step, Step, Step, Step, Step, Step];
    const { root, dist } = cloneOfRepository();
    const brief = join(root, "briefs/who-may-ask-for-asylum.md");
    const shell = openShell(root);
    await shell.saying("(ended 0)");

    await walkStep(shell, add);
    expect(readFileSync(join(root, "sources/declaration.md"), "utf8")).toContain("LicenseRef-public-domain");

    await walkStep(shell, begin);
    expect(readFileSync(brief, "utf8")).toMatch(/^title: Who may ask for asylum$.*^status: draft$/ms);

    await walkStep(shell, find);

    const wrong = write.file ?? "";
    writeFileSync(brief, wrong);
    await walkStep(shell, check);
    expect(shell.text()).toContain("(ended 1)");

    const said = /Write (quote="[^"]+")\.\s*$/.exec(check.printed.join("\n"))?.[1] ?? "";
    expect(said).not.toBe("");
    writeFileSync(brief, wrong.replace('quote="cannot be invoked in the case of prosecutions"', said));
    await walkStep(shell, build);
    expect(existsSync(join(dist, "briefs/who-may-ask-for-asylum/index.html"))).toBe(true);
    const address = /Preview at (\S+)/.exec(shell.text())?.[1] ?? "";

    const browser = await launchBrowser();
    onTestFinished(() => browser.close());
    const { page, complaints } = await openWatchedPage(await browser.newContext());
    await page.goto(new URL("briefs/who-may-ask-for-asylum/", address).href);
    await page.locator("#ref-2").click();
    await page.locator("#note-popover:popover-open .pinpoint a").click();
    await page.locator("#p28 .arrival, #p28").first().waitFor();
    expect(await page.locator("#p28").innerText()).toContain("may not be invoked in the case of prosecutions");
    await page.locator(".arrival:target a").click();
    await page.waitForURL(/who-may-ask-for-asylum\/#note-2$/);
    expect(complaints).toEqual([]);
    shell.press(keys.ctrlC);
  },
);
