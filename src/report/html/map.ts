import type { Contents } from "./contents";
import { html, plural, type Markup } from "./markup";
import type { MapNode, MapNodes } from "./selection";
import { shortType } from "./shown";

type Numbered = MapNode & { index: number };

function spoken({ name, type, parent, mark, count, categories }: MapNode): string {
  const within = parent === undefined ? "" : `, part of ${parent}`;
  const kind = mark === "minor" ? "tags and names only" : mark;
  const findings = count === 0 ? "no findings" : `${plural(count, "finding")}, ${kind}: ${categories.join(", ")}`;
  return `${name}, ${shortType(type)}${within}, ${findings}`;
}

/** One resource: a link to its findings, where the page has any. */
function card(node: Numbered): Markup {
  const { index, name, type, mark, count, waitsFor, missing, finding } = node;
  const inside = html`<span class="sign" aria-hidden="true"></span><span class="name">${name}</span>${
      count > 0 && html`<b class="tally">${count}</b>`
    }<span class="type">${shortType(type)}</span>`;
  const data = html`data-node="${String(index)}" data-waits="${waitsFor.join(" ")}"
  ${missing.length > 0 && html`data-missing="${missing.join(" ")}"`} aria-label="${spoken(node)}"`;
  return finding === undefined
    ? html`<span class="node is-${mark}" role="img" ${data}>${inside}</span>`
    : html`<a class="node is-${mark}" href="#${finding.id}" data-resource="${finding.resourceKey}" ${data}
        >${inside}</a
      >`;
}

const BOX_NAMES = { vpc: "VPC", subnet: "Subnet" };

function box(node: Numbered, all: readonly Numbered[]): Markup {
  const { box: kind = "vpc", name, index } = node;
  return html`<div class="box ${kind}" role="group" aria-label="${BOX_NAMES[kind]} ${name}">
    <div class="title">${card(node)}</div>
    ${inside(
      all.filter(({ within }) => within === index),
      all,
    )}
  </div>`;
}

/** The resources of a box, and the boxes in it. */
function inside(own: readonly Numbered[], all: readonly Numbered[]): Markup {
  const boxes = own.filter((node) => node.box !== undefined);
  const cards = own.filter((node) => node.box === undefined);
  return html`${cards.length > 0 && html`<div class="cards">${cards.map(card)}</div>`}
  ${boxes.length > 0 && html`<div class="boxes">${boxes.map((one) => box(one, all))}</div>`}`;
}

function map({ nodes }: MapNodes): Markup {
  const all = nodes.map((node, index): Numbered => ({ ...node, index }));
  const top = all.filter(({ within }) => within === undefined);
  const boxes = top.filter((node) => node.box !== undefined);
  const outside = top.filter((node) => node.box === undefined);
  return html`${boxes.map((one) => box(one, all))}
  ${
    outside.length > 0 &&
    html`<div class="box outside" role="group" aria-label="Not in a VPC">
      ${boxes.length > 0 && html`<div class="title">Not in a VPC of this stack</div>`} ${inside(outside, all)}
    </div>`
  }`;
}

function remainder({ left: { withFindings, withoutFindings } }: MapNodes): Markup | undefined {
  const parts = [
    ...(withFindings > 0 ? [`${plural(withFindings, "resource")} with findings`] : []),
    ...(withoutFindings > 0 ? [`${plural(withoutFindings, "resource")} without findings`] : []),
  ];
  return parts.length === 0
    ? undefined
    : html`<p class="left">
        Not drawn, so that the rest can be read: ${parts.join(" and ")}. The worst are drawn first.
      </p>`;
}

const key = (mark: MapNode["mark"], label: string): Markup =>
  html`<li class="is-${mark}"><span class="sign" aria-hidden="true"></span>${label}</li>`;

function legend({ nodes }: MapNodes): Markup {
  const has = (mark: MapNode["mark"]): boolean => nodes.some((node) => node.mark === mark);
  return html`<ul class="legend">
    ${has("mandatory") && key("mandatory", "mandatory")} ${has("advisory") && key("advisory", "advisory")}
    ${has("exempted") && key("exempted", "exempted")} ${has("minor") && key("minor", "tags and names only")}
    ${nodes.some(({ missing }) => missing.length > 0) && html`<li class="is-missing"><span class="dash"></span>has to wait, and does not</li>`}
  </ul>`;
}

const arrow = (kind: string): Markup =>
  html`<marker
    id="arrow-${kind}"
    viewBox="0 0 8 8"
    refX="7"
    refY="4"
    markerWidth="9"
    markerHeight="9"
    markerUnits="userSpaceOnUse"
    orient="auto"
    ><path class="${kind}" d="M0 0.5 7.5 4 0 7.5z"
  /></marker>`;

/** The stack's resources in their VPCs and subnets, with the findings on them. */
export function resources({ map: selection }: Contents): Markup {
  return html`<section class="panel" id="resources" aria-labelledby="resources-title">
    <h2 id="resources-title">Resources</h2>
    ${
      selection.nodes.length === 0
        ? html`<p class="quiet">There are no resources to draw.</p>`
        : html`<p class="quiet">
              Resources are in the VPC and the subnet that they belong to. Choose one with findings to read them.<span
                data-script
                hidden
              >
                Point at one, or go to it with the arrow keys, to see what it waits for and what waits for it.</span
              >
            </p>
            <div class="bar">
              ${legend(selection)}
              <div class="zoom" role="group" aria-label="Size of the map" data-script hidden>
                <button type="button" data-zoom="out" aria-label="Smaller">−</button>
                <button type="button" data-zoom="in" aria-label="Larger">+</button>
                <button type="button" data-zoom="fit">Fit</button>
                <button type="button" data-zoom="full">100 %</button>
              </div>
            </div>
            <div class="canvas" tabindex="0" role="region" aria-label="Map of the resources">
              <div class="map">${map(selection)}</div>
              <svg class="lines" aria-hidden="true">
                <defs>${arrow("near")} ${arrow("missing")}</defs>
              </svg>
            </div>
            ${remainder(selection)}`
    }
  </section>`;
}
