import type { UserConfig } from "@11ty/eleventy";
import { componentsSite, configureComponents } from "./site.ts";

export const site = componentsSite("ltr");

export default function configure(config: UserConfig): object {
  return configureComponents(config, "ltr");
}
