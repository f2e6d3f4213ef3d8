import { htmlReport } from "../../src/report/html";
import { allowance, contentsOf, MOST_FINDINGS } from "../../src/report/html/contents";
import { DARK, LIGHT, type Palette } from "../../src/report/html/palette";
import { MOST_DRAWN, type MapNode } from "../../src/report/html/selection";
import { shortType } from "../../src/report/html/shown";
import type { Report } from "../../src/report/report";
import { reportWith, resourceWith, resultOn, ruleCalled } from "../kit/reports";
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

const TEXTS = ["text", "quiet", "link", "mandatory", "advisory", "critical", "high", "medium"] as const;
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
    expect(contrast(palette.good, palette.page)).toBeGreaterThanOrEqual(3);
  });
});

const nodesOf = (report: Report): MapNode[] => contentsOf(report).map.nodes;
const nodeCalled = (report: Report, name: string): MapNode | undefined =>
  nodesOf(report).find((node) => node.name === name);

describe("the map of resources", () => {
  const vpc = resourceWith("vpc", { type: "aws:ec2/vpc:Vpc" });
  const subnet = resourceWith("subnet", { dependencies: [vpc.urn] });
  const nat = resourceWith("nat", { type: "aws:ec2/natGateway:NatGateway", dependencies: [subnet.urn, vpc.urn] });
  const within = new Map([
    [subnet.urn, vpc.urn],
    [nat.urn, subnet.urn],
  ]);
  const parts = { resources: [nat, subnet, vpc], containerOf: (urn: string) => within.get(urn) };

  it("has each resource in its subnet, and that in its VPC", () => {
    const nodes = nodesOf(reportWith(parts));
    const holderOf = ({ within: index = -1 }: MapNode): string | undefined => nodes[index]?.name;
    expect(nodes.map((node) => [node.name, node.box, holderOf(node)])).toEqual([
      ["nat", undefined, "subnet"],
      ["subnet", "subnet", "vpc"],
      ["vpc", "vpc", undefined],
    ]);
    expect(htmlReport(reportWith(parts))).toMatch(/class="box vpc"[^]*class="box subnet"[^]*>nat<\/span>/);
  });

  it("is coloured by what stops, then by what advises, and not by tags and names", () => {
    const tags = resultOn(nat, "required-tags");
    const advice = resultOn(nat, "vpc-flow-logs", { level: "advisory" });
    const stop = resultOn(nat, "nat-gateway-per-zone");
    const markWith = (...results: (typeof tags)[]): string | undefined =>
      nodeCalled(reportWith({ ...parts, results }), "nat")?.mark;
    expect(markWith()).toBe("clean");
    expect(markWith(tags)).toBe("minor");
    expect(markWith(tags, advice)).toBe("advisory");
    expect(markWith(tags, advice, stop)).toBe("mandatory");
    const exemption = {
      state: "active" as const,
      exemption: { rule: "vpc-flow-logs", resource: "nat", reason: "a sandbox", until: "2027-01-31" },
    };
    expect(markWith({ ...advice, exemption })).toBe("exempted");
  });

  it("has neither the stack, nor a provider, nor a component that only holds others", () => {
    const holder = resourceWith("holder", { type: "shop:index:Network" });
    const resources = [
      resourceWith("shop-dev", { type: "pulumi:pulumi:Stack" }),
      resourceWith("default", { type: "pulumi:providers:aws" }),
      holder,
      resourceWith("part", { parent: holder.urn }),
    ];
    const report = reportWith({ resources });
    expect(nodesOf(report).map(({ name, parent }) => [name, parent])).toEqual([["part", "holder"]]);
    const found = reportWith({ resources, results: [resultOn(holder, "required-tags")] });
    expect(nodesOf(found).map(({ name }) => name)).toEqual(["holder", "part"]);
  });

  it("has what a resource waits for, and what it has to wait for and does not", () => {
    const missing = resultOn(nat, "nat-gateway-after-internet-gateway", { missingDependencies: [vpc.urn] });
    const report = reportWith({ ...parts, results: [missing] });
    expect(nodeCalled(report, "nat")).toMatchObject({ waitsFor: [1, 2], missing: [2] });
    expect(htmlReport(report)).toContain("has to wait, and does not");
    expect(htmlReport(reportWith(parts))).not.toContain("has to wait, and does not");
  });

  it("has, of a large stack, the worst, and says how many are left out", () => {
    const resources = Array.from({ length: 1_000 }, (_, index) => resourceWith(`n${String(index)}`));
    const last = resources[999] ?? vpc;
    const results = [
      ...resources.slice(0, 500).map((resource) => resultOn(resource, "required-tags")),
      resultOn(last, "nat-gateway-per-zone"),
    ];
    const { nodes, left } = contentsOf(reportWith({ resources, results })).map;
    expect(nodes).toHaveLength(MOST_DRAWN);
    expect(nodes[0]?.name).toBe("n999");
    expect(left).toEqual({ withFindings: 501 - MOST_DRAWN, withoutFindings: 499 });
    expect(htmlReport(reportWith({ resources, results }))).toContain("499 resources without findings");
  });

  it("copes with cycles and with dependencies that are not there", () => {
    const one = resourceWith("one", { dependencies: [resourceWith("two").urn, "urn:gone"] });
    const two = resourceWith("two", { dependencies: [one.urn, resourceWith("two").urn] });
    expect(nodeCalled(reportWith({ resources: [one, two] }), "one")?.waitsFor).toEqual([1]);
  });
});

