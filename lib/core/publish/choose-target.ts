import { nearest } from "../text/nearest.ts";
import { publishTarget, targetKinds, type PublishTarget } from "./target.ts";

export type TargetChoice =
  | { readonly kind: "chosen"; readonly name: string; readonly target: PublishTarget }
  /** A sentence or several, a line each: why, and what to write. */
  | { readonly kind: "refused"; readonly reason: string };

/**
 * The target that is meant, read strictly.
 *
 * @param targets as the site's configuration has them: whatever it may be.
 * @param wanted the name that was given; undefined for the only one.
 */
export function chooseTarget(targets: unknown, wanted: string | undefined): TargetChoice {
  const refused = (reason: string): TargetChoice => ({ kind: "refused", reason });
  const named = new Map(typeof targets === "object" && targets !== null ? Object.entries(targets) : []);
  const [only] = named.keys();
  if (only === undefined)
    return refused(
      'The site does not say where it is published. Write it in .eleventy.ts, such as publish: { live: { to: "folder", path: "/srv/www/briefs" } }.',
    );
  if (wanted === undefined && named.size > 1)
    return refused(`Name the target: one of ${[...named.keys()].join(", ")}.`);
  const name = wanted ?? only;
  if (!named.has(name)) {
    const [near] = nearest(name, [...named.keys()]);
    return refused(
      `There is no target "${name}"; there is ${[...named.keys()].join(", ")}.${near === undefined || named.size === 1 ? "" : ` Nearest: ${near}.`}`,
    );
  }
  const parsed = publishTarget.safeParse(named.get(name));
  if (parsed.success) return { kind: "chosen", name, target: parsed.data };
  const place = (path: readonly PropertyKey[]) => `${["publish", name, ...path].map(String).join(".")} in .eleventy.ts`;
  const faults = parsed.error.issues.map((issue) => {
    if (issue.code === "unrecognized_keys")
      return `${place([])} has ${issue.keys.map((key) => `"${key}"`).join(" and ")}, which means nothing there. Take it out.`;
    if (issue.path.length > 0 && issue.path[0] !== "to") return `${place(issue.path)} must be ${issue.message}.`;
    const kinds = targetKinds.map((one) => `"${one}"`).join(", ");
    return `${place([])} must say to: one of ${kinds}. Write such as { to: "folder", path: "/srv/www/briefs" }.`;
  });
  return refused([...new Set(faults)].join("\n"));
}
