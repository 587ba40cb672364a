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
  /** What plugins that come with Eleventy change in HTML. */
  readonly htmlTransformer: { isTransformable(ending: string, page: object): boolean };
  /** Files that the site has copied as they are, by path. */
  readonly passthroughCopies: object;
  readonly events: {
    listenerCount(event: string): number;
    /** As `on`, before all that is called already. */
    prependListener(event: "eleventy.after", listener: (event: BuiltEvent) => void): void;
  };
}

/** How templates of one format are rendered. */
export interface TemplateExtension {
  readonly outputFileExtension: string;
  /** Whether their data may name a layout. */
  readonly useLayouts: boolean;
  /** A page of which it returns nothing Eleventy does not write. */
  readonly compile: (text: string, inputPath: string) => (data: TemplateData) => string | undefined;
}

/** The data of one page. What is set on it while the page is rendered, its layout finds there. */
export type TemplateData = Record<string, unknown> & { readonly page: RenderedPage };

/** A page as Eleventy tells of it while it is rendered; what is written nowhere has no address and no path. */
export interface RenderedPage {
  readonly url: string | false;
  /** Absolute, or relative to the folder that Eleventy runs in. */
  readonly outputPath: string | false;
  readonly inputPath: string;
}

export interface BuildEvent {
  /** Relative to the folder that Eleventy runs in, with a slash at the end. */
  readonly directories: { readonly input: string; readonly output: string };
}

export interface BuiltEvent extends BuildEvent {
  /** What was rendered; a file that is written nowhere has no url. */
  readonly results: {
    readonly inputPath: string;
    readonly outputPath: string | false;
    readonly url: string | false;
    readonly content: string;
  }[];
}

/** The configuration once it is whole. */
export interface TemplateConfig {
  getConfig(): {
    readonly templateFormats: readonly string[];
    /** By name. */
    readonly transforms: Readonly<Record<string, unknown>>;
    readonly linters: Readonly<Record<string, unknown>>;
  };
}
