import { indexEndings, mediaTypeList, unknownType } from "./content-type.ts";
import {
  alone,
  immutableCaching,
  immutableFolders,
  revalidatedCaching,
  searchFolder,
  searchHeaders,
  securityHeaders,
} from "./serving-rules.ts";
import { escapePattern, type ServerPlace } from "./write-nginx.ts";

/** A whole virtual host of Apache 2.4 that serves a site by the rules. */
export function writeApache({ hostName, folder, pathPrefix, serving = alone }: ServerPlace): string {
  const root = folder.replace(/\/+$/, "");
  const types = mediaTypeList();
  const endingsOf = (endings: readonly string[]) => endings.map((ending) => `.${ending}`).join(" ");
  const texts = types.filter(({ isUtf8 }) => isUtf8).flatMap(({ endings }) => endings);
  const compressed = types.filter(({ isCompressible }) => isCompressible).map(({ type }) => type);
  return `# Written by Pincite. Needs the modules headers, dir, mime, alias, filter and deflate: a2enmod headers deflate
<VirtualHost *:80>
  # With a certificate: *:443, SSLEngine on, SSLCertificateFile …, SSLCertificateKeyFile …
  # and then also: Header always set Strict-Transport-Security "max-age=31536000"
  ServerName ${hostName}
${placeOf(root, pathPrefix)}
  ErrorDocument 404 ${pathPrefix}404.html

  <Directory "${root}">
    Options FollowSymLinks
    AllowOverride None
    Require all granted
    DirectoryIndex index.html
  </Directory>
  # Names that begin with a dot are nobody's business, but for .well-known; nor is what other hosts read.
  RedirectMatch 404 "/\\.(?!well-known/)"
  RedirectMatch 404 "^${escapePattern(pathPrefix)}_(headers|redirects)$"

${types.map(({ type, endings }) => `  AddType ${type} ${endingsOf(endings)}`).join("\n")}
  AddType ${unknownType} ${endingsOf(indexEndings)}
  AddDefaultCharset utf-8
  AddCharset utf-8 ${endingsOf(texts)}
  AddOutputFilterByType DEFLATE ${compressed.join(" ")}
  # What is sent compressed has a mark of its own, and would never be known again.
  RequestHeader edit* If-None-Match "-gzip\\"" "\\""

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

/** Where the site is, as Apache is told: at the root of the host, or below a path. */
function placeOf(root: string, pathPrefix: string): string {
  if (pathPrefix === "/") return `  DocumentRoot "${root}"`;
  return `  RedirectMatch 302 "^/$" "${pathPrefix}"
  RedirectMatch 301 "^${escapePattern(pathPrefix.slice(0, -1))}$" "${pathPrefix}"
  Alias "${pathPrefix}" "${root}/"`;
}
