#!/usr/bin/env node
// The command `pincite`. Node 20 reads no TypeScript by itself: tsx does, from here on.
import module from "node:module";
import "tsx";

// From Node 22.1 on: what was compiled once is kept for the next start.
module.enableCompileCache?.();
await import("./pincite.ts");
