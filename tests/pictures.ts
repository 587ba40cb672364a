import { fileURLToPath } from "node:url";
import { Camera } from "./shots/camera.ts";
import { launchBrowser } from "./support/browser.ts";
import { serveSite } from "./support/static-server.ts";

/** Takes the pictures that the README shows from the built example site: `npm run pictures`, after a build. */
const images = fileURLToPath(new URL("../docs/images/", import.meta.url));
const site = await serveSite(fileURLToPath(new URL("../dist", import.meta.url)));
const browser = await launchBrowser();
try {
  const camera = new Camera(browser, { density: 1.5, height: 620 });
  const page = await camera.open(
    { url: `${site.url}briefs/sanctuary-and-assurances/` },
    { width: 1000, colorScheme: "light" },
  );
  const mark = page.locator("p", { hasText: "Numbers." }).locator(".noteref a").first();
  await mark.scrollIntoViewIfNeeded();
  await mark.click();
  await page.locator(".note-popover:popover-open").waitFor();
  await page.screenshot({ path: `${images}note.png` });

  await page.locator(".note-popover .pinpoint a").first().click();
  await page.locator(".arrival:target").waitFor();
  await page.screenshot({ path: `${images}paragraph.png` });
} finally {
  await browser.close();
  await site.close();
}
