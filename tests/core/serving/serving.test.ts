import { expect, test } from "vitest";
import { headersOf, immutableFolders, securityHeaders, type Header } from "../../../lib/core/serving/serving-rules.ts";
import { writeApache } from "../../../lib/core/serving/write-apache.ts";
import { writeHeaders } from "../../../lib/core/serving/write-headers.ts";
import { writeNginx } from "../../../lib/core/serving/write-nginx.ts";
import { writeRedirects } from "../../../lib/core/serving/write-redirects.ts";

const prefixes = ["/", "/x/"] as const;
const paths = [
  "index.html",
  "briefs/a/index.html",
  "pagefind/pagefind-entry.json",
  ...immutableFolders.map((one) => `${one}a.b`),
];

/** What hosts send where a file says nothing of caching: from the documentation of Netlify and Cloudflare. */
const hostsCaching: Header = ["Cache-Control", "public, max-age=0, must-revalidate"];

/** The headers that each form gives an address, read from its text. */
const readers: Readonly<Record<string, (prefix: string) => (address: string) => Header[]>> = {
  _headers: (prefix) => (address) => {
    const rules = writeHeaders(prefix).split(/\n(?=\S)/);
    const found = rules.flatMap((rule): Header[] => {
      const [pattern = "", ...lines] = rule.trimEnd().split("\n");
      if (!address.startsWith(pattern.replace(/\*$/, ""))) return [];
      return lines.map((line) => [line.slice(2, line.indexOf(":")), line.slice(line.indexOf(":") + 2)]);
    });
    return found.some(([name]) => name === "Cache-Control") ? found : [...found, hostsCaching];
  },
  nginx: (prefix) => (address) => {
    const text = writeNginx({ hostName: "a.example", folder: "/srv", pathPrefix: prefix });
    const cases = [...text.matchAll(/^ {2}"~(\^.*)" "(.*)";$/gm)];
    const usual = /^ {2}default "(.*)";$/m.exec(text)?.[1];
    const caching = cases.find(([, pattern = ""]) => new RegExp(pattern).test(address))?.[2] ?? usual ?? "";
    return [...text.matchAll(/^ {2}add_header (\S+) (?:"(.*)"|\$\w+_caching) always;$/gm)].map(
      ([, name = "", value]): Header => [name, value ?? caching],
    );
  },
  apache: (prefix) => (address) => {
    const text = writeApache({ hostName: "a.example", folder: "/srv", pathPrefix: prefix });
    const usual = [...text.matchAll(/^ {2}Header always set (\S+) "(.*)"$/gm)].map(
      ([, name = "", value = ""]) => [name, value] as const,
    );
    const places = [...text.matchAll(/<Location "(.*)">[^<]*Header always set (\S+) "([^"]*)"/g)];
    const here = new Map(
      places.flatMap(([, at = "", name = "", value = ""]) => (address.startsWith(at) ? [[name, value] as const] : [])),
    );
    return usual.map(([name, value]): Header => [name, here.get(name) ?? value]);
  },
};

const cases = Object.entries(readers).flatMap(([form, read]) =>
  prefixes.flatMap((prefix) => paths.map((path) => [form, prefix, path, read(prefix)] as const)),
);

test.each(cases)("%s under %s gives %s what the table says", (_, prefix, path, headers) => {
  expect(headers(prefix + path).sort()).toEqual([...headersOf(path)].sort());
});

test("nothing inline is ever allowed", () => {
  expect(JSON.stringify(securityHeaders())).not.toMatch(/unsafe-inline|'unsafe-eval'|\*/);
});

test("redirects lead from old addresses to new ones, below the path prefix", () => {
  const moved = [{ from: "/briefs/pier/", to: "/briefs/jetty/" }];
  expect(writeRedirects(moved, "/x/")).toBe("/x/briefs/pier/ /x/briefs/jetty/ 301\n");
});

test("a site that shares its search says so for the index alone, in every form", () => {
  const serving = { searchedOrigins: ["https://library.example"], sharesSearch: true };
  const place = { hostName: "a.example", folder: "/srv", pathPrefix: "/x/", serving };
  expect(headersOf("pagefind/pagefind.js", serving)).toContainEqual(["Access-Control-Allow-Origin", "*"]);
  expect(JSON.stringify(headersOf("index.html", serving))).not.toContain("Access-Control");
  expect(writeHeaders("/x/", serving)).toContain("/x/pagefind/*\n  Access-Control-Allow-Origin: *\n");
  expect(writeNginx(place)).toContain('default "";\n  "~^/x/pagefind/" "*";\n');
  expect(writeNginx(place)).toContain("  add_header Access-Control-Allow-Origin $pincite_a_example_shared always;\n");
  expect(writeApache(place)).toContain(
    '<Location "/x/pagefind/">\n    Header always set Access-Control-Allow-Origin "*"\n',
  );
  for (const text of [writeHeaders("/x/", serving), writeNginx(place), writeApache(place)])
    expect(text).toContain("connect-src 'self' https://library.example;");
});
