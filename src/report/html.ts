import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { forReaders } from "./for-readers";
import { compliance } from "./html/compliance";
import { digest } from "./html/digest";
import { drawing } from "./html/drawing";
import { filters } from "./html/filters";
import { groups } from "./html/findings";
import { html, Markup } from "./html/markup";
import { paletteStyles } from "./html/palette";
import { caveats, remarks } from "./html/remarks";
import { masthead, summary } from "./html/summary";
import type { Report } from "./report";

// Browsers hash lines with their ends as HTML has them, whatever a checkout has made of them.
const asset = (name: string): string =>
  readFileSync(join(__dirname, "html", "assets", name), "utf8").replace(/\r\n/g, "\n");

const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** Nothing is loaded, sent or run but the page's own styles and script, whatever text ends up in it. */
const policy = (styles: string, script: string): string =>
  [
    "default-src 'none'",
    `style-src ${hashOf(styles)}`,
    `script-src ${hashOf(script)}`,
    // Keeps browsers from asking a server for an icon.
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

/** The report as one page that needs nothing else, to be read in a browser, with or without scripts. */
export function htmlReport(raw: Report): string {
  const report = forReaders(raw);
  const styles = paletteStyles() + asset("report.css");
  const script = asset("report.js");
  const digested = digest(report);
  return html`<!doctype html>
    <html lang="en" data-language="${report.language ?? ""}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy(styles, script)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>Preflight: ${report.project}/${report.stack}</title>
        <link rel="icon" href="data:," />
        ${new Markup(`<style>${styles}</style>`)}
      </head>
      <body>
        <a class="skip" href="#findings">Skip to the findings</a>
        ${masthead(report)}
        <main>
          ${summary(digested)} ${caveats(report)} ${drawing(digested)}
          <section aria-labelledby="findings">
            <h2 id="findings" tabindex="-1">Findings</h2>
            ${digested.findings.length === 0 ? html`<p class="quiet">There is nothing to fix.</p>` : html`${filters(digested)} ${groups(digested)}`}
          </section>
          ${compliance(report)} ${remarks(digested)}
        </main>
        <footer>Written by preflight, the policy pack pulumi-preflight-aws.</footer>
        ${new Markup(`<script>${script}</script>`)}
      </body>
    </html> `.text;
}
