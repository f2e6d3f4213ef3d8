import { htmlReport } from "../../src/report/html";
import { digest, shortType } from "../../src/report/html/digest";
import { layout, NODE } from "../../src/report/html/layout";
import { DARK, LIGHT, type Palette } from "../../src/report/html/palette";
import { MOST_DRAWN, select } from "../../src/report/html/selection";
import { reportWith, resourceWith, resultOn } from "../kit/reports";
import { sample } from "./sample";

/** The relative luminance of WCAG 2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((from) => {
    const part = parseInt(colour.slice(from, from + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((left, right) => right - left);
  return (lighter + 0.05) / (darker + 0.05);
}

const TEXTS = ["text", "quiet", "link", "mandatory", "advisory"] as const;
const GROUNDS = ["page", "surface", "mandatoryTint", "advisoryTint"] as const;

describe.each<[string, Palette]>([
  ["light", LIGHT],
  ["dark", DARK],
])("the %s colours", (_, palette) => {
  it.each(TEXTS.flatMap((text) => GROUNDS.map((ground) => [text, ground] as const)))(
    "%s on %s is read by WCAG AA",
    (text, ground) => {
      expect(contrast(palette[text], palette[ground])).toBeGreaterThanOrEqual(4.5);
    },
  );

  it("controls and lines are seen", () => {
    expect(contrast(palette.edge, palette.page)).toBeGreaterThanOrEqual(3);
  });
});

const chain = (length: number): ReturnType<typeof resourceWith>[] => {
  const resources = [resourceWith("n0")];
  for (let index = 1; index < length; index++) {
    const dependencies = resources.slice(-3).map(({ urn }) => urn);
    resources.push(resourceWith(`n${String(index)}`, { dependencies }));
  }
  return resources;
};

describe("what is drawn", () => {
  it("is every resource of a small stack, without the lines that follow from others", () => {
    const resources = chain(4);
    const { drawn, edges, left } = select(digest(reportWith({ resources })));
    const [n0, n1, n2, n3] = resources.map(({ urn }) => urn);
    expect([...drawn.keys()]).toEqual([n0, n1, n2, n3]);
    expect(edges.get(n3 ?? "")).toEqual([n2]);
    expect(left).toEqual({ withFindings: 0, withoutFindings: 0 });
  });

  it("is neither the stack, nor a provider, nor a component that only holds others", () => {
    const holder = resourceWith("holder", { type: "shop:index:Network" });
    const resources = [
      resourceWith("shop-dev", { type: "pulumi:pulumi:Stack" }),
      resourceWith("default", { type: "pulumi:providers:aws" }),
      holder,
      resourceWith("part", { parent: holder.urn }),
    ];
    const report = reportWith({ resources });
    expect([...select(digest(report)).drawn.values()].map(({ name }) => name)).toEqual(["part"]);
    expect(htmlReport(report)).toContain("ec2 Subnet in holder");
    const found = reportWith({ resources, results: [resultOn(holder, "required-tags")] });
    expect([...select(digest(found)).drawn.values()].map(({ name }) => name)).toEqual(["holder", "part"]);
  });

  it("has a line for what a resource has to wait for and does not", () => {
    const [gateway, nat] = [resourceWith("gateway"), resourceWith("nat")];
    const missing = resultOn(nat, "nat-gateway-after-internet-gateway", { missingDependencies: [gateway.urn] });
    const page = htmlReport(reportWith({ resources: [gateway, nat], results: [missing] }));
    expect(page).toMatch(/class="edge missing"\s+d="M[^"]+"\s+data-from="0"\s+data-to="1"/);
    expect(page).toContain("to wait, and does not");
    expect(htmlReport(reportWith({ resources: [gateway, nat] }))).not.toContain("edge missing");
  });

  it("is, of a large stack, what has findings and what is near, with lines by way of what is left out", () => {
    const resources = chain(2_000);
    const [first, last] = [resources[0], resources[1_999]];
    if (!first || !last) {
      throw new Error("no resources");
    }
    const results = [resultOn(first, "required-tags"), resultOn(last, "required-tags")];
    const { drawn, edges, left } = select(digest(reportWith({ resources, results })));
    expect(drawn.size).toBe(14);
    expect(drawn.has(first.urn)).toBe(true);
    expect(edges.get(resources[1_993]?.urn ?? "")).toEqual([resources[6]?.urn]);
    expect(left).toEqual({ withFindings: 0, withoutFindings: 1_986 });
  });

  it("is, of very many findings, those on relations first", () => {
    const resources = chain(500);
    const results = resources.map((resource, index) =>
      resultOn(resource, index === 499 ? "nat-gateway-after-internet-gateway" : "required-tags"),
    );
    const report = reportWith({ resources, results });
    const { drawn, left } = select(digest(report));
    expect(drawn.size).toBe(MOST_DRAWN);
    expect(drawn.has(resources[499]?.urn ?? "")).toBe(true);
    expect(left).toEqual({ withFindings: 500 - MOST_DRAWN, withoutFindings: 0 });
    expect(htmlReport(report)).toContain("380 resources with findings");
  });

  it("is nothing, said in a line, where a large stack has no findings", () => {
    expect(htmlReport(reportWith({ resources: chain(500) }))).toContain("None of the 500 resources has a finding");
  });
});

it("lays out nodes that do not overlap, those that stand alone below", () => {
  const resources = [...chain(6), resourceWith("alone"), resourceWith("alone-too")];
  const { nodes, width, height, aloneFrom = 0 } = layout(select(digest(reportWith({ resources }))));
  const corners = [...nodes.values()];
  for (const [index, one] of corners.entries()) {
    expect(one.x + NODE.width).toBeLessThanOrEqual(width);
    expect(one.y + NODE.height).toBeLessThanOrEqual(height);
    for (const other of corners.slice(index + 1)) {
      expect(Math.abs(one.x - other.x) >= NODE.width || Math.abs(one.y - other.y) >= NODE.height).toBe(true);
    }
  }
  expect(corners.filter(({ y }) => y >= aloneFrom)).toHaveLength(2);
});

it("copes with cycles and with dependencies that are not there", () => {
  const one = resourceWith("one", { dependencies: [resourceWith("two").urn, "urn:gone"] });
  const two = resourceWith("two", { dependencies: [one.urn, resourceWith("two").urn] });
  expect(htmlReport(reportWith({ resources: [one, two] }))).toContain('class="edge"');
});

it("writes 2,000 resources with a finding each within seconds, a few kilobytes each at most", () => {
  const resources = chain(2_000);
  const report = reportWith({ resources, results: resources.map((resource) => resultOn(resource, "required-tags")) });
  const start = performance.now();
  const { length } = htmlReport(report);
  expect(length).toBeLessThan(3_000_000);
  // A multiple of what it takes on a machine with nothing else to do.
  expect(performance.now() - start).toBeLessThan(10_000);
});

it("shortens types as people say them", () => {
  expect(
    [
      "aws:rds/instance:Instance",
      "aws:index/getRegion:getRegion",
      "random:index/password:Password",
      "shop:index:Network",
      "x",
    ].map(shortType),
  ).toEqual(["rds Instance", "index getRegion", "random Password", "shop Network", "x"]);
});

it("shows a fix in each language, and once where the language does not matter", () => {
  const page = htmlReport(sample);
  const fixOf = (id: string): string => page.slice(page.indexOf(`id="rule-${id}"`)).split('class="fix"')[1] ?? "";
  const [inLanguages = "", once = ""] = ["rds-storage-encrypted", "contract"].map((id) => fixOf(id).split("</div>")[0]);
  expect(inLanguages.match(/<h5>\w+<\/h5>/g)).toEqual(["<h5>TypeScript</h5>", "<h5>Python</h5>", "<h5>YAML</h5>"]);
  expect(inLanguages).toContain("storageEncrypted: true\n");
  expect(once).not.toContain("<h5>");
  expect(once).not.toContain("data-tab");
  expect(once.match(/backupRetentionDays: 7/g)).toHaveLength(1);
});
