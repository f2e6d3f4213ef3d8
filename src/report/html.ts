import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compliance } from "./html/compliance";
import { contentsOf, totalOf, type PageOptions } from "./html/contents";
import { coverage } from "./html/coverage";
import { filters } from "./html/filters";
import { parts } from "./html/findings";
import { resources } from "./html/map";
import { html, Markup } from "./html/markup";
import { paletteStyles } from "./html/palette";
import { masthead, summary, tabs } from "./html/summary";
import type { Report } from "./report";

// Browsers hash lines with their ends as HTML has them, whatever a checkout has made of them.
const asset = (name: string): string =>
  readFileSync(join(__dirname, "html", "assets", name), "utf8").replace(/\r\n/g, "\n");

/** The page's script, in the order in which its parts use each other. */
const SCRIPTS = ["dom.js", "preferences.js", "copy.js", "map.js", "filter.js", "start.js"];

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
export function htmlReport(raw: Report, options: PageOptions = {}): string {
  const styles = paletteStyles() + asset("report.css");
  const script = SCRIPTS.map(asset).join("");
  const contents = contentsOf(raw, options);
  const { report, groups, fixed } = contents;
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
          ${summary(contents)} ${tabs(contents)}
          <section class="panel" id="findings" aria-labelledby="findings-title" tabindex="-1">
            <h2 id="findings-title" class="unseen">Findings</h2>
            ${
              groups.length + fixed.length === 0
                ? html`<p class="quiet">There is nothing to fix.</p>`
                : html`${totalOf(groups) > 0 && filters(contents)} ${parts(contents)}`
            }
          </section>
          ${resources(contents)} ${compliance(contents)} ${coverage(contents)}
        </main>
        <footer>Written by preflight, the policy pack pulumi-preflight-aws.</footer>
        <p class="toast" id="toast" role="status"></p>
        ${new Markup(`<script>${script}</script>`)}
      </body>
    </html> `.text;
}
