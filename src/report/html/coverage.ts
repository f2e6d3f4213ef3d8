import type { Undecided } from "../../rules/run";
import { partialSum } from "../counts";
import type { Contents } from "./contents";
import { html, plural, type Markup } from "./markup";

const list = (sentences: readonly string[]): Markup =>
  html`<ul>
    ${sentences.map((one) => html`<li>${one}</li>`)}
  </ul>`;

/** What was not looked at, and what crashed. */
function gapsPart({ report }: Contents): Markup | undefined {
  const { gaps, crashes } = report;
  const partial = partialSum(report);
  const failing = gaps.filter(({ fails }) => fails);
  const others = gaps.filter(({ fails }) => !fails);
  return html`${
    failing.length > 0 &&
    html`<h3>Not checked, so this is not a pass</h3>
      ${list(failing.map(({ kind, message }) => `${kind}: ${message}`))}
      <p>${partial}</p>`
  }
  ${
    crashes.length > 0 &&
    html`<h3>Crashed</h3>
      <p>${plural(crashes.length, "rule")} crashed inside preflight; please report it:</p>
      ${list(crashes)}`
  }
  ${
    others.length > 0 &&
    html`<h3>Good to know</h3>
      ${list(others.map(({ message }) => message))}`
  }`;
}

const when = (from: readonly string[]): string =>
  from.length === 0
    ? "once it is deployed"
    : `once ${from.length === 1 ? "it exists" : "they exist"}: ${from.join(", ")}`;

const undecidedRow = ({ rule, name, path, from }: Undecided): Markup =>
  html`<li>
    <span class="name">${path === "" ? name : `${name}.${path}`}</span> <code>${rule.id}</code>
    <span class="quiet">known ${when(from)}</span>
  </li>`;

function undecidedPart({ report: { undecided }, totals }: Contents): Markup | undefined {
  const left = totals.undecided - undecided.length;
  return totals.undecided === 0
    ? undefined
    : html`<h3>Undecided <span class="tally">${totals.undecided}</span></h3>
        <p>These checks have neither passed nor failed: their values are not known before the deployment.</p>
        <ul class="rows">
          ${undecided.map(undecidedRow)}
        </ul>
        ${
          left > 0 &&
          html`<p class="left">
            ${left} more are not on this page. The JSON report has all: <code>--format json=report.json</code>
          </p>`
        }`;
}

/** What the findings do not cover. */
export function coverage(contents: Contents): Markup {
  const { report, totals } = contents;
  const isWhole = report.gaps.length + report.crashes.length + totals.undecided === 0;
  return html`<section class="panel" id="coverage" aria-labelledby="coverage-title">
    <h2 id="coverage-title">What was not checked</h2>
    ${isWhole ? html`<p class="quiet">Everything was checked.</p>` : html`${gapsPart(contents)} ${undecidedPart(contents)}`}
  </section>`;
}