describe("what the page holds of very many findings", () => {
  it.each([
    [[5, 5], 100, Infinity],
    [[3, 50, 50], 43, 20],
    [[9, 9, 9], 2, 1],
    [[], 10, Infinity],
  ])("of rules with %j findings and room for %d: so many of each: %d", (sizes, most, expected) => {
    expect(allowance(sizes, most)).toBe(expected);
  });

  it("is some of each rule, the others counted, and little enough for a browser", () => {
    const resources = Array.from({ length: 50_000 }, (_, index) => resourceWith(`n${String(index)}`));
    const [first = resourceWith("none")] = resources;
    const rules = ["required-tags", "nat-gateway-per-zone", "vpc-flow-logs"];
    const report = reportWith({
      resources,
      results: [
        ...resources.map((resource, index) => resultOn(resource, rules[index % 3] ?? "")),
        resultOn(first, "rds-not-public"),
      ],
      undecided: resources.map(({ urn, name }) => ({
        rule: ruleCalled("vpc-flow-logs"),
        urn,
        name,
        path: "x",
        from: [],
      })),
    });
    const { groups, totals } = contentsOf(report);
    const held = groups.flatMap(({ findings }) => findings).length;
    expect(held).toBeLessThanOrEqual(MOST_FINDINGS);
    expect(held).toBeGreaterThan(MOST_FINDINGS - 10);
    expect(groups.map(({ findings }) => findings.length > 0)).toEqual([true, true, true, true]);
    expect(totals).toMatchObject({ mandatory: 50_001, undecided: 50_000, resources: 50_000 });
    const page = htmlReport(report).replaceAll(/\s+/g, " ");
    expect(page.length).toBeLessThan(2_500_000);
    const parts = [
      "50,001 mandatory findings stop this deployment.",
      "more findings of this rule are not on this page. The JSON report has all:",
      "49,500 more are not on this page.",
    ];
    expect(parts.filter((part) => !page.includes(part))).toEqual([]);
    for (const { findings, total } of groups.filter((group) => group.total > 1)) {
      expect(page.includes(`${(total - findings.length).toLocaleString("en-US")} more findings`)).toBe(true);
    }
  });
});

