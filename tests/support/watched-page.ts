import type { BrowserContext, Page } from "playwright-core";

export interface WatchedPage {
  readonly page: Page;
  /** Errors, refusals of the content security policy, and dialogs, in the order they came. */
  readonly complaints: readonly string[];
}

/** Open a page that keeps a list of all that goes wrong in it, whichever addresses it goes to. */
export async function openWatchedPage(context: BrowserContext): Promise<WatchedPage> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => {
    complaints.push(String(error));
  });
  page.on("dialog", (dialog) => {
    complaints.push(`A dialog said "${dialog.message()}".`);
    void dialog.dismiss();
  });
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "";
    // Whoever leaves a page breaks off what it was still loading.
    if (reason !== "net::ERR_ABORTED") complaints.push(`${request.url()}: ${reason}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.url()}: ${response.status()}`);
  });
  return { page, complaints };
}
