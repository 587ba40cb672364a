import type { EleventyConfig } from "@11ty/eleventy";
import { componentsSite, configureComponents } from "./site.ts";

export const site = componentsSite("ltr");

export default function configure(config: EleventyConfig): object {
  return configureComponents(config, "ltr");
}
