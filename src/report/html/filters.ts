import { categoriesOf, totalOf, type Contents } from "./contents";
import { html, plural, type Markup } from "./markup";
import { shortType, type ShownFinding } from "./shown";

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

/** The resources of the findings, by name. */
function resourceOptions(findings: readonly ShownFinding[]): Option[] {
  const labels = new Map(
    findings.flatMap(({ resourceKeys, name = "the stack", type, alsoAt = [] }) =>
      resourceKeys.map((key, index) => {
        const at = index === 0 ? { name, type } : (alsoAt[index - 1] ?? { name, type });
        return [key, at.type === undefined ? at.name : `${at.name} (${shortType(at.type)})`] as const;
      }),
    ),
  );
  return [...labels].sort(byLabel);
}

/** The controls that choose findings; of use only where the script runs. */
export function filters({ groups }: Contents): Markup {
  const shown = groups.flatMap(({ findings }) => findings);
  return html`<details class="plain filter-panel" data-script hidden>
      <summary>Search and filter</summary>
      <div class="filters" role="search" aria-label="Findings">
        <label class="search"
          ><span>Search <kbd>/</kbd></span>
          <input type="search" id="search" autocomplete="off" spellcheck="false" aria-keyshortcuts="/"
        /></label>
        ${choice("category", "Category", same(categoriesOf(groups)))}
        ${choice("rule", "Rule", same([...new Set(groups.map(({ rule }) => rule.id))].sort()))}
        ${choice("resource", "Resource", resourceOptions(shown))}
      </div>
    </details>
    <div class="status" data-script hidden>
      <p class="count" id="count" role="status">${plural(totalOf(groups), "finding")}</p>
      <div class="actions">
        <button type="button" class="quiet-button" id="unfold">Open all</button>
        <button type="button" class="quiet-button" id="fold">Close all</button>
        <button type="button" class="quiet-button" data-copy-address>Copy link to this view</button>
      </div>
    </div>`;
}
