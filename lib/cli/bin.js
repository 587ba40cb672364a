#!/usr/bin/env node
// The command `pincite`. Node 20 reads no TypeScript by itself: tsx does, from here on. In the
// repository that is Pincite, too; in a package only a project's configuration and sources are.
import { existsSync } from "node:fs";
import module from "node:module";
import { URL } from "node:url";
import "tsx";

// From Node 22.1 on: what was compiled once is kept for the next start.
module.enableCompileCache?.();
const source = new URL("pincite.ts", import.meta.url);
await import(existsSync(source) ? source.href : "../../compiled/cli/pincite.js");
