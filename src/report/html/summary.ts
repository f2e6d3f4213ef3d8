import { SEVERITIES } from "../../rules/rule";
import type { Report } from "../report";
import { categoriesOf, type Digest, type ShownFinding } from "./digest";
import { failingKinds } from "../counts";
import { plural } from "../lines";
import { html, type Markup } from "./markup";

const mandatoryOf = (findings: readonly ShownFinding[]): ShownFinding[] =>
  findings.filter(({ level }) => level === "mandatory");

function verdict({ findings, report }: Digest): string {
  const mandatory = mandatoryOf(findings).length;
  if (mandatory > 0) {
    return `${plural(mandatory, "mandatory finding")} ${mandatory === 1 ? "stops" : "stop"} this deployment.`;
  }
  if (failingKinds(report).length > 0) {
    return "Not everything was checked, so this is not a pass.";
  }
  if (findings.length > 0) {
    return "Nothing stops this deployment; some findings advise.";
  }
  return report.inBaseline > 0 ? "Nothing new since the baseline." : "No findings.";
}

const figure = (name: string, value: number): Markup =>
  html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;

function figures({ findings, resources, report }: Digest): Markup {
  const mandatory = mandatoryOf(findings).length;
  const exempted = findings.filter(({ isExempt }) => isExempt).length;
  return html`<dl class="figures">
    ${figure("mandatory", mandatory)} ${figure("advisory", findings.length - mandatory)}
    ${exempted > 0 && figure("of them exempted", exempted)} ${figure("not decided yet", report.undecided.length)}
    ${report.inBaseline > 0 && figure("left to the baseline", report.inBaseline)}
    ${figure("resources", report.resources.length)} ${figure("resources with findings", resources.size)}
  </dl>`;
}

const BAR = 120;

function row(name: string, findings: readonly ShownFinding[], most: number): Markup {
  const mandatory = mandatoryOf(findings).length;
  const width = (share: number): string => String(Math.round((share / most) * BAR));
  return html`<tr>
    <th scope="row">${name}</th>
    <td>${mandatory}</td>
    <td>${findings.length - mandatory}</td>
    <td class="share" aria-hidden="true">
      <svg width="${BAR}" height="8" viewBox="0 0 ${BAR} 8" preserveAspectRatio="none">
        <rect class="advisory" width="${width(findings.length)}" height="8" />
        <rect class="mandatory" width="${width(mandatory)}" height="8" />
      </svg>
    </td>
  </tr>`;
}

function table(caption: string, rows: readonly [name: string, findings: readonly ShownFinding[]][]): Markup {
  const most = Math.max(1, ...rows.map(([, findings]) => findings.length));
  return html`<table class="totals">
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        <th scope="col"><span class="unseen">${caption}</span></th>
        <th scope="col">mandatory</th>
        <th scope="col">advisory</th>
        <td></td>
      </tr>
    </thead>
    <tbody>
      ${rows.map(([name, findings]) => row(name, findings, most))}
    </tbody>
  </table>`;
}

function totals({ findings }: Digest): Markup {
  return html`<div class="tables">
    ${table(
      "By severity",
      SEVERITIES.map((severity) => [severity, findings.filter(({ rule }) => rule.severity === severity)]),
    )}
    ${table(
      "By category",
      categoriesOf(findings).map((category) => [category, findings.filter(({ rule }) => rule.category === category)]),
    )}
  </div>`;
}

/** What was checked, when, and what it came to. */
export function summary(digest: Digest): Markup {
  return html`<section class="summary" aria-labelledby="verdict">
    <p class="verdict" id="verdict">${verdict(digest)}</p>
    ${figures(digest)} ${digest.findings.length > 0 && totals(digest)}
  </section>`;
}

export function masthead({ project, stack, day }: Report): Markup {
  return html`<header class="masthead">
    <div>
      <p class="kicker">Preflight report</p>
      <h1>${project} <span class="quiet">/</span> ${stack}</h1>
      <p class="quiet">Checked as of <time datetime="${day}">${day}</time></p>
    </div>
    <label class="theme" data-script hidden
      >Colours
      <select id="theme">
        <option value="">as the system</option>
        <option value="light">light</option>
        <option value="dark">dark</option>
      </select></label
    >
  </header>`;
}
