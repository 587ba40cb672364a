import { z } from "zod";
import { catalogSchema, paragraphsSchema } from "./shared-schema.ts";

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** JSON Schemas (draft 7) of the files by which other sites cite a site's sources, by file name. */
export function sharedSchemas(): ReadonlyMap<string, JsonSchema> {
  return new Map([
    ["catalog.schema.json", schemaOf("The catalog of a site's sources", catalogSchema)],
    ["paragraphs.schema.json", schemaOf("A source's paragraphs", paragraphsSchema)],
  ]);
}

function schemaOf(title: string, schema: z.ZodType): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: "input", target: "draft-7" });
  return { ...($schema && { $schema }), title, ...rest };
}
