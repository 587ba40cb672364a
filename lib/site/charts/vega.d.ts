import type { Scene } from "vega";

/** What vega exports without a type: its renderer of SVG text, which needs no browser and does not wait. */
declare module "vega" {
  /** What `View.scenegraph` really gives. */
  export interface Scenegraph {
    readonly root: Scene;
  }
  export class SVGStringRenderer {
    constructor(loader?: unknown);
    initialize(element: null, width: number, height: number, origin: [number, number], scale: number): this;
    render(scene: Scene): this;
    /** The whole element, `<svg …>…</svg>`. */
    svg(): string;
  }
}
