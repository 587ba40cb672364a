import { publishTarget, targetKinds, type PublishTargetOptions, type TargetKind } from "../publish/target.ts";
import { nearest } from "../text/nearest.ts";

export type TargetReading =
  | { readonly kind: "target"; readonly target: PublishTargetOptions }
  | { readonly kind: "refused"; readonly reason: string };

/** What must be known of each kind of target besides its name, as it is asked for; "" where nothing must. */
export const targetPlaces: Readonly<Record<TargetKind, string>> = {
  folder: "a folder, such as /srv/www/briefs",
  rsync: "a folder that rsync reaches, such as web@example.org:/srv/www/briefs",
  s3: "an address with the bucket, such as https://s3.eu-central-1.amazonaws.com/briefs",
  "github-pages": "",
  netlify: "",
  "cloudflare-pages": "the name of the project there, such as harbour-briefs",
};

/**
 * Read a target of publishing as it is typed: its kind, and behind an equals sign where it
 * is, such as `folder=/srv/www/briefs` or `github-pages`.
 */
export function readTarget(typed: string): TargetReading {
  const [, name = "", place = ""] = /^([^=]*)=?(.*)$/s.exec(typed.trim()) ?? [];
  const kind = targetKinds.find((one) => one === name.trim());
  if (kind === undefined) {
    const [near] = nearest(name, targetKinds);
    const hint = near === undefined ? "" : ` Did you mean "${near}"?`;
    return refused(`"${name}" is no target of publishing.${hint} There are ${targetKinds.join(", ")}.`);
  }
  if (place.trim() === "" && targetPlaces[kind] !== "")
    return refused(`${kind} needs ${targetPlaces[kind]}: write ${kind}=…`);
  const options = optionsOf(kind, place.trim());
  if (options && publishTarget.safeParse(options).success) return { kind: "target", target: options };
  return refused(
    targetPlaces[kind] === "" ? `${kind} takes nothing behind it.` : `"${place}" is not ${targetPlaces[kind]}.`,
  );
}

function optionsOf(kind: TargetKind, place: string): PublishTargetOptions | undefined {
  switch (kind) {
    case "folder":
      return { to: kind, path: place };
    case "rsync":
      return { to: kind, destination: place };
    case "s3": {
      const [, endpoint = "", bucket = ""] = /^(.*?)\/([^/]+)\/?$/.exec(place) ?? [];
      return { to: kind, endpoint, bucket };
    }
    case "github-pages":
      return place === "" ? { to: kind } : undefined;
    case "netlify":
      return { to: kind, ...(place !== "" && { site: place }) };
    case "cloudflare-pages":
      return { to: kind, project: place };
  }
}

function refused(reason: string): TargetReading {
  return { kind: "refused", reason };
}
