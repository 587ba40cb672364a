/** The part of Eleventy 3 that Pincite uses; the package ships no types. */
declare module "@11ty/eleventy" {
  export interface UserConfig {
    addPlugin<Options>(plugin: (config: UserConfig, options: Options) => unknown, options?: Options): unknown;
    addTemplate(name: string, content: string): void;
    addGlobalData(name: string, data: unknown): void;
    addFilter(name: string, filter: (...values: never[]) => unknown): void;
    addPairedShortcode(name: string, shortcode: (content: string, ...values: never[]) => string): void;
    addShortcode(name: string, shortcode: (this: ShortcodeThis, ...values: never[]) => string): void;
    setLibrary(engine: string, library: unknown): void;
    setUseGitIgnore(enabled: boolean): void;
    on(event: "eleventy.before", listener: (event: BuildEvent) => void | Promise<void>): void;
    on(event: "eleventy.after", listener: (event: BuiltEvent) => void | Promise<void>): void;
    /** Set by the syntax highlighting plugin. */
    readonly markdownHighlighter: ((code: string, language: string) => string) | null;
    readonly pathPrefix: string;
  }

  export interface BuildEvent {
    readonly directories: { readonly input: string; readonly output: string };
  }

  export interface BuiltEvent extends BuildEvent {
    /** What was rendered; a file that is written nowhere has no url. */
    readonly results: readonly { readonly url: string | false; readonly content: string }[];
  }

  export interface ShortcodeThis {
    readonly page: { readonly inputPath: string };
    readonly ctx: object;
  }

  export interface EleventyOptions {
    readonly source?: "cli" | "script";
    readonly runMode?: "build" | "serve" | "watch";
    readonly configPath?: string;
    readonly quietMode?: boolean;
    readonly config?: (config: UserConfig) => void;
  }

  export default class Eleventy {
    constructor(input: string, output: string, options: EleventyOptions);
    disableLogger(): void;
    write(): Promise<unknown>;
  }
}

declare module "@11ty/eleventy-plugin-syntaxhighlight" {
  import type { UserConfig } from "@11ty/eleventy";
  const syntaxHighlight: (config: UserConfig, options?: object) => void;
  export default syntaxHighlight;
}
