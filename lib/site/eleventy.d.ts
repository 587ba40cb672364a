/** The part of Eleventy 3 that Pincite uses; the package ships no types. */
declare module "@11ty/eleventy" {
  export type EleventyConfig = import("./eleventy-config.ts").EleventyConfig;

  export interface EleventyOptions {
    readonly source?: "cli" | "script";
    readonly runMode?: "build" | "serve" | "watch";
    readonly configPath?: string;
    readonly quietMode?: boolean;
    readonly config?: (config: EleventyConfig) => void;
  }

  export default class Eleventy {
    constructor(input: string | undefined, output: string, options: EleventyOptions);
    disableLogger(): void;
    write(): Promise<unknown>;
  }
}

declare module "@11ty/eleventy-plugin-syntaxhighlight" {
  import type { EleventyConfig } from "@11ty/eleventy";
  const syntaxHighlight: (config: EleventyConfig, options?: object) => void;
  export default syntaxHighlight;
}
