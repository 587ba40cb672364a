import type { RuleName } from "../rules.ts";
import { nearest } from "../text/nearest.ts";
import { shorten } from "../text/shorten.ts";
import { readPinpoint, type Pinpoint } from "./pinpoint.ts";
import { isRelation, relations, type Relation } from "./relation.ts";
import type { Tag, TagArgument } from "./tag.ts";

/** What one tag asks for. Offsets are 0-based, in the text the tag was read from. */
export interface CitationRequest {
  readonly sourceId: string;
  readonly sourceOffset: number;
  readonly pinpoint: Pinpoint;
  readonly pinpointOffset: number;
  readonly relation: Relation;
  readonly relationOffset: number;
  /** Words claimed to stand in the pinpoint; altered, with words in square brackets in place of others. */
  readonly quotation?: { readonly text: string; readonly altered: boolean; readonly offset: number };
  /** The author's remark, shown in the note. */
  readonly remark?: string;
}

/** A `{% quote %}`: one paragraph or range set as a block quotation, perhaps beside another source's. */
export interface QuoteRequest {
  readonly main: CitationRequest;
  readonly beside?: CitationRequest;
}

export interface TagProblem {
  readonly rule: RuleName;
  readonly offset: number;
  readonly message: string;
}

export const tagNames = ["cite", "quote"] as const;
export type TagName = (typeof tagNames)[number];

const optionsOf: Readonly<Record<TagName, readonly string[]>> = {
  cite: ["quote", "altered", "note", "as"],
  quote: ["beside", "note", "as"],
};

const shape: Readonly<Record<TagName, string>> = {
  cite: '{% cite "source-id", 7 %}',
  quote: '{% quote "source-id", 7 %}',
};

export type TagMeaning = { readonly request: QuoteRequest | undefined; readonly problems: readonly TagProblem[] };

/**
 * What a `cite` or `quote` tag means. One reading serves Markdown and Nunjucks pages.
 * With a problem in its source id or pinpoint there is no request; a wrong option
 * leaves the request standing, so that the rest of it is still checked.
 */
export function interpretTag(tag: Tag, name: TagName): TagMeaning {
  const problems: TagProblem[] = tag.faults.map((fault) => ({ rule: "citation-arguments", ...fault }));
  const positional = tag.arguments.filter((argument) => argument.name === undefined);
  const options = readOptions(tag, name, problems);
  const [source, place, extra] = positional;
  if (extra) {
    problems.push({
      rule: "citation-arguments",
      offset: extra.offset,
      message: `A ${name} takes a source id and a pinpoint. Join several paragraphs in one string, such as "7, 12".`,
    });
  }
  const late = positional.find((argument, index) => index < 2 && tag.arguments.indexOf(argument) > index);
  if (late) {
    problems.push({
      rule: "citation-arguments",
      offset: late.offset,
      message: `The source id and the pinpoint come before the options. Write ${shape[name]}.`,
    });
  }
  if (!source || source.isNumber || source.value === "") {
    const offset = source?.offset ?? tag.start;
    // What cannot be read may have been the id.
    if (tag.faults.length === 0)
      problems.push({ rule: "citation-arguments", offset, message: `The source id is missing. Write ${shape[name]}.` });
    return { request: undefined, problems };
  }
  const pinpoint = readPlace(place, tag, name, problems);
  if (!pinpoint || !place) return { request: undefined, problems };
  const asOption = options.get("as");
  const main: CitationRequest = {
    sourceId: source.value,
    sourceOffset: source.valueOffset,
    pinpoint,
    pinpointOffset: place.valueOffset,
    relation: readRelation(asOption, problems),
    relationOffset: asOption?.valueOffset ?? tag.start,
    ...optionalText(options, problems),
  };
  const other = options.get("beside");
  if (!other) return { request: { main }, problems };
  const beside: CitationRequest = { ...main, sourceId: other.value, sourceOffset: other.valueOffset };
  return { request: { main, beside }, problems };
}

