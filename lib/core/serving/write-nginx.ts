import {
  alone,
  immutableCaching,
  immutableFolders,
  revalidatedCaching,
  searchFolder,
  searchHeaders,
  securityHeaders,
  type Serving,
} from "./serving-rules.ts";

export interface ServerPlace {
  /** Such as "briefs.example.org". */
  readonly hostName: string;
  /** Absolute path of the folder that holds the site. */
  readonly folder: string;
  /** Where the site is served, with slashes at both ends. */
  readonly pathPrefix: string;
  /** A site alone when absent. */
  readonly serving?: Serving;
}

/**
 * A whole `server` block of nginx that serves a site by the rules.
 *
 * nginx takes `add_header` from the outer level only where the inner has none, so the one
 * header that differs is a variable, and all are said once, for errors too.
 */
export function writeNginx({ hostName, folder, pathPrefix, serving = alone }: ServerPlace): string {
  const variable = "$pincite_caching";
  const root = folder.replace(/\/+$/, "");
  const at =
    pathPrefix === "/" ? `  root ${quoted(root)};` : `  location ${pathPrefix} { alias ${quoted(`${root}/`)}; }`;
  const shared = searchHeaders(serving).map(([name, value]) => ({ name, value, variable: "$pincite_shared" }));
  return `# Written by Pincite. Belongs into the http block: /etc/nginx/conf.d/ or sites-enabled/.
map $uri ${variable} {
  default ${quoted(revalidatedCaching)};
${immutableFolders.map((one) => `  "~^${escapePattern(pathPrefix + one)}" ${quoted(immutableCaching)};`).join("\n")}
}
${shared.map((one) => `\nmap $uri ${one.variable} {\n  default "";\n  "~^${escapePattern(pathPrefix + searchFolder)}" ${quoted(one.value)};\n}\n`).join("")}
server {
  listen 80;
  # With a certificate: listen 443 ssl; ssl_certificate …; ssl_certificate_key …;
  # and then also: add_header Strict-Transport-Security "max-age=31536000" always;
  server_name ${hostName};
  charset utf-8;
  index index.html;
  server_tokens off;
  # Redirects name no port and no scheme, so that they hold behind a proxy too.
  absolute_redirect off;
  error_page 404 ${pathPrefix}404.html;
${at}

  # Names that begin with a dot are nobody's business, but for .well-known.
  location ~ /\\.(?!well-known/) { return 404; }

  # Each text is compressed once it is asked for. Better: compress ahead, with
  #   find ${root} -type f \\( -name '*.html' -o -name '*.css' -o -name '*.js' -o -name '*.json' -o -name '*.svg' \\) -exec gzip -9 -k -f {} +
  # after each publish, and say gzip_static on; here.
  gzip on;
  gzip_vary on;
  gzip_types text/css text/csv text/javascript text/markdown application/javascript application/json application/xml application/wasm image/svg+xml;

${securityHeaders(serving)
  .map(([name, value]) => `  add_header ${name} ${quoted(value)} always;`)
  .join("\n")}
${shared.map((one) => `  add_header ${one.name} ${one.variable} always;\n`).join("")}  add_header Cache-Control ${variable} always;
}
`;
}

/** In double quotes, where nginx reads a backslash and a dollar sign. */
function quoted(text: string): string {
  return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
