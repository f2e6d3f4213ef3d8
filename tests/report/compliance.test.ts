import { EXAMPLE_RULE } from "../kit/example-rule";
import { reportWith } from "../kit/reports";
import { FRAMEWORKS } from "../../src/aws/frameworks";
import {
  complianceOf,
  failsControl,
  mergedCompliance,
  totals,
  type Compliance,
  type ControlOutcome,
} from "../../src/report/compliance";
import { complianceCsv, complianceMarkdown } from "../../src/report/compliance-table";
import { complianceText } from "../../src/report/compliance-text";
import { htmlReport } from "../../src/report/html";
import { jsonReport } from "../../src/report/json";
import type { Report } from "../../src/report/report";
import { checkAll, type RunContext } from "../../src/rules/run";
import type { Rule } from "../../src/rules/rule";
import { Stack } from "../../src/graph/stack";
import { build, resource, unknown, type BuiltResource, type Input } from "../../src/testing/stack";

/** A rule with the id of one that checks RDS.3 and RDS.27. */
const encrypted: Rule = {
  ...EXAMPLE_RULE,
  id: "rds-storage-encrypted",
  resource: {
    types: ["aws:rds/instance:Instance", "aws:rds/cluster:Cluster"],
    check(database, { decide }) {
      decide(database.bool("storageEncrypted") ?? false, {
        at: database,
        property: "storageEncrypted",
        message: "It is not encrypted.",
      });
    },
  },
};

const db = (name: string, storageEncrypted: Input): BuiltResource =>
  resource("aws:rds/instance:Instance", name, { storageEncrypted });

function check(
  resources: readonly BuiltResource[],
  contract: RunContext["contract"] = {},
  rules: readonly Rule[] = [encrypted],
): { compliance: Compliance; control: (reference: string) => ControlOutcome | undefined } {
  const stack = Stack.from(build([...resources], "preview"));
  const checked = checkAll(rules, stack, {
    contract: { frameworks: ["AWS FSBP"], ...contract },
    contractProblems: [],
    day: "2026-11-22",
    project: { name: "shop", stack: "dev", config: new Map(), deploying: false, hasConfiguration: true },
  });
  const compliance = complianceOf("AWS FSBP", { stack, rules, ...checked });
  return { compliance, control: (reference) => compliance.controls.find((one) => one.reference === reference) };
}

const statusOf = (resources: readonly BuiltResource[], contract: RunContext["contract"] = {}): unknown =>
  check(resources, contract).control("RDS.3")?.status;

const exempt = (until: string): RunContext["contract"] => ({
  exemptions: [{ rule: "rds-storage-encrypted", resource: "orders", reason: "Moves in March", until }],
});

describe("a control", () => {
  it("fails with the resources that break it", () => {
    const { control } = check([db("orders", false), db("sessions", true)]);
    expect(control("RDS.3")).toEqual({
      reference: "RDS.3",
      title: "RDS DB instances should have encryption at-rest enabled",
      severity: "medium",
      status: "fail",
      rules: ["rds-storage-encrypted"],
      evidence: [
        expect.objectContaining({
          rule: "rds-storage-encrypted",
          name: "orders",
          type: "aws:rds/instance:Instance",
          path: "storageEncrypted",
          message: "It is not encrypted.",
        }),
      ],
    });
  });

  it.each<[string, readonly BuiltResource[], RunContext["contract"], string]>([
    ["passes where all resources meet it", [db("orders", true)], {}, "pass"],
    ["is not applicable without such a resource", [], {}, "not applicable"],
    ["is undecided where a value is not known", [db("orders", unknown)], {}, "undecided"],
    ["fails where one resource does, whatever is not known", [db("a", unknown), db("b", false)], {}, "fail"],
    ["is exempted while the exemption holds", [db("orders", false)], exempt("2027-03-31"), "exempted"],
    ["fails after the exemption has ended", [db("orders", false)], exempt("2026-01-31"), "fail"],
    ["fails where one of two is exempted", [db("orders", false), db("b", false)], exempt("2027-03-31"), "fail"],
  ])("%s", (_name, resources, contract, expected) => {
    expect(statusOf(resources, contract)).toBe(expected);
  });

  it("is not decidable for the reason that the table has", () => {
    const { control } = check([]);
    expect(control("SecretsManager.3")).toMatchObject({
      status: "not decidable",
      reason: "when a secret was last read is known in the account only",
    });
  });

  it("has no rule where none of the run checks it", () => {
    expect(check([db("orders", true)], {}, []).control("RDS.3")).toMatchObject({ status: "no rule", rules: [] });
  });

  it("is undecided where its rule crashed", () => {
    const broken = {
      ...encrypted,
      resource: {
        check: (): never => {
          throw new Error("no");
        },
      },
    };
    expect(check([db("orders", true)], {}, [broken]).control("RDS.3")).toMatchObject({ status: "undecided" });
  });

  it("is decided by the resources that it is about alone", () => {
    const { control } = check([resource("aws:rds/cluster:Cluster", "orders", { storageEncrypted: false })]);
    expect([control("RDS.27")?.status, control("RDS.3")?.status]).toEqual(["fail", "not applicable"]);
  });
});

