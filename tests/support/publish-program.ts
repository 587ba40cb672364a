/**
 * Publishes a built site without building it, in a process of its own that can be killed.
 * Its one argument is JSON: `target`, `root`, `dist`, and `url` where there is one.
 */
import { publishTarget } from "../../lib/core/publish/target.ts";
import { planDeployment } from "../../lib/site/publish/plan-deployment.ts";
import { LiveSite } from "../../lib/site/publish/live-site.ts";
import { readInventory } from "../../lib/site/publish/read-inventory.ts";

const given = JSON.parse(process.argv[2] ?? "{}") as { target: unknown; root: string; dist: string; url?: string };
const { root, dist, url } = given;
const publishing = {
  root,
  dist,
  pathPrefix: "/",
  after: readInventory(dist, new Map()),
  live: url === undefined ? undefined : new LiveSite(url),
  environment: process.env,
};
const deployment = await planDeployment(publishTarget.parse(given.target), publishing);
await deployment.run((line) => {
  console.log(line);
});
