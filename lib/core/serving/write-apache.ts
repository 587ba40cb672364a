import {
  alone,
  immutableCaching,
  immutableFolders,
  revalidatedCaching,
  searchFolder,
  searchHeaders,
  securityHeaders,
} from "./serving-rules.ts";
import type { ServerPlace } from "./write-nginx.ts";

/** A whole virtual host of Apache 2.4 that serves a site by the rules. */
export function writeApache({ hostName, folder, pathPrefix, serving = alone }: ServerPlace): string {
  const root = folder.replace(/\/+$/, "");
  const at = pathPrefix === "/" ? `  DocumentRoot "${root}"` : `  Alias "${pathPrefix}" "${root}/"`;
  return `# Written by Pincite. Needs the modules headers, dir, mime${pathPrefix === "/" ? "" : ", alias"} and deflate: a2enmod headers deflate
<VirtualHost *:80>
  # With a certificate: *:443, SSLEngine on, SSLCertificateFile …, SSLCertificateKeyFile …
  # and then also: Header always set Strict-Transport-Security "max-age=31536000"
  ServerName ${hostName}
${at}
  AddDefaultCharset utf-8
  AddType text/javascript .js
  AddType application/wasm .wasm
  AddType font/woff2 .woff2
  ErrorDocument 404 ${pathPrefix}404.html

  <Directory "${root}">
    Options FollowSymLinks
    AllowOverride None
    Require all granted
    DirectoryIndex index.html
  </Directory>
  # Names that begin with a dot are nobody's business, but for .well-known.
  <LocationMatch "/\\.(?!well-known/)">
    Require all denied
  </LocationMatch>

  AddOutputFilterByType DEFLATE text/html text/css text/csv text/javascript text/plain text/markdown application/json application/xml application/wasm image/svg+xml

${securityHeaders(serving)
  .map(([name, value]) => `  Header always set ${name} "${value}"`)
  .join("\n")}
  Header always set Cache-Control "${revalidatedCaching}"
${immutableFolders
  .map(
    (one) => `  <Location "${pathPrefix}${one}">
    # What is missing may be there tomorrow.
    Header always set Cache-Control "${immutableCaching}" "expr=%{REQUEST_STATUS} -lt 400"
  </Location>`,
  )
  .join("\n")}
${searchHeaders(serving)
  .map(
    ([name, value]) => `  <Location "${pathPrefix}${searchFolder}">
    Header always set ${name} "${value}"
  </Location>
`,
  )
  .join("")}</VirtualHost>
`;
}
