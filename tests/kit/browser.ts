import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser as Chromium, type Page } from "playwright-core";

const CHROMIUM = "/usr/bin/chromium";

/** `describe` for what needs a browser; skipped under its name where Debian's Chromium is not installed. */
export function describeInBrowser(name: string, suite: () => void): void {
  if (existsSync(CHROMIUM)) {
    describe(name, suite);
  } else {
    describe.skip(`${name} (needs ${CHROMIUM})`, suite);
  }
}

/** A page that is open in a real browser, with its requests and errors. */
export interface Opened {
  page: Page;
  /** Addresses outside the file itself; none of them is answered. */
  requests: string[];
  /** Errors and warnings, those of the content security policy included. */
  complaints: string[];
  dialogs: string[];
}

export interface Look {
  width?: number;
  scheme?: "light" | "dark";
  scripts?: boolean;
}

/** One headless Chromium for a test file; each page has a profile of its own. */
export class Browser {
  private readonly folder = mkdtempSync(join(tmpdir(), "preflight-browser-"));
  private pages = 0;
  private chromium: Promise<Chromium> | undefined;

  async open(html: string, { width = 1440, scheme = "light", scripts = true }: Look = {}): Promise<Opened> {
    this.chromium ??= chromium.launch({
      executablePath: CHROMIUM,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    });
    const file = join(this.folder, `${String(this.pages++)}.html`);
    writeFileSync(file, html);
    const context = await (
      await this.chromium
    ).newContext({
      viewport: { width, height: 900 },
      colorScheme: scheme,
      javaScriptEnabled: scripts,
      reducedMotion: "reduce",
    });
    const address = pathToFileURL(file).href;
    const opened: Opened = { page: await context.newPage(), requests: [], complaints: [], dialogs: [] };
    await context.route(
      (url) => url.href.split("#", 1)[0] !== address,
      (route) => {
        opened.requests.push(route.request().url());
        return route.abort();
      },
    );
    opened.page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) {
        opened.complaints.push(message.text());
      }
    });
    opened.page.on("pageerror", ({ message }) => opened.complaints.push(message));
    opened.page.on("dialog", (dialog) => {
      opened.dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await opened.page.goto(address);
    return opened;
  }

  async close(): Promise<void> {
    await (await this.chromium)?.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
