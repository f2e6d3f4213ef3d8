import type { Category } from "../../rules/rule";
import type { ReportedResource } from "../report";
import { shortType, worstLevel, type Digest, type ShownFinding } from "./digest";
import { layout, NODE, type Layout, type Point } from "./layout";
import { plural } from "../lines";
import { html, joined, type Markup } from "./markup";
import { select, type Selection } from "./selection";

const MARGIN = 12;
const MOST_LETTERS_OF_NAME = 24;
const MOST_LETTERS_OF_TYPE = 28;
const MOST_LETTERS_OF_TOPICS = 22;

/** Shortened in the middle, since names often differ at either end. */
function shortened(text: string, most: number): string {
  const letters = Array.from(text);
  const half = Math.floor((most - 1) / 2);
  return letters.length <= most ? text : `${letters.slice(0, half).join("")}…${letters.slice(-half).join("")}`;
}

const number = (value: number): string => String(Math.round(value * 10) / 10);

/** A line through points that is level at each of them. */
function path([first, ...rest]: readonly [Point, ...Point[]]): string {
  let { x, y } = first;
  const curves = rest.map((point) => {
    const halfway = (x + point.x) / 2;
    const curve = [halfway, y, halfway, point.y, point.x, point.y].map(number).join(" ");
    ({ x, y } = point);
    return `C${curve}`;
  });
  return `M${number(first.x)} ${number(first.y)}${curves.join("")}`;
}

/** From the right side of one resource to the left side of another. */
function line(from: Point, bends: readonly Point[], to: Point): string {
  const middle = NODE.height / 2;
  return path([{ x: from.x + NODE.width, y: from.y + middle }, ...bends, { x: to.x, y: to.y + middle }]);
}

/** The sign of a level: a filled triangle, an empty circle, a dash. */
function sign(kind: string): Markup {
  switch (kind) {
    case "mandatory":
      return html`<path d="M0 5 6 -6 12 5z" />`;
    case "advisory":
      return html`<circle cx="6" cy="0" r="4.5" />`;
    default:
      return html`<path d="M1 0h10" />`;
  }
}

/** Each of the ways in which a choice among its findings can mark a resource. */
const kindsOf = (findings: readonly ShownFinding[]): string[] => [
  ...new Set(findings.map(({ level, isExempt }) => (isExempt ? "exempted" : level))),
];

/** What a resource is marked as. */
const kindOf = (findings: readonly ShownFinding[]): string =>
  findings.length === 0 ? "clean" : (worstLevel(findings) ?? "exempted");

/** What the drawing can show: how resources relate. */
const RELATIONS: readonly Category[] = ["ordering", "network"];

/** The categories of its findings, relations first. */
function topicsOf(findings: readonly ShownFinding[]): Category[] {
  const present = [...new Set(findings.map(({ rule }) => rule.category))];
  const first = RELATIONS.filter((category) => present.includes(category));
  return [...first, ...present.filter((category) => !first.includes(category))];
}

/** The categories as far as they fit, those that the drawing shows in bold. */
function topics(findings: readonly ShownFinding[]): Markup {
  const all = topicsOf(findings);
  const fit = all.filter((_, index) => all.slice(0, index + 1).join(", ").length <= MOST_LETTERS_OF_TOPICS);
  const words = fit.map(
    (category) => html`<tspan class="${RELATIONS.includes(category) ? "relation" : "other"}">${category}</tspan>`,
  );
  return html`${joined(words, ", ")}${fit.length < all.length && ", …"}`;
}

function spoken(resource: ReportedResource, findings: readonly ShownFinding[], parent: string | undefined): string {
  const within = parent === undefined ? "" : `, in ${parent}`;
  const summary =
    findings.length === 0
      ? "no findings"
      : `${plural(findings.length, "finding")}, ${kindOf(findings)}: ${topicsOf(findings).join(", ")}`;
  return `${resource.name}, ${shortType(resource.type)}${within}, ${summary}`;
}