function readOptions(tag: Tag, name: TagName, problems: TagProblem[]): Map<string, TagArgument> {
  const options = new Map<string, TagArgument>();
  for (const argument of tag.arguments) {
    if (argument.name === undefined) continue;
    if (!optionsOf[name].includes(argument.name)) {
      const [near] = nearest(argument.name, optionsOf[name]);
      const has = `A ${name} has ${optionsOf[name].map((option) => `${option}=`).join(", ")}.`;
      const fix = near === undefined ? "Take it out." : `Write ${near}="…".`;
      const message = `There is no option "${argument.name}". ${has} ${fix}`;
      problems.push({ rule: "option-known", offset: argument.offset, message });
    } else if (options.has(argument.name)) {
      const message = `${argument.name}= is given twice. Keep one.`;
      problems.push({ rule: "citation-arguments", offset: argument.offset, message });
    } else options.set(argument.name, argument);
  }
  return options;
}

function readPlace(
  place: TagArgument | undefined,
  tag: Tag,
  name: TagName,
  problems: TagProblem[],
): Pinpoint | undefined {
  if (!place) {
    const message = `The paragraph is missing: a ${name} names an exact place. Write ${shape[name]}.`;
    problems.push({ rule: "citation-arguments", offset: tag.start, message });
    return undefined;
  }
  // Nunjucks reads 14.10 as the number 14.1, so only a string keeps such a label.
  if (place.isNumber && !/^\d+$/.test(place.value)) {
    const message = `Only a whole number may stand without quotation marks. Write "${place.value}".`;
    problems.push({ rule: "citation-arguments", offset: place.valueOffset, message });
    return undefined;
  }
  const pinpoint = readPinpoint(place.value);
  if (!pinpoint) {
    const message = `"${place.value}" is not a pinpoint. Write a label, a range or a list, such as 7, "7-9" or "7, 12".`;
    problems.push({ rule: "citation-arguments", offset: place.valueOffset, message });
  }
  return pinpoint;
}

function readRelation(option: TagArgument | undefined, problems: TagProblem[]): Relation {
  if (!option) return "supports";
  if (isRelation(option.value)) return option.value;
  const [near] = nearest(option.value, relations);
  const fix = near === undefined ? `Write one of ${relations.join(", ")}.` : `Write as="${near}".`;
  const message = `There is no relation "${option.value}". ${fix}`;
  problems.push({ rule: "relation-known", offset: option.valueOffset, message });
  return "supports";
}

function optionalText(
  options: ReadonlyMap<string, TagArgument>,
  problems: TagProblem[],
): Pick<CitationRequest, "quotation" | "remark"> {
  const quote = options.get("quote");
  const note = options.get("note");
  for (const option of [quote, note, options.get("beside")]) {
    if (option?.value.trim() === "") {
      const message = `${option.name ?? ""}= is empty. Fill it in or take it out.`;
      problems.push({ rule: "citation-arguments", offset: option.valueOffset, message });
    }
  }
  const altered = readAltered(options, problems);
  return {
    ...(quote && quote.value.trim() !== "" && { quotation: { text: quote.value, altered, offset: quote.valueOffset } }),
    ...(note && note.value.trim() !== "" && { remark: note.value }),
  };
}

function readAltered(options: ReadonlyMap<string, TagArgument>, problems: TagProblem[]): boolean {
  const option = options.get("altered");
  if (!option) return false;
  if (!options.has("quote")) {
    const message = "altered= says something of a quotation, and there is no quote=. Take it out.";
    problems.push({ rule: "citation-arguments", offset: option.offset, message });
  } else if (option.value !== "yes" || option.isNumber) {
    const message = `altered= cannot be "${shorten(option.value)}". Write altered="yes", or take it out.`;
    problems.push({ rule: "citation-arguments", offset: option.valueOffset, message });
  }
  return true;
}
