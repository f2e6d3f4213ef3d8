import { failingKinds, partialSum } from "../counts";
import type { Report } from "../report";
import { severityTotals, totalOf, type Contents } from "./contents";
import { html, plural, type Markup } from "./markup";

function verdict({ report, totals: { mandatory, advisory, exempted, known }, isCompared }: Contents): string {
  const fresh = isCompared ? "new " : "";
  if (mandatory > 0) {
    return `${plural(mandatory, `${fresh}mandatory finding`)} ${mandatory === 1 ? "stops" : "stop"} this deployment.`;
  }
  if (report.isUnreadable) {
    return "Nothing of the stack could be checked.";
  }
  if (failingKinds(report).length > 0) {
    return "Not everything was checked, so this is not a pass.";
  }
  if (advisory + exempted > 0) {
    return `Nothing stops this deployment; ${plural(advisory + exempted, `${fresh}finding`)} to read.`;
  }
  return known > 0 ? "Nothing new since the baseline." : "No findings.";
}

/** The counts in a sentence, for those who read without scripts, and for paper. */
function figures({ groups, totals }: Contents): string {
  const { known, fixed, resources, resourcesWithFindings: found } = totals;
  const parts = [
    ...(["mandatory", "advisory", "exempted"] as const).flatMap((mark) => {
      const own = groups.filter((group) => group.mark === mark && group.state === "new");
      const severities = severityTotals(own).map(([severity, count]) => `${String(count)} ${severity}`);
      return own.length === 0 ? [] : [`${String(totalOf(own))} ${mark} (${severities.join(", ")})`];
    }),
    ...(known > 0 ? [`${String(known)} known from the baseline`] : []),
    ...(fixed > 0 ? [`${String(fixed)} fixed since`] : []),
  ];
  const where = `${String(found)} of ${plural(resources, "resource")} ${found === 1 ? "has" : "have"} findings`;
  return `${[...parts, where].join("; ")}.`;
}

const chip = (key: string, value: string, count: number): Markup =>
  html`<button type="button" class="chip is-${value}" data-chip="${key}" data-value="${value}" aria-pressed="false">
    <span class="sign" aria-hidden="true"></span>${value} <b>${count}</b>
  </button>`;

const chipGroup = (label: string, chips: readonly Markup[]): Markup =>
  html`<div class="chips" role="group" aria-label="${label}">${chips}</div>`;

/** The counts as buttons: each chooses what it counts. */
function chips({ groups, totals, isCompared }: Contents): Markup | undefined {
  if (groups.length + totals.fixed === 0) {
    return undefined;
  }
  const levels = (["mandatory", "advisory", "exempted"] as const).flatMap((mark) => {
    const count = totalOf(groups.filter((group) => group.mark === mark));
    return count === 0 ? [] : [chip("level", mark, count)];
  });
  const states = [
    ["new", totals.mandatory + totals.advisory + totals.exempted],
    ["known", totals.known],
    ["fixed", totals.fixed],
  ] as const;
  return html`<div class="choice" data-script hidden>
    ${chipGroup("Level", levels)}
    ${chipGroup(
      "Severity",
      severityTotals(groups).map(([severity, count]) => chip("severity", severity, count)),
    )}
    ${
      isCompared &&
      chipGroup(
        "Since the baseline",
        states.map(([state, count]) => chip("state", state, count)),
      )
    }
    <button type="button" class="quiet-button" id="clear" hidden>Show all</button>
  </div>`;
}

/** What it came to, and how many there are of each kind. */
export function summary(contents: Contents): Markup {
  const { report, groups } = contents;
  const { notShown = 0 } = report;
  const partial = partialSum(report);
  return html`<section class="summary" aria-labelledby="verdict">
    <p class="verdict ${contents.totals.mandatory > 0 ? "bad" : ""}" id="verdict">${verdict(contents)}</p>
    ${partial !== undefined && html`<p class="alert">${partial} <a href="#coverage">What was not checked</a></p>`}
    ${
      notShown > 0 &&
      html`<p class="quiet small">
        ${plural(notShown, "advisory finding")} left out of this page: see <code>--quiet</code>.
      </p>`
    }
    ${groups.length > 0 && html`<p class="figures">${figures(contents)}</p>`} ${chips(contents)}
  </section>`;
}

export function masthead({ project, stack, day, targets = [] }: Report): Markup {
  return html`<header class="masthead">
    <div>
      <h1><bdi>${project}</bdi> <span class="quiet">/</span> <bdi>${stack}</bdi></h1>
      <p class="quiet">
        preflight report,
        <time datetime="${day}">${day}</time>${targets.length > 1 && `, ${plural(targets.length, "target")}`}
      </p>
    </div>
    <label class="theme" data-script hidden
      ><span class="unseen">Colours</span>
      <select id="theme">
        <option value="">system</option>
        <option value="light">light</option>
        <option value="dark">dark</option>
      </select></label
    >
  </header>`;
}

const tab = (id: string, name: string, count: number | undefined): Markup =>
  html`<a href="#${id}">${name}${count !== undefined && html` <b>${count}</b>`}</a>`;

/** The parts of the page; the script makes tabs of these links. */
export function tabs({ groups, totals, report }: Contents): Markup {
  const { compliance, gaps, crashes } = report;
  const failing = compliance?.flatMap(({ controls }) => controls).filter(({ status }) => status === "fail").length;
  return html`<nav class="tabs" aria-label="Parts of the report">
    ${tab("findings", "Findings", totalOf(groups))} ${tab("resources", "Resources", totals.resources)}
    ${compliance && tab("compliance", "Compliance", failing)}
    ${tab("coverage", "Not checked", gaps.length + crashes.length + totals.undecided)}
  </nav>`;
}
