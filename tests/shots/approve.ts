import type { Browser } from "playwright-core";
import { serveComponents } from "../support/rendered-components.ts";
import { approve, approvedNames, disapprove, faultOf } from "./approved-pictures.ts";
import { Camera } from "./camera.ts";
import { comparedPictures } from "./compared.ts";
import { pictureFile } from "./picture-file.ts";

/**
 * Approve the pictures of the components as they are now, and say which have changed; what
 * is the same stays as it is. With no words also take away the pictures of what is no more.
 *
 * @param browser the pinned one. @param words those of which one must stand in a picture's name.
 */
export async function approvePictures(browser: Browser, words: readonly string[]): Promise<void> {
  const isWanted = (name: string) => words.length === 0 || words.some((word) => name.includes(word));
  for (const direction of ["ltr", "rtl"] as const) {
    const wanted = comparedPictures(direction, "").filter(({ name }) => isWanted(name));
    if (wanted.length === 0) continue;
    const served = await serveComponents(direction);
    const camera = new Camera(browser);
    try {
      for (const { name, subject, view } of wanted) {
        const picture = await pictureFile(await camera.take({ ...subject, url: served.url + subject.url }, view));
        if ((await faultOf(name, picture)) === undefined) continue;
        approve(name, picture);
        console.log(`approved     ${name}`);
      }
    } finally {
      await served.close();
    }
    const all = new Set(comparedPictures(direction, "").map(({ name }) => name));
    for (const name of words.length === 0 ? approvedNames(direction) : []) {
      if (all.has(name)) continue;
      disapprove(name);
      console.log(`taken away   ${name}`);
    }
  }
}
