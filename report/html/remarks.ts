import type { Undecided } from "../../policies/run";
import type { Report } from "../report";
import type { Digest, Finding } from "./digest";
import { plural } from "../lines";
import { html, type Markup } from "./markup";

const list = (sentences: readonly string[]): Markup =>
  html`<ul>
    ${sentences.map((one) => html`<li>${one}</li>`)}
  </ul>`;

/** What was not looked at, and what failed inside: before all else, since the rest is read in its light. */
export function caveats({ notes, faults }: Report): Markup | undefined {
  if (notes.length + faults.length === 0) {
    return undefined;
  }
  return html`<section class="caveats" aria-labelledby="caveats">
    <h2 id="caveats">What this report does not cover</h2>
    ${notes.length > 0 && list(notes)}
    ${
      faults.length > 0 &&
      html`<p>${plural(faults.length, "rule")} failed inside preflight; please report it:</p>
        ${list(faults)}`
    }
  </section>`;
}

function exemptedRow({ id, rule, name, exemption }: Finding): Markup {
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

/** What is no finding, and is said all the same. */
export const remarks = (digest: Digest): Markup =>
  html`${exempted(digest)} ${undecided(digest.report)} ${baseline(digest.report)}`;
