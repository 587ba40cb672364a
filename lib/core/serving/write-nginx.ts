import { mediaTypeList, unknownType } from "./content-type.ts";
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
  // Variables are known to all sites of a server, so each site has its own.
  const ours = `$pincite_${hostName.replace(/[^A-Za-z0-9]/g, "_")}`;
  const caching = `${ours}_caching`;
  const root = folder.replace(/\/+$/, "");
  const types = mediaTypeList();
  const texts = types.filter(({ type, isUtf8 }) => isUtf8 && type !== "text/html");
  const compressed = types.filter(({ type, isCompressible }) => isCompressible && type !== "text/html");
  const namesOf = (list: typeof types) => list.map(({ type }) => type).join(" ");
  const shared = searchHeaders(serving).map(([name, value]) => ({ name, value, variable: `${ours}_shared` }));
  return `# Written by Pincite. Belongs into the http block: /etc/nginx/conf.d/ or sites-enabled/.
map $uri ${caching} {
  default ${quoted(revalidatedCaching)};
${immutableFolders.map((one) => `  "~^${escapePattern(pathPrefix + one)}" ${quoted(immutableCaching)};`).join("\n")}
}
${shared.map((one) => `\nmap $uri ${one.variable} {\n  default "";\n  "~^${escapePattern(pathPrefix + searchFolder)}" ${quoted(one.value)};\n}\n`).join("")}
server {
  listen 80;
  # With a certificate: listen 443 ssl; ssl_certificate …; ssl_certificate_key …;
  # and then also: add_header Strict-Transport-Security "max-age=31536000" always;
  server_name ${hostName};
  index index.html;
  server_tokens off;
  # Redirects name no port and no scheme, so that they hold behind a proxy too.
  absolute_redirect off;
  error_page 404 ${pathPrefix}404.html;
${placeOf(quoted(root), pathPrefix)}

  # Names that begin with a dot are nobody's business, but for .well-known; nor is what other hosts read.
  location ~ /\\.(?!well-known/) { return 404; }
  location ~ ^${escapePattern(pathPrefix)}_(headers|redirects)$ { return 404; }

  types {
${types.map(({ type, endings }) => `    ${type} ${endings.join(" ")};`).join("\n")}
  }
  default_type ${unknownType};
  charset utf-8;
  charset_types ${namesOf(texts)};

  # Each text is compressed once it is asked for. Better: compress ahead, with
  #   find ${root} -type f \\( -name '*.html' -o -name '*.css' -o -name '*.js' -o -name '*.json' -o -name '*.svg' \\) -exec gzip -9 -k -f {} +
  # after each publish, and say gzip_static on; here.
  gzip on;
  gzip_vary on;
  gzip_types ${namesOf(compressed)};

${securityHeaders(serving)
  .map(([name, value]) => `  add_header ${name} ${quoted(value)} always;`)
  .join("\n")}
${shared.map((one) => `  add_header ${one.name} ${one.variable} always;\n`).join("")}  add_header Cache-Control ${caching} always;
}
`;
}

/** Where the site is, as nginx is told: at the root of the host, or below a path. @param root quoted. */
function placeOf(root: string, pathPrefix: string): string {
  if (pathPrefix === "/") return `  root ${root};`;
  const folder = `${root.slice(0, -1)}/"`;
  return `  location / { return 404; }
  location = / { return 302 ${pathPrefix}; }
  location = ${pathPrefix.slice(0, -1)} { return 301 ${pathPrefix}; }
  location ${pathPrefix} { alias ${folder}; }`;
}

/** In double quotes, where nginx reads a backslash and a dollar sign. */
function quoted(text: string): string {
  return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

/** As a regular expression that means just that text. */
export function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
