import { SEVERITIES } from "../../rules/rule";
import { categoriesOf, shortType, type Digest } from "./digest";
import { plural } from "../lines";
import { html, type Markup } from "./markup";

type Option = readonly [value: string, label: string];

function choice(key: string, label: string, options: readonly Option[]): Markup {
  return html`<label
    >${label}
    <select data-filter="${key}">
      <option value="">all</option>
      ${options.map(([value, text]) => html`<option value="${value}">${text}</option>`)}
    </select></label
  >`;
}

const same = (values: readonly string[]): Option[] => values.map((value) => [value, value]);

const byLabel = ([, one]: Option, [, other]: Option): number => (one < other ? -1 : one > other ? 1 : 0);

/** The controls that choose findings; of use only where the script runs. */
export function filters(digest: Digest): Markup {
  const { findings, groups, resources: reported } = digest;
  const severities = SEVERITIES.filter((severity) => findings.some(({ rule }) => rule.severity === severity));
  const resources = [...reported.values()].map(({ key, name, type, findings: its }): Option => [
    key,
    `${name} — ${shortType(type)} (${String(its.length)})`,
  ]);
  return html`<div class="filters" role="search" aria-label="Findings" data-script hidden>
      <label class="search"
        >Search <kbd>/</kbd>
        <input type="search" id="search" autocomplete="off" spellcheck="false" aria-keyshortcuts="/"
      /></label>
      ${choice("level", "Level", same(["mandatory", "advisory"]))} ${choice("severity", "Severity", same(severities))}
      ${choice("category", "Category", same(categoriesOf(findings)))}
      ${choice("rule", "Rule", same(groups.map(({ rule }) => rule.id).sort()))}
      ${choice("resource", "Resource", resources.sort(byLabel))}
      ${
        findings.some(({ isExempt }) => isExempt) &&
        choice("exempted", "Exempted", [
          ["yes", "only"],
          ["no", "not"],
        ])
      }
      <div class="actions">
        <button type="button" id="clear">Clear</button>
        <button type="button" id="unfold">Open all</button>
        <button type="button" id="fold">Close all</button>
      </div>
    </div>
    <p class="count" id="count" role="status" aria-live="polite">${plural(findings.length, "finding")}</p>`;
}