interface Drawn {
  resource: ReportedResource;
  at: Point;
  index: number;
  findings: readonly ShownFinding[];
  /** Where its findings are. */
  resourceKey: string | undefined;
  parent: string | undefined;
  before: readonly number[];
}

function node({ resource, at, index, findings, resourceKey, parent, before }: Drawn): Markup {
  const kind = kindOf(findings);
  const below = parent === undefined ? shortType(resource.type) : `${shortType(resource.type)} in ${parent}`;
  const inside = html`<title>${spoken(resource, findings, parent)}</title
    ><rect class="box" width="${NODE.width}" height="${NODE.height}" rx="3" />
    <svg width="${NODE.width - 10}" height="${NODE.height}">
      <text class="name" x="12" y="20">${shortened(resource.name, MOST_LETTERS_OF_NAME)}</text>
      <text class="type" x="12" y="${findings.length === 0 ? 40 : 35}">${shortened(below, MOST_LETTERS_OF_TYPE)}</text>
      ${
        findings.length > 0 &&
        html`${kindsOf(findings).map((one) => html`<g class="sign is-${one}" transform="translate(12 46.5)">${sign(one)}</g>`)}<text
            class="count"
            x="30"
            y="51"
            >${findings.length}</text
          ><text class="topics" x="${findings.length > 9 ? 50 : 43}" y="51">${topics(findings)}</text>`
      }
    </svg>`;
  const position = html`transform="translate(${number(at.x)} ${number(at.y)})" data-node="${index}"
  data-before="${before.join(" ")}"`;
  const [first] = findings;
  return first === undefined
    ? html`<g class="node clean" role="img" ${position} aria-label="${spoken(resource, findings, parent)}"
        >${inside}</g
      >`
    : html`<a
        class="node ${kind}"
        href="#${first.id}"
        ${position}
        data-resource="${resourceKey}"
        aria-label="${spoken(resource, findings, parent)}"
        >${inside}</a
      >`;
}

function svg(digest: Digest, { drawn, edges }: Selection, { width, height, nodes, ...layout }: Layout): Markup {
  const numbers = new Map([...drawn.keys()].map((urn, index) => [urn, index]));
  const holders = new Map(digest.report.resources.map((resource) => [resource.urn, resource]));
  const parentOf = ({ parent = "" }: ReportedResource): string | undefined => {
    const holder = holders.get(parent);
    return holder === undefined || holder.type === "pulumi:pulumi:Stack" ? undefined : holder.name;
  };
  const at = (urn: string): Point => nodes.get(urn) ?? { x: 0, y: 0 };
  const lines = layout.edges.map(
    ({ from, to, bends }) =>
      html`<path
        class="edge"
        d="${line(at(from), bends, at(to))}"
        data-from="${numbers.get(from)}"
        data-to="${numbers.get(to)}"
      />`,
  );
  const missing = [...drawn.keys()].flatMap((urn) =>
    (digest.resources.get(urn)?.findings ?? []).flatMap(({ missingDependencies: awaits = [] }) =>
      awaits
        .filter((other) => drawn.has(other))
        .map(
          (other) =>
            html`<path
              class="edge missing"
              d="${line(at(other), [], at(urn))}"
              data-from="${numbers.get(other)}"
              data-to="${numbers.get(urn)}"
            />`,
        ),
    ),
  );
  const boxes = [...drawn].map(([urn, resource], index) =>
    node({
      resource,
      index,
      at: at(urn),
      findings: digest.resources.get(urn)?.findings ?? [],
      resourceKey: digest.resources.get(urn)?.key,
      parent: parentOf(resource),
      before: (edges.get(urn) ?? []).flatMap((other) => numbers.get(other) ?? []),
    }),
  );
  const [across, down] = [Math.ceil(width) + 2 * MARGIN, Math.ceil(height) + 2 * MARGIN];
  return html`<svg
    class="graph"
    width="${across}"
    height="${down}"
    viewBox="${-MARGIN} ${-MARGIN} ${across} ${down}"
    role="group"
    aria-label="The stack's resources and what waits for what"
  >
    <defs>
      <marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
        <path d="M0 0.5 7.5 4 0 7.5z" />
      </marker>
    </defs>
    ${lines} ${missing}
    ${
      layout.aloneFrom !== undefined &&
      html`<text class="heading" x="0" y="${number(layout.aloneFrom - 14)}"
        >Neither wait for any of these nor are waited for</text
      >`
    }
    ${boxes}
  </svg>`;
}

