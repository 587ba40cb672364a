import { select, text } from "@clack/prompts";
import { readAddress } from "../core/init/read-address.ts";
import { readTarget, targetPlaces } from "../core/init/read-target.ts";
import { targetKinds, type TargetKind } from "../core/publish/target.ts";
import { siteLanguages } from "../core/init/new-site.ts";
import { packedAdvice } from "./pincite-package.ts";
import { withoutBlanks, type InitOptions } from "./init-options.ts";

type Asked = "title" | "publisher" | "language" | "url" | "publish" | "pincite";

/** In the order in which they are asked for. */
const questions: readonly Asked[] = ["title", "publisher", "language", "url", "publish", "pincite"];

/** Ask for what is not given, one after the other; undefined when somebody gave up. */
export async function askForSite(options: InitOptions): Promise<InitOptions | undefined> {
  let filled = options;
  for (const name of questions.filter((one) => options[one] === undefined)) {
    const answer = await ask(name);
    if (typeof answer === "symbol") return undefined;
    filled = withoutBlanks({ ...filled, [name]: answer });
  }
  return filled;
}

function ask(wanted: Asked): Promise<string | symbol> {
  switch (wanted) {
    case "title":
      return text({ message: "What is the site called?", placeholder: "Harbour Briefs", validate: needed });
    case "publisher":
      return text({ message: "Who publishes it?", placeholder: "Harbour Institute", validate: needed });
    case "language":
      return select({
        message: "In which language?",
        options: siteLanguages.map((value) => ({ value, label: languageNames[value] })),
      });
    case "url":
      return text({
        message: "What is its public address? Enter leaves that open.",
        placeholder: "https://briefs.example.org",
        validate: (typed = "") => {
          const reading = readAddress(typed);
          return reading.kind === "refused" ? reading.reason : undefined;
        },
      });
    case "publish":
      return askForTarget();
    case "pincite":
      return text({ message: `Where does npm find Pincite? ${packedAdvice}`, validate: needed });
  }
}

/** A target as the option `--publish` has it; empty while that is open. */
async function askForTarget(): Promise<string | symbol> {
  const kind = await select({
    message: "Where will it be published?",
    options: [
      { value: "" as const, label: "That is open" },
      ...targetKinds.map((value) => ({ value, label: targetNames[value] })),
    ],
  });
  if (typeof kind === "symbol" || kind === "" || targetPlaces[kind] === "") return kind;
  const place = await text({
    message: `Write ${targetPlaces[kind]}`,
    validate: (typed = "") => {
      const reading = readTarget(`${kind}=${typed}`);
      return reading.kind === "refused" ? reading.reason : undefined;
    },
  });
  return typeof place === "symbol" ? place : `${kind}=${place}`;
}

const targetNames: Readonly<Record<TargetKind, string>> = {
  folder: "A folder from which a web server serves it",
  rsync: "A server that rsync reaches",
  s3: "Storage that speaks the protocol of Amazon S3",
  "github-pages": "GitHub Pages",
  netlify: "Netlify",
  "cloudflare-pages": "Cloudflare Pages",
};

const languageNames = { en: "English", ur: "اردو" } as const;

function needed(typed: string | undefined): string | undefined {
  return (typed ?? "").trim() === "" ? "Write it here." : undefined;
}
