import { fileURLToPath } from "node:url";

/** Where Pincite's own layouts are. */
export const layoutsFolder: string = fileURLToPath(new URL("../../layouts", import.meta.url));
