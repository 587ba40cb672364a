import { expect, test } from "vitest";
import { readTarget } from "../../../lib/core/init/read-target.ts";

test.each([
  ["folder=/srv/www/briefs", { to: "folder", path: "/srv/www/briefs" }],
  [" rsync = web@example.org:/srv=x ", { to: "rsync", destination: "web@example.org:/srv=x" }],
  [
    "s3=https://s3.eu-central-1.amazonaws.com/briefs/",
    { to: "s3", endpoint: "https://s3.eu-central-1.amazonaws.com", bucket: "briefs" },
  ],
  ["github-pages", { to: "github-pages" }],
  ["netlify", { to: "netlify" }],
  ["netlify=harbour-briefs", { to: "netlify", site: "harbour-briefs" }],
  ["cloudflare-pages=harbour-briefs", { to: "cloudflare-pages", project: "harbour-briefs" }],
])("%j names a target", (typed, target) => {
  expect(readTarget(typed)).toEqual({ kind: "target", target });
});

test.each([
  ["githubpages", '"githubpages" is no target of publishing. Did you mean "github-pages"?'],
  ["", '"" is no target of publishing. There are folder, rsync,'],
  ["folder", "folder needs a folder, such as /srv/www/briefs: write folder=…"],
  ["s3=briefs", '"briefs" is not an address with the bucket'],
  ["s3=https://example.org/A_B", '"https://example.org/A_B" is not an address with the bucket'],
  ["cloudflare-pages=Harbour Briefs", '"Harbour Briefs" is not the name of the project there'],
  ["github-pages=x", "github-pages takes nothing behind it."],
])("%j is refused, with what to write", (typed, reason) => {
  expect(readTarget(typed)).toEqual({ kind: "refused", reason: expect.stringContaining(reason) as unknown });
});
