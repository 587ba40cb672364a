import { z } from "zod";
import { briefSchema } from "../brief/brief-schema.ts";
import { sourceSchema } from "../source/source-schema.ts";

type JsonSchema = z.core.JSONSchema.JSONSchema;

/**
 * JSON Schemas (draft 7, which editors know best) of the front matter of briefs and of
 * sources, by file name: keys with what they are for, and what a value may be. They allow
 * whatever a check allows, and refuse what can be told without the rest of the library.
 */
export function editorSchemas(): ReadonlyMap<string, JsonSchema> {
  return new Map([
    ["brief.schema.json", { ...schemaOf("Front matter of a brief", briefSchema), ...withdrawnSaysWhy }],
    ["source.schema.json", { ...schemaOf("Front matter of a source", sourceSchema), ...fullTextIsLicensed }],
  ]);
}

/** What holds between two keys is checked by functions; editors are told here. */
const withdrawnSaysWhy: JsonSchema = {
  if: { properties: { status: { const: "withdrawn" } } },
  then: { required: ["withdrawn"] },
  else: { properties: { withdrawn: false } },
};
const fullTextIsLicensed: JsonSchema = {
  if: { properties: { rights: { const: "full-text" } } },
  then: { anyOf: [{ required: ["license"] }, { required: ["permission"] }] },
};

function schemaOf(title: string, schema: z.ZodType): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    io: "input",
    target: "draft-7",
  });
  return { ...($schema && { $schema }), title, ...rest };
}
