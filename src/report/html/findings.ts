import type { Rule } from "../../rules/rule";
import { fixExamples, addressOfRule, pageOfRule, type CodeExample } from "../../rules/words";
import type { Frame } from "../frame";
import { placeOf } from "../groups";
import { listed } from "../lines";
import type { KnownFinding, Report, SourcePosition } from "../report";
import { totalOf, type Contents } from "./contents";
import { html, joined, plural, withCode, type Markup } from "./markup";
import type { Group, Mark, ShownFinding } from "./shown";

/** How many findings of a rule are shown at once; the rest unfold. */
const SHOWN = 3;
const MOST_NAMES = 20;
const MOST_CONTROLS = 4;

const position = ({ file, line, column }: SourcePosition): string =>
  `${file}:${String(line)}${column === undefined ? "" : `:${String(column)}`}`;

/** Without its folders. */
const shortPosition = ({ file, line }: SourcePosition): string =>
  `${file.slice(file.lastIndexOf("/") + 1)}:${String(line)}`;

/** The lines of the source, with what the finding is about marked. */
function codeFrame({ lines, line, before }: Frame): Markup {
  const marked = (text: string): Markup => {
    const [word = ""] = /^new [\w$.]+|^[\w$.]+|^["'`][^"'`]*["'`]|^./u.exec(text.slice(before)) ?? [];
    return html`${text.slice(0, before)}<mark>${word}</mark>${text.slice(before + word.length)}`;
  };
  return html`<pre class="frame">
${lines.map(
      ({ number, text }) =>
        html`<span class="row${number === line && " here"}"
          ><span class="ln">${String(number)}</span><code>${number === line ? marked(text) : text} </code></span
        >`,
    )}</pre>`;
}

const entry = (term: string, value: Markup | string): Markup =>
  html`<dt>${term}</dt>
    <dd>${value}</dd>`;

function details({ type, codePath, urn, alsoAt = [] }: ShownFinding): Markup | undefined {
  const entries = [
    ...(codePath === "" ? [] : [entry("Property", html`<code>${codePath}</code>`)]),
    ...(type === undefined ? [] : [entry("Type", html`<code>${type}</code>`)]),
    ...(alsoAt.length === 0
      ? []
      : [
          entry(
            "Also on",
            listed(
              alsoAt.map(({ name }) => name),
              MOST_NAMES,
            ),
          ),
        ]),
    ...(urn === undefined ? [] : [entry("URN", html`<code>${urn}</code>`)]),
  ];
  return entries.length === 0
    ? undefined
    : html`<details class="plain">
        <summary>Details</summary>
        <dl class="where">${entries}</dl>
      </details>`;
}

function exemptionOf({ exemption }: ShownFinding): Markup | undefined {
  if (exemption === undefined) {
    return undefined;
  }
  const { reason, until } = exemption.exemption;
  return exemption.state === "expired"
    ? html`<p class="exemption">
        <strong>Its exemption ended on ${until}, so it counts again.</strong> Reason: ${reason}
      </p>`
    : html`<p class="exemption">Exempted until <time>${until}</time>. Reason: ${reason}</p>`;
}

function item(finding: ShownFinding): Markup {
  const { id, message, resourceKeys, source, frame, restsOnMadeUp } = finding;
  return html`<li>
    <article
      class="finding"
      id="${id}"
      data-resource="${resourceKeys.join(" ")}"
      tabindex="-1"
      aria-label="${placeOf(finding)}"
    >
      <div class="head">
        <h5 class="name">${placeOf(finding)}</h5>
      </div>
      ${source && html`<code class="at">${position(source)}</code>`} ${frame && codeFrame(frame)}
      <p class="message">${withCode(message)}</p>
      ${exemptionOf(finding)}
      ${restsOnMadeUp && html`<p class="quiet small">Found with a likely value in place of one that AWS creates.</p>`}
      ${details(finding)}
    </article>
  </li>`;
}

function items({ findings, total }: Group): Markup {
  const more = findings.slice(SHOWN);
  const left = total - findings.length;
  return html`<ol class="findings">
      ${findings.slice(0, SHOWN).map(item)}
    </ol>
    ${
      more.length > 0 &&
      html`<details class="plain more">
        <summary>Show ${plural(more.length, "more finding")} of this rule</summary>
        <ol class="findings">
          ${more.map(item)}
        </ol>
      </details>`
    }
    ${
      left > 0 &&
      html`<p class="left">
        ${plural(left, "more finding")} of this rule ${left === 1 ? "is" : "are"} not on this page. The JSON report has
        all:
        <code>--format json=report.json</code>
      </p>`
    }`;
}

/** The fix in the program's language where that is known and shown, else in all: the script makes tabs of them. */
function fixesFor(rule: Rule, language: Report["language"]): CodeExample[] {
  const all = fixExamples(rule);
  const own = all.filter(({ fence, language: written }) => written === undefined || fence === language);
  return own.length > 0 ? own : all;
}

function howToFix(id: string, fixes: readonly CodeExample[]): Markup {
  const code = (text: string): Markup => html`<pre class="code"><code>${text}</code></pre>`;
  const [first, ...others] = fixes;
  if (first && others.length === 0) {
    return html`<div class="fix">${code(first.code)}</div>`;
  }
  return html`<div class="fix" data-tabs="How to fix it, by language">
    ${fixes.map(
      ({ language, fence, code: text }) =>
        html`<section id="${id}-${fence}" data-tab="${fence}" aria-label="${language}">
          <h6>${language}</h6>
          ${code(text)}
        </section>`,
    )}
  </div>`;
}

/** The controls of frameworks that the rule serves, the many folded. */
function controls({ controls: served = [] }: Rule): Markup | undefined {
  const list = joined(
    served.map(({ framework, reference }) => html`<span class="control">${framework} ${reference}</span>`),
    ", ",
  );
  return served.length === 0
    ? undefined
    : served.length <= MOST_CONTROLS
      ? html`<p class="small">Serves ${list}</p>`
      : html`<details class="plain small">
          <summary>Serves ${plural(served.length, "control")} of frameworks</summary>
          ${list}
        </details>`;
}

/** Where the rule's page is: a link, or the path in the package; an organization's own rule names it itself. */
function page(rule: Rule): Markup {
  const address = addressOfRule(rule);
  return address === undefined
    ? html`More: <code>preflight explain ${rule.id}</code>, or <code>${pageOfRule(rule)}</code>`
    : html`<a href="${address}" rel="noreferrer">More about ${rule.id}</a>`;
}

/** The place of the first finding, and how many others there are. */
function where({ findings, total }: Group): Markup {
  const [first] = findings;
  return html`<span class="name">${first && placeOf(first)}</span> ${
      first?.source && html`<code class="at">${shortPosition(first.source)}</code>`
    }
    ${total > 1 && html`<span>and ${total - 1} more</span>`}`;
}

function group(contents: Contents, one: Group, isOpen: boolean): Markup {
  const { id, rule, mark, state, total } = one;
  return html`<details
    class="rule is-${rule.severity}"
    id="${id}"
    data-level="${mark}"
    data-state="${state}"
    data-severity="${rule.severity}"
    data-category="${rule.category}"
    data-rule="${rule.id}"
    data-total="${String(total)}"
    ${isOpen && html`open`}
  >
    <summary>
      <span class="severity is-${rule.severity}">${rule.severity}</span>
      <h4>${rule.description}</h4>
      <span class="tally" data-count>${total}</span>
      <p class="facts"><code>${rule.id}</code> ${where(one)}</p>
    </summary>
    <div class="body">
      <div>${items(one)}</div>
      <aside class="about" aria-label="About ${rule.id}">
        <h5>Why it matters</h5>
        <p>${rule.why}</p>
        <h5>How to fix it</h5>
        ${howToFix(id, fixesFor(rule, contents.report.language))} ${controls(rule)}
        <p class="small">${page(rule)}</p>
      </aside>
    </div>
  </details>`;
}

const ABOUT: Readonly<Record<Mark | "known", readonly [title: string, about: string]>> = {
  mandatory: ["Mandatory", "Each of these stops the deployment. The worst are first."],
  advisory: ["Advisory", "These do not stop the deployment."],
  exempted: ["Exempted", "An exemption covers these: they do not stop the deployment."],
  known: ["Known", "The baseline has these already, so they do not count."],
};

function section(
  contents: Contents,
  kind: Mark | "known",
  groups: readonly Group[],
  isFirst: boolean,
): Markup | undefined {
  if (groups.length === 0) {
    return undefined;
  }
  const [title, about] = ABOUT[kind];
  return html`<section class="part" aria-labelledby="${kind}">
    <h3 id="${kind}">${title} <span class="tally">${totalOf(groups)}</span> <span class="quiet">${about}</span></h3>
    ${groups.map((one, index) => group(contents, one, isFirst && index === 0))}
  </section>`;
}

const fixedRow = ({ rule, level, urn = "", path, message }: KnownFinding): Markup =>
  html`<li data-level="${level}" data-state="fixed" data-rule="${rule.id}">
    <span class="name">${[urn.slice(urn.lastIndexOf("::") + 2) || "the stack", path].filter(Boolean).join(".")}</span>
    <code>${rule.id}</code>
    <p class="quiet small">${message}</p>
  </li>`;

function fixedPart({ fixed, totals }: Contents): Markup | undefined {
  const left = totals.fixed - fixed.length;
  return fixed.length === 0
    ? undefined
    : html`<section class="part" aria-labelledby="fixed">
        <h3 id="fixed">
          Fixed <span class="tally">${totals.fixed}</span>
          <span class="quiet">The baseline has these, and they are not found any more.</span>
        </h3>
        <ul class="fixed">
          ${fixed.map(fixedRow)}
        </ul>
        ${left > 0 && html`<p class="left">${left} more are not on this page.</p>`}
      </section>`;
}

/** The findings by level and rule, in the order in which they are to be read. */
export function parts(contents: Contents): Markup {
  const { groups } = contents;
  const kinds = ["mandatory", "advisory", "exempted"] as const;
  const of = (kind: Mark | "known"): Group[] =>
    groups.filter(({ mark, state }) => (kind === "known" ? state === "known" : state === "new" && mark === kind));
  const [first] = [...kinds, "known" as const].filter((kind) => of(kind).length > 0);
  return html`<div id="groups">
    ${kinds.map((kind) => section(contents, kind, of(kind), kind === first))}
    ${section(contents, "known", of("known"), false)} ${fixedPart(contents)}
  </div>`;
}
