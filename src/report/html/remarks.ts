import type { Undecided } from "../../rules/run";
import type { Report } from "../report";
import type { Digest, ShownFinding } from "./digest";
import { partialSum } from "../counts";
import { plural } from "../lines";
import { html, type Markup } from "./markup";

const list = (sentences: readonly string[]): Markup =>
  html`<ul>
    ${sentences.map((one) => html`<li>${one}</li>`)}
  </ul>`;

/** What was not looked at, and what failed inside: before all else, since the rest is read in its light. */
export function caveats(report: Report): Markup | undefined {
  const { gaps, crashes } = report;
  if (gaps.length + crashes.length === 0) {
    return undefined;
  }
  const partial = partialSum(report);
  const failing = gaps.filter(({ fails }) => fails);
  const others = gaps.filter(({ fails }) => !fails);
  return html`<section class="caveats" aria-labelledby="caveats">
    <h2 id="caveats">What this report does not cover</h2>
    ${partial !== undefined && html`<p><strong>${partial}</strong></p>`}
    ${failing.length > 0 && list(failing.map(({ kind, message }) => `${kind}: ${message}`))}
    ${others.length > 0 && list(others.map(({ message }) => message))}
    ${
      crashes.length > 0 &&
      html`<p>${plural(crashes.length, "rule")} crashed inside preflight; please report it:</p>
        ${list(crashes)}`
    }
  </section>`;
}

function exemptedRow({ id, rule, name, exemption }: ShownFinding): Markup {
  return html`<tr>
    <td><a href="#${id}">${rule.id}</a></td>
    <td>${name ?? "the stack"}</td>
    <td>${exemption?.exemption.reason}</td>
    <td>
      <time>${exemption?.exemption.until}</time>${
        exemption?.state === "expired" && html` <strong>ended; the finding counts again</strong>`
      }
    </td>
  </tr>`;
}

function exempted({ findings }: Digest): Markup | undefined {
  const met = findings.filter(({ exemption }) => exemption !== undefined);
  if (met.length === 0) {
    return undefined;
  }
  return html`<section aria-labelledby="exempted">
    <h2 id="exempted">Exemptions</h2>
    <div class="wide" tabindex="0" role="region" aria-labelledby="exempted">
      <table>
        <thead>
          <tr>
            <th scope="col">Rule</th>
            <th scope="col">Resource</th>
            <th scope="col">Reason</th>
            <th scope="col">Until</th>
          </tr>
        </thead>
        <tbody>
          ${met.map(exemptedRow)}
        </tbody>
      </table>
    </div>
  </section>`;
}

const when = (from: readonly string[]): string =>
  from.length === 0
    ? "once it is deployed"
    : `once ${from.length === 1 ? "it exists" : "they exist"}: ${from.join(", ")}`;

const undecidedRow = ({ rule, name, path, from }: Undecided): Markup =>
  html`<tr>
    <td>${rule.id}</td>
    <td>${name}</td>
    <td><code>${path}</code></td>
    <td>${when(from)}</td>
  </tr>`;

function undecided(report: Report): Markup | undefined {
  if (report.undecided.length === 0) {
    return undefined;
  }
  return html`<section aria-labelledby="undecided">
    <h2 id="undecided">Not decided yet</h2>
    <details class="plain">
      <summary>
        ${plural(report.undecided.length, "check")}, neither passed nor failed: the value is not known in a preview
      </summary>
      <div class="wide" tabindex="0" role="region" aria-labelledby="undecided">
        <table>
          <thead>
            <tr>
              <th scope="col">Rule</th>
              <th scope="col">Resource</th>
              <th scope="col">Property</th>
              <th scope="col">Known</th>
            </tr>
          </thead>
          <tbody>
            ${report.undecided.map(undecidedRow)}
          </tbody>
        </table>
      </div>
    </details>
  </section>`;
}

function baseline({ inBaseline }: Report): Markup | undefined {
  if (inBaseline === 0) {
    return undefined;
  }
  return html`<section aria-labelledby="baseline">
    <h2 id="baseline">Baseline</h2>
    <p>
      ${plural(inBaseline, "finding")} ${inBaseline === 1 ? "is" : "are"} left out, since the baseline has
      ${inBaseline === 1 ? "it" : "them"}.
    </p>
  </section>`;
}

/** What is not a finding but belongs in the report. */
export const remarks = (digest: Digest): Markup =>
  html`${exempted(digest)} ${undecided(digest.report)} ${baseline(digest.report)}`;
