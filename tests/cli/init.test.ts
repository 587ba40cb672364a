import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../files/temporary-folder.ts";
import { runCommand } from "../support/run-command.ts";
import { keys, openTerminal } from "../support/terminal.ts";
import { filesBelow, hashTree } from "../support/tree.ts";

const given = ["--title", "Harbour Briefs", "--publisher", "Harbour Institute", "--pincite", "./pincite.tgz"];
const init = (folder: string, ...args: string[]) => runCommand("init", folder, "--no-install", ...args);

describe("pincite init", () => {
  test.each(["en", "ur"])(
    "makes a site in %s that passes the strict check as it is, where CI freezes it",
    async (language) => {
      const folder = join(temporaryFolder(), "my site");
      const made = await init(folder, ...given, "--language", language, "--url", "https://example.org/b", "--yes");
      expect(made).toMatchObject({ code: 0, stderr: "" });
      expect(filesBelow(folder)).toEqual([
        ".eleventy.ts",
        ".gitignore",
        ".vscode/extensions.json",
        ".vscode/pincite.code-snippets",
        ".vscode/settings.json",
        ".vscode/tasks.json",
        "README.md",
        "briefs/how-to-check-us.md",
        "package.json",
        "sources/how-we-work.lock.json",
        "sources/how-we-work.md",
        "tsconfig.json",
      ]);
      expect(readFileSync(join(folder, ".vscode/settings.json"), "utf8")).toContain('"./node_modules/pincite/docs/');
      const config = readFileSync(join(folder, ".eleventy.ts"), "utf8");
      expect(config).toContain(`  language: "${language}",\n  url: "https://example.org",\n  pathPrefix: "/b/",\n`);
    },
  );

  test("refuses a folder with files in its way, names all of them and writes nothing", async () => {
    const folder = temporaryFolder({
      "package.json": "{}",
      ".vscode/tasks.json": "{}",
      "briefs/mine.md": "",
      "x.md": "",
    });
    const before = hashTree(folder);
    const { code, stderr } = await init(folder, ...given, "--yes");
    expect(code).toBe(1);
    expect(stderr).toBe(
      `In ${folder} there is already:\n  package.json\n  .vscode/tasks.json\n  briefs\n` +
        "Nothing is ever overwritten. Name another folder, or move these away.\nNothing was written.\n",
    );
    expect(hashTree(folder)).toBe(before);
  });

  test("joins what is not in its way, such as a licence", async () => {
    const folder = temporaryFolder({ LICENSE: "mine" });
    expect(await init(folder, ...given, "--yes")).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder, "LICENSE"), "utf8")).toBe("mine");
  });

  test("lists at once what is still to be given, where there is nobody to ask", async () => {
    const folder = temporaryFolder();
    const { code, stderr } = await init(folder);
    expect(code).toBe(1);
    for (const option of ["--title <text>", "--publisher <text>", "--pincite <spec>", "--yes "])
      expect(stderr).toContain(`\n  ${option}`);
    expect(filesBelow(folder)).toEqual([]);
  });

  test("writes what the place needs where it is published, and refuses one that is none", async () => {
    const folder = temporaryFolder();
    expect(await init(folder, ...given, "--publish", "github-pages", "--yes")).toMatchObject({ code: 0 });
    expect(filesBelow(folder)).toContain(".github/workflows/publish.yml");
    expect(readFileSync(join(folder, ".eleventy.ts"), "utf8")).toContain('publish: { live: { to: "github-pages" } },');
    const other = temporaryFolder();
    const { code, stderr } = await init(other, ...given, "--publish", "rsnc=x", "--yes");
    expect({ code, stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Did you mean "rsync"?') as unknown,
    });
    expect(filesBelow(other)).toEqual([]);
  });

  test("refuses an address that is none", async () => {
    const folder = temporaryFolder();
    const { code, stderr } = await init(folder, ...given, "--url", "example.org", "--yes");
    expect({ code, stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('"example.org" is no web address.') as unknown,
    });
    expect(filesBelow(folder)).toEqual([]);
  });

  test("asks in a terminal for what is not given", async () => {
    const folder = temporaryFolder();
    const terminal = openTerminal("init", [folder, "--no-install", "--pincite", "./pincite.tgz"]);
    await terminal.saying("What is the site called?");
    terminal.press("Harbour Briefs", keys.enter);
    await terminal.saying("Who publishes it?");
    terminal.press("Harbour Institute", keys.enter);
    await terminal.saying("In which language?");
    terminal.press(keys.down, keys.enter);
    await terminal.saying("What is its public address?");
    terminal.press(keys.enter);
    await terminal.saying("Where will it be published?");
    terminal.press(keys.down, keys.down, keys.enter);
    await terminal.saying("Write a folder that rsync reaches");
    terminal.press("web@example.org:/srv/www", keys.enter);
    await terminal.saying("Make the site in");
    terminal.press(keys.enter);
    expect(await terminal.ended).toBe(0);
    const config = readFileSync(join(folder, ".eleventy.ts"), "utf8");
    expect(config).toContain('language: "ur"');
    expect(config).toContain('publish: { live: { to: "rsync", destination: "web@example.org:/srv/www" } },');
    expect(readFileSync(join(folder, "deploy/nginx.conf"), "utf8")).toContain("/srv/www");
  });
});
