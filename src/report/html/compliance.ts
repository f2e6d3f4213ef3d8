import { totals, type Compliance, type ControlOutcome, type Evidence, type Status } from "../compliance";
import { exemptionOf, placeOf, STATUS_TEXT, totalsOf } from "../compliance-text";
import type { Contents } from "./contents";
import { html, withCode, type Markup } from "./markup";

/** Gives the fragment of a finding on the page by its rule and resource. */
type Links = ReadonlyMap<string, string>;

const keyOf = (rule: string, urn: string | undefined): string => `${rule} ${urn ?? ""}`;

function evidenceRow(one: Evidence, links: Links): Markup {
  const { rule, urn, message } = one;
  if (rule === "") {
    return html`<li class="quiet">${message}</li>`;
  }
  const id = links.get(keyOf(rule, urn));
  const place = placeOf(one);
  return html`<li>
    ${id === undefined ? html`<strong>${place}</strong>` : html`<a href="#${id}">${place}</a>`}: ${withCode(message)}
    ${exemptionOf(one)}
  </li>`;
}

function row({ reference, title, severity, rules, reason, evidence }: ControlOutcome, links: Links): Markup {
  return html`<li>
    <p>
      <b class="reference">${reference}</b> ${title}
      ${severity !== undefined && html`<span class="severity is-${severity.toLowerCase()}">${severity.toLowerCase()}</span>`}
    </p>
    ${reason !== undefined && html`<p class="quiet small">${reason}</p>`}
    ${
      evidence.length > 0 &&
      html`<ul>
        ${evidence.map((one) => evidenceRow(one, links))}
      </ul>`
    }
    ${rules.length > 0 && html`<p class="quiet small">${rules.map((id) => html`<code>${id}</code> `)}</p>`}
  </li>`;
}

/** The statuses as shares of one bar; the words beneath say the same. */
function bar({ controls, ...compliance }: Compliance): Markup {
  const counts = totals({ controls, ...compliance });
  let from = 0;
  return html`<svg class="shares" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
    ${counts.map(([status, count]) => {
      const width = Math.round((count / Math.max(1, controls.length)) * 1000);
      from += width;
      return html`<rect
        class="is-${status.replaceAll(" ", "-")}"
        x="${String(from - width)}"
        width="${String(width)}"
        height="10"
      />`;
    })}
  </svg>`;
}

function group({ controls }: Compliance, status: Status, count: number, links: Links): Markup {
  return html`<details class="status-of" ${(status === "fail" || status === "undecided") && html`open`}>
    <summary>
      <span class="swatch is-${status.replaceAll(" ", "-")}" aria-hidden="true"></span>${STATUS_TEXT[status]}
      <span class="tally">${count}</span>
    </summary>
    <ul class="controls">
      ${controls.filter((control) => control.status === status).map((control) => row(control, links))}
    </ul>
  </details>`;
}

/** What became of the controls of each framework that was chosen, by status: those that fail first. */
export function compliance({ report: { compliance: all = [] }, groups }: Contents): Markup | undefined {
  if (all.length === 0) {
    return undefined;
  }
  const links = new Map<string, string>();
  for (const { rule, urn, id } of groups.flatMap(({ findings }) => findings)) {
    const key = keyOf(rule.id, urn);
    links.set(key, links.get(key) ?? id);
  }
  return html`<section class="panel" id="compliance" aria-labelledby="compliance-title">
    <h2 id="compliance-title">Compliance</h2>
    ${all.map(
      (one) =>
        html`<h3>${one.title} ${one.version}</h3>
          ${bar(one)}
          <p>${totalsOf(one)}</p>
          ${totals(one).map(([status, count]) => group(one, status, count, links))}
          <p class="quiet small">Source: ${one.source}; ${one.date}.</p>`,
    )}
  </section>`;
}
