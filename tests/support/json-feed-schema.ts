import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const text = { type: "string", minLength: 1 };
const address = { type: "string", format: "uri" };
const language = { type: "string", pattern: "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$" };
const moment = { type: "string", format: "date-time" };
const authors = {
  type: "array",
  items: {
    type: "object",
    properties: { name: text, url: address, avatar: address },
    minProperties: 1,
    additionalProperties: false,
  },
};

/** JSON Feed, version 1.1, as jsonfeed.org describes it; of what is optional, what we write. */
const schema = {
  type: "object",
  required: ["version", "title", "items"],
  additionalProperties: false,
  properties: {
    version: { const: "https://jsonfeed.org/version/1.1" },
    title: text,
    description: text,
    home_page_url: address,
    feed_url: address,
    icon: address,
    favicon: address,
    language,
    authors,
    items: {
      type: "array",
      items: {
        type: "object",
        required: ["id"],
        anyOf: [{ required: ["content_html"] }, { required: ["content_text"] }],
        additionalProperties: false,
        properties: {
          id: text,
          url: address,
          title: { type: "string" },
          content_html: { type: "string" },
          content_text: { type: "string" },
          summary: { type: "string" },
          image: address,
          date_published: moment,
          date_modified: moment,
          language,
          authors,
          tags: { type: "array", items: text },
        },
      },
    },
  },
};

const ajv = new Ajv2020({ allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(schema);

/** What is not as JSON Feed 1.1 has it, a line each. */
export function jsonFeedFaults(json: string): string[] {
  return validate(JSON.parse(json))
    ? []
    : (validate.errors ?? []).map(({ instancePath, message = "" }) => `${instancePath} ${message}`);
}
