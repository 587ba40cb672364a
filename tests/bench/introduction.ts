import type { ContenderName } from "./contender.ts";
import { describeMachine } from "./machine.ts";
import type { Figures } from "./result.ts";

/** What is measured and how, said before the figures. @param peers those that were asked for, installed or not. */
export function introduction(
  { machine, cores, rounds, wholeTree, versions }: Figures,
  peers: readonly ContenderName[],
): string {
  const lines = [
    `How long Pincite ${versions.pincite ?? ""} takes to make a site of a made-up library.`,
    ...(peers.includes("floor")
      ? [
          "The floor is one loop that reads each file, renders its Markdown and writes a page: the least that one process of Node does.",
        ]
      : []),
    ...(peers.includes("eleventy")
      ? [
          `Eleventy ${versions.eleventy ?? ""} builds a plain project: citations as notes, backlinks, lists; no checks, no search.`,
        ]
      : []),
    ...(peers.includes("hugo") ? [hugoLine(versions.hugo)] : []),
    `All take turns, ${rounds} ${rounds === 1 ? "round" : "rounds"}, each build in a process of its own${cores === undefined ? "" : `, held to ${cores === 1 ? "1 core" : `${cores} cores`}`}. Figures are medians.`,
    "× compares with the cold build of Hugo, or else of the floor, in the same round. Files and bytes written are those that were not there before, in the site and in what is kept for the next build.",
    wholeTree
      ? "CPU and memory are those of the whole process tree, sampled; memory is resident memory (RSS), and what processes share counts in each."
      : "CPU and memory are those of the Node process alone, and of other programs not known: this system does not show them.",
    `Machine: ${describeMachine(machine)}`,
  ];
  return lines.join("\n");
}

function hugoLine(version: string | undefined): string {
  return version === undefined
    ? "Hugo is not installed, so its rows are left out; on Debian, apt-get install hugo installs it."
    : `Hugo ${version} builds the same site as Eleventy.`;
}