function remainder({ left: { withFindings, withoutFindings } }: Selection): Markup | undefined {
  if (withFindings + withoutFindings === 0) {
    return undefined;
  }
  const parts = [
    ...(withFindings > 0 ? [`${plural(withFindings, "resource")} with findings`] : []),
    ...(withoutFindings > 0 ? [`${plural(withoutFindings, "resource")} without findings`] : []),
  ];
  return html`<p class="remainder">
    Not drawn, so that the rest can be read: ${parts.join(" and ")}. Drawn are those with network and ordering findings,
    then those with the worst, then what is one or two steps from them. All findings are listed below.
  </p>`;
}

const key = (kind: string, label: string): Markup =>
  html`<li class="${kind}">
    <svg width="12" height="14" viewBox="0 -7 12 14" aria-hidden="true"><g class="sign">${sign(kind)}</g></svg> ${label}
  </li>`;

const missingKey = html`<li class="mandatory">
  <svg width="28" height="14" viewBox="0 -7 28 14" aria-hidden="true"><path class="edge missing" d="M0 0H27" /></svg>
  has to wait, and does not
</li>`;

function nothingDrawn(text: string): Markup {
  return html`<section aria-labelledby="drawing">
    <h2 id="drawing">Resources</h2>
    <p class="quiet">${text}</p>
  </section>`;
}

/** Buttons that mark the resources with findings of one kind only. */
function marks({ findings }: Digest): Markup | undefined {
  const present = RELATIONS.filter((category) => findings.some(({ rule }) => rule.category === category));
  const button = (category: string, label: string): Markup =>
    html`<button type="button" data-mark="${category}" aria-pressed="false">${label}</button>`;
  return present.length === 0
    ? undefined
    : html`<div class="marks" role="group" aria-label="Marked findings" data-script hidden>
        ${button("", "all")} ${present.map((category) => button(category, category))}
      </div>`;
}

/** The stack's resources as a drawing, with the findings on them. */
export function drawing(digest: Digest): Markup {
  const selection = select(digest);
  const { withoutFindings } = selection.left;
  if (selection.drawn.size === 0) {
    return nothingDrawn(
      withoutFindings === 0
        ? "There are no resources to draw."
        : `None of the ${String(withoutFindings)} resources has a finding, and they are too many to draw.`,
    );
  }
  return html`<section aria-labelledby="drawing">
    <h2 id="drawing">Resources</h2>
    <p class="quiet">
      What is on the left is created before what is to its right on a line. A resource with findings leads to them.<span
        data-script
        hidden
      >
        Arrow keys go from one resource to the next along the lines.</span
      >
    </p>
    <div class="bar">
      <ul class="legend">
        ${key("mandatory", "mandatory findings")} ${key("advisory", "advisory findings")}
        ${digest.findings.some(({ isExempt }) => isExempt) && key("exempted", "exempted findings")}
        ${digest.findings.some(({ missingDependencies: awaits }) => awaits) && missingKey}
      </ul>
      <div class="tools">
        ${marks(digest)}
        <div class="zoom" role="group" aria-label="Size of the drawing" data-script hidden>
          <button type="button" data-zoom="out" aria-label="Smaller">−</button>
          <button type="button" data-zoom="in" aria-label="Larger">+</button>
          <button type="button" data-zoom="fit">Fit</button>
        </div>
      </div>
    </div>
    <div class="canvas" tabindex="0" role="region" aria-label="Drawing, scrolls">
      ${svg(digest, selection, layout(selection))}
    </div>
    ${remainder(selection)}
  </section>`;
}
