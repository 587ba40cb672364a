import type { Page } from "playwright-core";

/**
 * Open a page of a preview and wait until it listens for reloads, which comes after it is
 * shown. What was open before may just then be loaded again and listen too, for nothing.
 */
export async function openListening(page: Page, url: string): Promise<void> {
  let hasLeft = false;
  page.once("framenavigated", () => {
    hasLeft = true;
  });
  const greeting = new Promise<void>((resolve) => {
    page.on("websocket", (socket) => {
      if (hasLeft)
        socket.once("framereceived", () => {
          resolve();
        });
    });
  });
  await page.goto(url);
  await greeting;
}
