import { mkdirSync, writeFileSync } from "node:fs";
import { editorSchemas } from "../lib/core/front-matter/editor-schemas.ts";

/** `npm run schemas`: write the JSON Schemas of front matter into docs/schemas/, for editors. */
const folder = new URL("../docs/schemas/", import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, schema] of editorSchemas()) writeFileSync(new URL(name, folder), JSON.stringify(schema));
