import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { repository } from "../support/run-command.ts";

/** A file of the repository that is JSON with comments. @throws when it is not. */
export function readJsonc(path: string): unknown {
  const reading: { config?: unknown; error?: ts.Diagnostic } = ts.parseConfigFileTextToJson(
    path,
    readFileSync(join(repository, path), "utf8"),
  );
  if (reading.error) throw new Error(ts.flattenDiagnosticMessageText(reading.error.messageText, "\n"));
  return reading.config;
}