describe("the difference to a baseline", () => {
  const db = resourceWith("db", { type: "aws:rds/instance:Instance" });
  const [fresh, known] = [resultOn(db, "rds-not-public"), resultOn(db, "rds-storage-encrypted")];
  const gone = { ...resultOn(db, "rds-log-exports", { path: "enabledCloudwatchLogsExports" }), message: "no logs." };
  const compared = reportWith({
    resources: [db],
    results: [fresh],
    inBaseline: 1,
    baseline: { known: [known], fixed: [gone] },
  });

  it("is in the verdict, and in parts of the list", () => {
    const page = htmlReport(compared);
    expect(page).toContain("1 new mandatory finding stops this deployment.");
    expect(page).toMatch(/id="known"[^]*id="known-mandatory-rds-storage-encrypted"/);
    expect(page).toMatch(/id="fixed"[^]*db\.enabledCloudwatchLogsExports[^]*no logs\./);
    expect(page).toMatch(/data-value="fixed"[^]*?<b>1<\/b>/);
  });

  it("is not there without one", () => {
    const page = htmlReport(reportWith({ resources: [db], results: [fresh] }));
    expect(page).not.toContain('data-chip="state"');
    expect(page).toContain("1 mandatory finding stops this deployment.");
  });

  it("says so where nothing is new", () => {
    expect(htmlReport({ ...compared, results: [] })).toContain("Nothing new since the baseline.");
  });
});

it("states how many findings --quiet leaves out", () => {
  expect(htmlReport(reportWith({ notShown: 4 }))).toContain("4 advisory findings left out of this page");
  expect(htmlReport(reportWith({}))).not.toContain("left out of this page");
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

describe("how to fix it", () => {
  const fixOf = (report: Report, id: string): string =>
    htmlReport(report).split(`data-rule="${id}"`)[1]?.split('class="fix"')[1]?.split("</div>")[0] ?? "";

  it("is in each language where the program's is not known, and once where it does not matter", () => {
    const inLanguages = fixOf(sample, "rds-storage-encrypted");
    expect(inLanguages.match(/<h6>\w+<\/h6>/g)).toEqual(["<h6>TypeScript</h6>", "<h6>Python</h6>", "<h6>YAML</h6>"]);
    expect(inLanguages).toContain("storageEncrypted: true\n");
    const once = fixOf(sample, "contract");
    expect(once).not.toContain("data-tab");
    expect(once.match(/backupRetentionDays: 7/g)).toHaveLength(1);
  });

  it("is in the program's language alone where a rule has that", () => {
    const python = fixOf({ ...sample, language: "python" }, "rds-storage-encrypted");
    expect(python).toContain("storage_encrypted=True");
    expect(python).not.toContain("storageEncrypted");
    expect(fixOf({ ...sample, language: "go" }, "rds-storage-encrypted")).toContain("storage_encrypted=True");
  });
});

describe("the lines of the source", () => {
  const file = "infra/index.ts";
  const source =
    'import * as aws from "@pulumi/aws";\nnew aws.rds.Instance("db", {\n  password: "Sup3rS3cret9",\n});\n';
  const db = resourceWith("db", { type: "aws:rds/instance:Instance", source: { file, line: 2, column: 1 } });
  const report = reportWith({
    resources: [db],
    results: [
      resultOn(db, "rds-not-public"),
      resultOn(db, "credentials-hardcoded", { path: "password", message: "Set `a < b` instead." }),
    ],
  });
  const page = htmlReport(report, { read: (path) => (path === file ? source : undefined) });

  it("are there, with what the finding is about marked, and no credential", () => {
    expect(page).toContain("<mark>new aws.rds.Instance</mark>(&quot;db&quot;, {");
    expect(page).toContain("<mark>password</mark>: &quot;…&quot;,");
    expect(page).toContain("infra/index.ts:3");
    expect(page).not.toContain("Sup3rS3cret9");
  });

  it("are left out where they cannot be read", () => {
    expect(htmlReport(report)).not.toContain('class="frame"');
    expect(htmlReport(report)).toContain("infra/index.ts:2:1");
  });

  it("leave the code in messages code", () => {
    expect(page).toContain("Set <code>a &lt; b</code> instead.");
  });
});
