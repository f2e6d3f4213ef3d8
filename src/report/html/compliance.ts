import { totals, type Compliance, type ControlOutcome, type Status } from "../compliance";
import { exemptionOf, placeOf, STATUS_TEXT, totalsOf } from "../compliance-text";
import type { Report } from "../report";
import { html, type Markup } from "./markup";

function row({ reference, title, severity = "", rules, reason, evidence }: ControlOutcome): Markup {
  return html`<tr>
    <th scope="row">${reference}</th>
    <td>
      ${title} ${reason !== undefined && html`<p class="quiet">${reason}</p>`}
      ${
        evidence.length > 0 &&
        html`<ul>
          ${evidence.map((one) => html`<li><strong>${placeOf(one)}</strong>: ${one.message} ${exemptionOf(one)}</li>`)}
        </ul>`
      }
    </td>
    <td>${severity}</td>
    <td>${rules.map((id) => html`<code>${id}</code> `)}</td>
  </tr>`;
}

function group({ controls }: Compliance, status: Status, count: number): Markup {
  return html`<details ${(status === "fail" || status === "undecided") && html`open`}>
    <summary>${STATUS_TEXT[status]}: ${count}</summary>
    <table>
      <thead>
        <tr>
          <th scope="col">Control</th>
          <th scope="col">Requirement</th>
          <th scope="col">Severity</th>
          <th scope="col">Rules</th>
        </tr>
      </thead>
      <tbody>
        ${controls.filter((control) => control.status === status).map(row)}
      </tbody>
    </table>
  </details>`;
}

/** What became of the controls of each framework that was chosen, by status: those that fail first. */
export function compliance({ compliance: all = [] }: Report): Markup | undefined {
  if (all.length === 0) {
    return undefined;
  }
  return html`<section class="compliance" aria-labelledby="compliance">
    <h2 id="compliance">Compliance</h2>
    ${all.map(
      (one) =>
        html`<h3>${one.title} ${one.version}</h3>
          <p>${totalsOf(one)}</p>
          ${totals(one).map(([status, count]) => group(one, status, count))}
          <p class="quiet">Source: ${one.source}; ${one.date}.</p>`,
    )}
  </section>`;
}
