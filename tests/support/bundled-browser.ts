import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";

export interface BundledBrowser {
  readonly executablePath: string;
  readonly env: NodeJS.ProcessEnv;
}

const cache = fileURLToPath(new URL("../../node_modules/.cache/pincite-browser", import.meta.url));

/**
 * Unpack, once, the Chromium that @sparticuz/chromium carries, with the libraries and
 * fonts it needs on a machine that has none. It is made for x86-64 Linux.
 *
 * The package's own unpacking is not used: it leaves the libraries out unless it runs
 * on Amazon's machines, and two processes that unpack at once disturb each other.
 */
export function unpackBundledBrowser(): BundledBrowser {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error(`it runs on x86-64 Linux, not on ${process.platform} ${process.arch}`);
  }
  const packageFolder = join(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")), "..", "..");
  const { version } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")) as { version: string };
  const folder = join(cache, version);
  if (!existsSync(folder)) unpack(join(packageFolder, "bin"), folder);
  const libraries = [join(folder, "lib"), process.env.LD_LIBRARY_PATH ?? ""].filter((path) => path !== "");
  return {
    executablePath: join(folder, "chromium"),
    env: { ...process.env, LD_LIBRARY_PATH: libraries.join(":"), FONTCONFIG_PATH: folder },
  };
}

/** Beside its place first and then into it by one rename: whoever sees the folder sees all of it. */
function unpack(packed: string, folder: string): void {
  mkdirSync(cache, { recursive: true });
  const staging = mkdtempSync(join(cache, "unpacking-"));
  try {
    for (const archive of ["al2023.tar.br", "fonts.tar.br", "swiftshader.tar.br"]) {
      const input = brotliDecompressSync(readFileSync(join(packed, archive)));
      const { status, stderr, error } = spawnSync("tar", ["-xf", "-", "-C", staging], { input });
      if (error ?? status !== 0) throw new Error(`tar could not unpack ${archive}: ${String(error ?? stderr)}`);
    }
    const program = brotliDecompressSync(readFileSync(join(packed, "chromium.br")));
    writeFileSync(join(staging, "chromium"), program, { mode: 0o755 });
    writeFileSync(join(staging, "fonts.conf"), fontConfiguration(join(folder, "fonts")));
    renameSync(staging, folder);
  } catch (error) {
    // Another process may have been quicker; what it unpacked is the same.
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** In place of the package's own, which names folders of Amazon's machines. */
function fontConfiguration(fonts: string): string {
  const dir = fonts.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  return `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig><dir>${dir}</dir></fontconfig>\n`;
}
