import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Direction } from "../components/component-pages.ts";
import { launchPinnedBrowser } from "../support/browser.ts";
import { serveComponents, type ServedComponents } from "../support/rendered-components.ts";
import { faultOf, faultsOfExtra } from "./approved-pictures.ts";
import { Camera } from "./camera.ts";
import { comparedPictures } from "./compared.ts";
import { pictureFile } from "./picture-file.ts";

/** The tests of one direction, a picture each. */
export function comparePicturesOf(direction: Direction): void {
  let served: ServedComponents;
  let browser: Browser;
  let camera: Camera;

  beforeAll(async () => {
    served = await serveComponents(direction);
    browser = await launchPinnedBrowser();
    camera = new Camera(browser);
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  const names = comparedPictures(direction, "").map(({ name }) => name);

  test.each(names)("%s is as it was approved", async (name) => {
    const picture = comparedPictures(direction, served.url).find((one) => one.name === name);
    if (!picture) throw new Error(`There is no picture ${name}`);
    const taken = await pictureFile(await camera.take(picture.subject, picture.view));
    expect(await faultOf(name, taken)).toBeUndefined();
  });

  test("no picture is approved of what is no more", () => {
    expect(faultsOfExtra(direction, names)).toEqual([]);
  });
}
