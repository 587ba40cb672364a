/** The part of Eleventy's development server that the preview uses; the package ships no types. */
declare module "@11ty/eleventy-dev-server" {
  import type { IncomingMessage, ServerResponse } from "node:http";

  interface Options {
    readonly port: number;
    readonly pathPrefix: string;
    readonly domDiff: boolean;
    readonly middleware: readonly ((request: IncomingMessage, response: ServerResponse, next: () => void) => void)[];
    readonly logger: Readonly<Record<"info" | "log" | "error", (message: string) => void>>;
  }

  export default class DevServer {
    static getServer(name: string, folder: string, options: Options): DevServer;
    serve(port: number): void;
    /** The port that is really listened on; resolves once, when it is. */
    getPort(): Promise<number>;
    reload(event: { readonly subtype?: string | undefined }): void;
    close(): Promise<void>;
  }
}
