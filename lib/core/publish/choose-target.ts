import { nearest } from "../text/nearest.ts";
import { publishTarget, targetKinds, type PublishTarget } from "./target.ts";

export type TargetChoice =
  | { readonly kind: "chosen"; readonly name: string; readonly target: PublishTarget }
  /** A sentence that says why, and what to write. */
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
  const [issue] = parsed.error.issues;
  const path = issue?.path.join(".") ?? "";
  if (issue?.code === "invalid_union" || path === "to")
    return refused(
      `publish.${name} in .eleventy.ts must say to: one of ${targetKinds.map((one) => `"${one}"`).join(", ")}.`,
    );
  if (issue?.code === "unrecognized_keys")
    return refused(
      `publish.${name} in .eleventy.ts has ${issue.keys.map((key) => `"${key}"`).join(", ")}, which means nothing there. Take it out.`,
    );
  return refused(`publish.${name}.${path} in .eleventy.ts is not what it must be: ${issue?.message ?? "wrong"}.`);
}
