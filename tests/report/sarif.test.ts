import fc from "fast-check";
import type { Log, Result as SarifResult } from "sarif";
import type { Report } from "../../src/report/report";
import { sarifReport } from "../../src/report/sarif";
import { EMPTY, ruleCalled } from "../kit/reports";
import { nastyReport, sample, unread } from "./sample";
import { sarifValidator } from "./schemas";

const problemsOf = sarifValidator();

function logOf(report: Report): Log {
  return JSON.parse(sarifReport(report, "1.2.3")) as Log;
}

function runOf(report: Report): Log["runs"][number] {
  const [run] = logOf(report).runs;
  if (!run) {
    throw new Error("there is no run");
  }
  return run;
}

const resultsOf = (report: Report): SarifResult[] => runOf(report).results ?? [];

it.each([
  ["one of everything", sample],
  ["nothing", EMPTY],
  ["a target that could not be read", unread],
])("is valid SARIF 2.1.0: %s", (_name, report) => {
  expect(problemsOf(logOf(report))).toEqual([]);
});

it("is valid whatever the program's texts, and no half of a surrogate pair is left", () => {
  fc.assert(
    fc.property(nastyReport, (report) => {
      const text = sarifReport(report, "1.2.3");
      const strings: string[] = [];
      const log: unknown = JSON.parse(text, (_key, value: unknown) => {
        strings.push(...(typeof value === "string" ? [value] : []));
        return value;
      });
      expect(problemsOf(log)).toEqual([]);
      expect(strings.filter((string) => /\p{Surrogate}/u.test(string))).toEqual([]);
    }),
  );
});

it("validates in earnest", () => {
  expect(problemsOf({ version: "2.1.0", runs: [{}] })).not.toEqual([]);
  expect(problemsOf({ ...logOf(sample), version: "2.0.0" })).not.toEqual([]);
});

it("shows a finding where the program makes the resource, and else at the report's file", () => {
  const [whole, encrypted] = resultsOf(sample);
  expect(encrypted?.locations?.[0]).toEqual({
    physicalLocation: {
      artifactLocation: { uri: "infra/my%20index.ts", uriBaseId: "%SRCROOT%" },
      region: { startLine: 12, startColumn: 3 },
    },
    logicalLocations: [
      { fullyQualifiedName: "urn:pulumi:dev::shop::aws:rds/instance:Instance::db", name: "db", kind: "resource" },
    ],
  });
  expect(whole?.locations?.[0]).toEqual({
    physicalLocation: {
      artifactLocation: { uri: "Pulumi.yaml", uriBaseId: "%SRCROOT%" },
      region: { startLine: 1 },
    },
  });
  const [absolute] = resultsOf({ ...sample, file: "/tmp/a b/Pulumi.yaml" });
  expect(absolute?.locations?.[0]?.physicalLocation?.artifactLocation).toEqual({
    uri: "file:///tmp/a%20b/Pulumi.yaml",
  });
});

it("has levels, and a suppression for what is exempted", () => {
  const [, mandatory, advisory, exempted] = resultsOf(sample);
  expect([mandatory?.level, advisory?.level, exempted?.level]).toEqual(["error", "warning", "note"]);
  expect(exempted?.suppressions).toEqual([
    { kind: "external", status: "accepted", justification: "they go elsewhere (until 2027-06-30)" },
  ]);
  expect(mandatory?.suppressions).toBeUndefined();
});

it("counts an exemption that has ended as none", () => {
  const [, , , exempted] = sample.results;
  const { exemption = { exemption: { rule: "", resource: "", reason: "", until: "" } } } = exempted ?? {};
  const ended = { ...exempted, level: "mandatory" as const, exemption: { ...exemption, state: "expired" as const } };
  const [result] = resultsOf({ ...sample, results: [ended as (typeof sample.results)[number]] });
  expect(result?.level).toBe("error");
  expect(result?.suppressions).toBeUndefined();
});

it("describes each rule once, with help in both languages", () => {
  const run = runOf({ ...sample, results: [...sample.results, ...sample.results] });
  const rules = run.tool.driver.rules ?? [];
  expect(rules.map(({ id }) => id)).toEqual([
    "contract",
    "rds-storage-encrypted",
    "rds-customer-key",
    "rds-log-exports",
  ]);
  for (const { ruleId, ruleIndex = -1 } of run.results ?? []) {
    expect(rules[ruleIndex]?.id).toBe(ruleId);
  }
  const [, encrypted] = rules;
  expect(encrypted?.help?.markdown).toMatch(/```typescript\n[^]*```python\n/);
  expect(encrypted).toMatchObject({
    defaultConfiguration: { level: "warning" },
    help: { text: expect.stringMatching(/docs\/rules\/rds-storage-encrypted\.md$/) as string },
    properties: { "security-severity": "8.0", tags: expect.arrayContaining(["security"]) as string[] },
  });
});

it("reports as notifications what was undecided, not checked or crashed", () => {
  const [invocation] = runOf(sample).invocations ?? [];
  const said = (invocation?.toolExecutionNotifications ?? []).map(({ descriptor, level }) => [descriptor?.id, level]);
  expect(said).toEqual([
    ["crash", "error"],
    ["not-checked", "error"],
    ["note", "warning"],
    ["undecided", "note"],
    ["undecided", "note"],
  ]);
  expect(invocation?.executionSuccessful).toBe(true);
  expect(runOf(unread).invocations?.[0]?.executionSuccessful).toBe(false);
});

describe("fingerprints", () => {
  const finding = (path: string, message = "m", name = "db"): Report["results"][number] => ({
    rule: ruleCalled("security-group-open-admin-port"),
    level: "mandatory",
    message,
    path,
    codePath: path,
    name,
    urn: `urn:${name}`,
    type: "t",
  });
  const printsOf = (...results: Report["results"]): (string | undefined)[] =>
    resultsOf({ ...EMPTY, results }).map(({ partialFingerprints }) => partialFingerprints?.["primaryLocationLineHash"]);

  it("are the same after another message and another order", () => {
    expect(printsOf(finding("ingress[0]", "a"), finding("egress[1]"))).toEqual(
      printsOf(finding("egress[7]"), finding("ingress[3]", "b")).reverse(),
    );
  });

  it("are one for each finding, also on items of one list", () => {
    const [first, second, ...others] = printsOf(
      finding("ingress[0]"),
      finding("ingress[1]"),
      finding("ingress[0]", "m", "other"),
      finding("egress[0]"),
    );
    expect(new Set([first, second, ...others]).size).toBe(4);
    expect(printsOf(finding("ingress[4]"), finding("ingress[2]"))).toEqual([first, second]);
  });

  it("are of the form that code scanning takes", () => {
    expect(printsOf(finding("a"))[0]).toMatch(/^[0-9a-f]{32}:1$/);
  });
});
