/** The part of Eleventy 3's configuration that Pincite uses; Eleventy ships no types. */
export interface EleventyConfig {
  addPlugin<Options>(plugin: (config: EleventyConfig, options: Options) => unknown, options?: Options): unknown;
  addTemplate(name: string, content: string, data?: object): void;
  addTemplateFormats(formats: string): void;
  addExtension(format: string, extension: TemplateExtension): void;
  addGlobalData(name: string, data: unknown): void;
  addWatchTarget(path: string): void;
  readonly ignores: { add(glob: string): unknown };
  on(event: "eleventy.before", listener: (event: BuildEvent) => void | Promise<void>): void;
  on(event: "eleventy.after", listener: (event: BuiltEvent) => void | Promise<void>): void;
  on(event: "eleventy.config", listener: (config: TemplateConfig) => void): void;
  /** Set by the syntax highlighting plugin. */
  readonly markdownHighlighter: ((code: string, language: string) => string) | null;
  readonly pathPrefix: string;
}

/** How templates of one format are rendered. */
export interface TemplateExtension {
  readonly outputFileExtension: string;
  /** Whether their data may name a layout. */
  readonly useLayouts: boolean;
  readonly compile: (text: string, inputPath: string) => (data: TemplateData) => string;
}

/** The data of one page. What is set on it while the page is rendered, its layout finds there. */
export type TemplateData = Record<string, unknown> & { readonly page: { readonly url: string | false } };

export interface BuildEvent {
  /** Relative to the folder that Eleventy runs in, with a slash at the end. */
  readonly directories: { readonly input: string; readonly output: string };
}

export interface BuiltEvent extends BuildEvent {
  /** What was rendered; a file that is written nowhere has no url. */
  readonly results: readonly {
    readonly inputPath: string;
    readonly url: string | false;
    readonly content: string;
  }[];
}

/** The configuration once it is whole. */
export interface TemplateConfig {
  getConfig(): { readonly templateFormats: readonly string[] };
}