describe("a control that is mapped to others", () => {
  it("fails where one of them does, and names what is not checked where it passes", () => {
    const stack = Stack.from(build([db("orders", true)], "preview"));
    const { controls } = complianceOf("CIS AWS Foundations 7.0", {
      stack,
      rules: [encrypted],
      results: [],
      undecided: [],
      crashes: [],
    });
    const of = (reference: string): ControlOutcome | undefined => controls.find((one) => one.reference === reference);
    expect(of("3.2.1")).toMatchObject({ status: "pass", rules: ["rds-storage-encrypted"] });
    expect(of("2.2")).toMatchObject({ status: "not decidable", reason: "CIS assesses it by hand" });
  });
});

describe("several stacks", () => {
  it("comply together where each does", () => {
    const [good, bad] = [check([db("a", true)]).compliance, check([db("b", false)]).compliance];
    const [merged] = mergedCompliance([[good], [bad]]);
    const control = merged?.controls.find(({ reference }) => reference === "RDS.3");
    expect(control).toMatchObject({ status: "fail", evidence: [{ name: "b" }] });
    expect([failsControl([good]), failsControl([bad]), failsControl(merged ? [merged] : [])]).toEqual([
      false,
      true,
      true,
    ]);
  });
});

it("every control of every framework has one outcome, and the totals count them", () => {
  const stack = Stack.from(build([], "preview"));
  for (const framework of FRAMEWORKS) {
    const compliance = complianceOf(framework, { stack, rules: [], results: [], undecided: [], crashes: [] });
    expect(totals(compliance).reduce((sum, [, count]) => sum + count, 0)).toBe(compliance.controls.length);
  }
});

describe("reports", () => {
  const reportOf = (resources: readonly BuiltResource[], contract: RunContext["contract"] = {}): Report =>
    reportWith({ compliance: [check(resources, contract).compliance] });
  const exempted = reportOf([db("orders", false)], exempt("2027-03-31"));
  const failing = reportOf([db("=cmd|' /C calc'!A0, \"x\"", false)]);

  it("text shows failing controls with their resources, and all others by number", () => {
    const text = complianceText(reportOf([db("orders", false)]), { width: 100, colour: false });
    expect(text).toContain("FAIL: 1\n  RDS.3  RDS DB instances should have encryption at-rest enabled (medium)\n");
    expect(text).toContain("    orders (aws:rds/instance:Instance), storageEncrypted: rds-storage-encrypted\n");
    expect(text).toContain("399 controls: 1 fail, ");
    expect(text).toMatch(/SecretsManager\.3: when a secret was last read/);
    expect(complianceText(exempted, { width: 100, colour: false })).toContain(
      "exempted until 2027-03-31: Moves in March",
    );
  });

  it("CSV has a row for each place and control, and no formula", () => {
    const lines = complianceCsv(failing).split("\r\n");
    expect(lines[0]).toMatch(/^framework,control,title,severity,status,/);
    expect(lines.filter((line) => line.includes(",RDS.3,"))).toEqual([
      expect.stringContaining(`,RDS.3,RDS DB instances should have encryption at-rest enabled,medium,fail,`) as string,
    ]);
    expect(lines.join("\n")).toContain(`,"'=cmd|' /C calc'!A0, ""x""",aws:rds/instance:Instance,`);
    expect(lines).toHaveLength(399 + 2);
    expect(complianceCsv(exempted)).toContain(",2027-03-31,Moves in March\r\n");
  });

  it("Markdown has a table for each status", () => {
    const text = complianceMarkdown(failing);
    expect(text).toContain("### fail: 1\n\n| Control | Title | Severity | Where | Why |\n");
    expect(text).toContain(String.raw`=cmd\|' /C calc'!A0`);
    expect(complianceMarkdown(exempted)).toContain("exempted until 2027-03-31: Moves in March");
  });

  it("JSON has each control and the totals", () => {
    const { compliance } = JSON.parse(jsonReport(exempted)) as { compliance: (Compliance & { totals: object })[] };
    expect(compliance[0]).toMatchObject({ framework: "AWS FSBP", totals: { exempted: 1 } });
    expect(compliance[0]?.controls.find(({ status }) => status === "exempted")).toMatchObject({
      reference: "RDS.3",
      evidence: [{ exemption: { reason: "Moves in March", until: "2027-03-31" } }],
    });
  });

  it("the page has a section for it, and escapes what the program holds", () => {
    const page = htmlReport(reportOf([db("<b>orders</b>", false)]));
    expect(page).toContain('id="compliance-title">Compliance</h2>');
    expect(page).toContain("&lt;b&gt;orders&lt;/b&gt;");
    expect(page).not.toContain("<b>orders");
    const plain = { ...failing };
    delete plain.compliance;
    expect(htmlReport(plain)).not.toContain('id="compliance"');
  });
});
