import type { Rule } from "../../rules/rule";
import { fixExamples, pageAddressOf, pageOf } from "../../rules/words";
import type { SourcePosition } from "../report";
import type { Digest, ShownFinding, RuleFindings } from "./digest";
import { plural } from "../lines";
import { html, joined, type Markup } from "./markup";

/** How many findings of a rule are shown at once; the rest unfold. */
const SHOWN = 8;

export const levelMark = (level: string): Markup =>
  html`<span class="level ${level}"><span class="sign" aria-hidden="true"></span>${level}</span>`;

const position = ({ file, line, column }: SourcePosition): string =>
  `${file}:${String(line)}${column === undefined ? "" : `:${String(column)}`}`;

function identity({ name, type, codePath, urn, source, alsoAt = [] }: ShownFinding): Markup {
  return html`<dl class="where">
    ${
      type !== undefined &&
      html`<div>
        <dt>Type</dt>
        <dd><code>${type}</code></dd>
      </div>`
    }
    ${
      codePath !== "" &&
      html`<div>
        <dt>Property</dt>
        <dd><code>${codePath}</code></dd>
      </div>`
    }
    ${
      alsoAt.length > 0 &&
      html`<div>
        <dt>Also on</dt>
        <dd>${alsoAt.map((other) => other.name).join(", ")}</dd>
      </div>`
    }
    ${
      source &&
      html`<div>
        <dt>Source</dt>
        <dd><code>${position(source)}</code></dd>
      </div>`
    }
    ${
      urn !== undefined &&
      html`<div class="urn">
        <dt>URN</dt>
        <dd><code>${urn}</code></dd>
      </div>`
    }
    ${
      name === undefined &&
      html`<div>
        <dt>Location</dt>
        <dd>the stack as a whole</dd>
      </div>`
    }
  </dl>`;
}

function item(finding: ShownFinding): Markup {
  const { id, rule, level, name, message, isExempt } = finding;
  return html`<li>
    <article
      class="finding"
      id="${id}"
      data-level="${level}"
      data-severity="${rule.severity}"
      data-category="${rule.category}"
      data-rule="${rule.id}"
      data-resource="${finding.resourceKey}"
      data-exempted="${isExempt ? "yes" : "no"}"
    >
      <h4>${levelMark(level)} <span class="name">${name ?? "the stack"}</span></h4>
      <p class="message">${message}</p>
      ${identity(finding)}
    </article>
  </li>`;
}

function items(findings: readonly ShownFinding[]): Markup {
  const more = findings.slice(SHOWN);
  return html`<ol class="findings">
      ${findings.slice(0, SHOWN).map(item)}
    </ol>
    ${
      more.length > 0 &&
      html`<details class="plain more">
        <summary>${plural(more.length, "more finding")} of this rule</summary>
        <ol class="findings">
          ${more.map(item)}
        </ol>
      </details>`
    }`;
}

/** All languages one below the other; the script makes tabs of them. */
function howToFix(rule: Rule): Markup {
  const fixes = fixExamples(rule);
  const code = (text: string): Markup => html`<pre tabindex="0"><code>${text}</code></pre>`;
  const [first] = fixes;
  if (first && first.language === undefined) {
    return html`<div class="fix">${code(first.code)}</div>`;
  }
  return html`<div class="fix" data-tabs="How to fix it, by language">
    ${fixes.map(
      ({ language, fence, code: text }) =>
        html`<section id="${rule.id}-${fence}" data-tab="${fence}" aria-label="${language}">
          <h5>${language}</h5>
          ${code(text)}
        </section>`,
    )}
  </div>`;
}

function controls({ controls: served = [] }: Rule): Markup | undefined {
  return served.length === 0
    ? undefined
    : html`<h4>Serves</h4>
        <p>
          ${joined(
            served.map(({ framework, reference }) => html`<span class="control">${framework} ${reference}</span>`),
            ", ",
          )}
        </p>`;
}

/** Where the rule's page is: a link, or the path in the package. */
function page(ruleId: string): Markup {
  const address = pageAddressOf(ruleId);
  return address === undefined
    ? html`In the documentation: <code>${pageOf(ruleId)}</code>`
    : html`<a href="${address}" rel="noreferrer">The rule ${ruleId} in the documentation</a>`;
}

function group({ rule, findings }: RuleFindings, index: number): Markup {
  const mandatory = findings.filter(({ level }) => level === "mandatory").length;
  const level = mandatory > 0 ? "mandatory" : "advisory";
  const resources = new Set(findings.map(({ resourceKey: key }) => key)).size;
  const about = resources === 1 ? (findings[0]?.name ?? "the stack") : plural(resources, "resource");
  return html`<details class="rule" id="rule-${rule.id}" ${index === 0 && html`open`}>
    <summary>
      <h3>${rule.description}</h3>
      <p class="facts">
        ${levelMark(level)} <span>${rule.severity}</span> <span>${rule.category}</span>
        <span class="tally"><span data-count>${findings.length}</span> on <span class="name">${about}</span></span>
        <code>${rule.id}</code>
      </p>
    </summary>
    <div class="body">
      <div class="findings">${items(findings)}</div>
      <aside class="about" aria-label="About the rule ${rule.id}">
        <h4>Why</h4>
        <p>${rule.why}</p>
        <h4>How to fix it</h4>
        ${howToFix(rule)} ${controls(rule)}
        <p>${page(rule.id)}</p>
      </aside>
    </div>
  </details>`;
}

/** The findings by rule, in the order in which they are to be read. */
export const groups = ({ groups: all }: Digest): Markup => html`<div id="groups">${all.map(group)}</div>`;
