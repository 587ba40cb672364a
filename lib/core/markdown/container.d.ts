declare module "markdown-it-container" {
  import type MarkdownIt from "markdown-it";
  interface ContainerOptions {
    readonly validate?: (params: string) => boolean;
  }
  const container: (md: MarkdownIt, name: string, options: ContainerOptions) => void;
  export default container;
}
