import js from "@eslint/js";
import ts from "typescript-eslint";

export default ts.config(
  { ignores: ["node_modules/", "dist/", "compiled/", ".pincite/", "tests/fixtures/"] },
  js.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [ts.configs.strictTypeChecked, ts.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/consistent-type-definitions": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "no-control-regex": "off",
    },
  },
  {
    files: ["layouts/scripts/**/*.js"],
    languageOptions: {
      globals: Object.fromEntries(
        [
          "AbortSignal",
          "Blob",
          "CSS",
          "DOMParser",
          "DecompressionStream",
          "HTMLElement",
          "Highlight",
          "Node",
          "NodeFilter",
          "Option",
          "ResizeObserver",
          "Response",
          "TextDecoder",
          "TextEncoder",
          "URL",
          "URLSearchParams",
          "WebAssembly",
          "clearTimeout",
          "console",
          "document",
          "fetch",
          "history",
          "localStorage",
          "location",
          "matchMedia",
          "navigator",
          "requestAnimationFrame",
          "setTimeout",
          "window",
        ].map((name) => [name, "readonly"]),
      ),
    },
  },
);
