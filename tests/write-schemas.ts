import { mkdirSync, writeFileSync } from "node:fs";
import { editorSchemas } from "../lib/core/front-matter/editor-schemas.ts";
import { sharedSchemas } from "../lib/core/libraries/json-schemas.ts";

/** `npm run schemas`: write the JSON Schemas of front matter and of what sites share into docs/schemas/. */
const folder = new URL("../docs/schemas/", import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, schema] of [...editorSchemas(), ...sharedSchemas()])
  writeFileSync(new URL(name, folder), JSON.stringify(schema));
