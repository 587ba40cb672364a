import { addressOf, componentPages, type Direction } from "../components/component-pages.ts";
import type { Subject, View } from "./camera.ts";

/** A picture that is compared with one that a person has approved. */
export interface ComparedPicture {
  /** Such as "ltr/notes-360-light"; its file below tests/approved/ has the ending .webp. */
  readonly name: string;
  readonly subject: Subject;
  readonly view: View;
}

/**
 * Every page of the components in four of twelve ways, so that each width meets both colours
 * and both directions, and each colour both directions: more of them would show the same
 * rules of the same style sheets again.
 */
const views: Readonly<Record<Direction, readonly View[]>> = {
  ltr: [
    { width: 360, colorScheme: "light" },
    { width: 1440, colorScheme: "dark" },
  ],
  rtl: [
    { width: 360, colorScheme: "dark" },
    { width: 1440, colorScheme: "light" },
  ],
};

/** Between the two: pages that are laid out in more columns than one. */
const tablet: Readonly<Record<Direction, View>> = {
  ltr: { width: 768, colorScheme: "light" },
  rtl: { width: 768, colorScheme: "dark" },
};
const onTablets = new Set(["beside", "corrected", "evidence-box", "home", "search-found", "source-full"]);

/** As wide as the text of A4. */
const paper: View = { width: 680, colorScheme: "light", isPrint: true };
const onPaper = new Set(["beside", "blocks", "evidence-of-brief", "notes", "source-digest", "source-full"]);

/** What lies over a page stands where its window is. */
const inWindows = new Set(["arrival", "note-open", "search-dialog", "with-source"]);

/** The pictures of one direction. @param url where the pages of the components are served, with a slash at the end. */
export function comparedPictures(direction: Direction, url: string): ComparedPicture[] {
  return componentPages.flatMap((page) => {
    const { name, reach, withheld } = page;
    const subject: Subject = {
      url: url + addressOf(page, direction),
      ...(withheld !== undefined && { withheld }),
      ...(reach && { reach }),
      isWindow: inWindows.has(name),
    };
    const all = [
      ...views[direction],
      ...(onTablets.has(name) ? [tablet[direction]] : []),
      ...(onPaper.has(name) ? [paper] : []),
    ];
    return all.map((view) => ({ name: `${direction}/${name}-${nameOf(view)}`, subject, view }));
  });
}

function nameOf({ width, colorScheme, isPrint }: View): string {
  return isPrint ? "print" : `${width}-${colorScheme}`;
}
