import type { Result } from "../../src/rules/run";
import { withoutKnown, type KnownFinding } from "../../src/report/baseline";
import { fingerprint } from "../../src/report/fingerprint";
import type { Report } from "../../src/report/report";
import { reportWith, ruleCalled } from "../kit/reports";
import { sample } from "./sample";

const URN = "urn:pulumi:dev::shop::aws:ec2/securityGroup:SecurityGroup::web";

function result(id: string, path: string, more: Partial<Result> = {}): Result {
  return {
    rule: ruleCalled(id),
    level: "mandatory",
    message: `${id} at ${path}.`,
    path,
    codePath: path,
    urn: URN,
    name: "web",
    ...more,
  };
}

function since(known: readonly Result[], now: readonly Result[]): { left: string[]; inBaseline: number } {
  const report = reportWith({ results: now });
  const findings = known.map(({ rule: { id }, level, message, path, urn, alsoAt = [] }): KnownFinding => {
    return { rule: { id }, level, message, path, urn, alsoAt };
  });
  const { results, inBaseline } = withoutKnown(report, { project: "shop", stack: "dev", findings });
  return { left: results.map(({ message }) => message), inBaseline };
}

const OPEN = "security-group-open-admin-port";

describe("the fingerprint of a finding", () => {
  const first = fingerprint(result(OPEN, "ingress[0].cidrBlocks[1]"));

  it("is a hex sha256", () => {
    expect(first).toMatch(/^[0-9a-f]{64}$/);
  });

  it("stays when the message changes or an item of a list moves", () => {
    expect(fingerprint(result(OPEN, "ingress[0].cidrBlocks[1]", { message: "other words." }))).toBe(first);
    expect(fingerprint(result(OPEN, "ingress[3].cidrBlocks[0]"))).toBe(first);
  });

  it("tells rules, resources and properties apart, and keys that look like indexes", () => {
    const others = [
      result("required-tags", "ingress[0].cidrBlocks[1]"),
      result(OPEN, "ingress[0].cidrBlocks[1]", { urn: `${URN}-2` }),
      result(OPEN, "egress[0].cidrBlocks[1]"),
      result(OPEN, 'tags["[0]"]'),
      result(OPEN, ""),
    ];
    expect(new Set([first, ...others.map(fingerprint)]).size).toBe(6);
  });

  it("is the same for the whole stack whether a program ran or not", () => {
    const stack = "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev";
    expect(fingerprint(result("project-main", "", { urn: stack }))).toBe(
      fingerprint(result("project-main", "", { urn: undefined })),
    );
  });
});

describe("what is new against a baseline", () => {
  it("is nothing against itself, in any order", () => {
    const all = [result(OPEN, "ingress[0]"), result("required-tags", "tags"), result(OPEN, "ingress[1]")];
    expect(since(all, [...all].reverse())).toEqual({ left: [], inBaseline: 3 });
  });

  it("is one more at the same place, and that is the one whose words are new", () => {
    const old = result(OPEN, "ingress[0]", { message: "the old one." });
    const moved = { ...old, path: "ingress[1]" };
    const added = result(OPEN, "ingress[0]", { message: "the new one." });
    expect(since([old], [added, moved])).toEqual({ left: ["the new one."], inBaseline: 1 });
  });

  it("is not what only has other words", () => {
    expect(since([result(OPEN, "x")], [result(OPEN, "x", { message: "said better." })]).inBaseline).toBe(1);
  });

  it("is what was advisory and is mandatory, not the other way round", () => {
    const advisory = result("required-tags", "tags", { level: "advisory" });
    const mandatory = result("required-tags", "tags");
    expect(since([advisory], [mandatory]).inBaseline).toBe(0);
    expect(since([mandatory], [advisory]).inBaseline).toBe(1);
  });

  it("leaves a mandatory one of the baseline to the mandatory one of the report", () => {
    const advisory = result(OPEN, "ingress[0]", { level: "advisory", message: "b." });
    const mandatory = result(OPEN, "ingress[1]", { message: "a." });
    expect(since([mandatory], [advisory, mandatory])).toEqual({ left: ["b."], inBaseline: 1 });
  });

  it("is always what is wrong with the contract, and what an exemption meets", () => {
    const exemption = {
      state: "active" as const,
      exemption: { rule: OPEN, resource: "web", reason: "r", until: "2027-01-01" },
    };
    const all = [result("contract", ""), result(OPEN, "ingress[0]", { level: "advisory", exemption })];
    expect(since(all, all).inBaseline).toBe(0);
  });
});

it("reports a finding again once it is about further resources", () => {
  const other = (name: string) => ({
    urn: `urn:pulumi:dev::shop::aws:s3/bucket:Bucket::${name}`,
    name,
    type: "aws:s3/bucket:Bucket",
    path: "tags",
  });
  const onOne = result("required-tags", "tags", { alsoAt: [other("a")] });
  const onTwo = result("required-tags", "tags", { alsoAt: [other("a"), other("b")] });
  expect(since([onTwo], [onOne])).toEqual({ left: [], inBaseline: 1 });
  expect(since([onOne], [onTwo])).toMatchObject({ left: [expect.stringContaining("tags")], inBaseline: 0 });
});

describe("what is fixed since a baseline", () => {
  const gone = result("required-tags", "tags");
  const base = (findings: readonly Result[]): { project: string; stack: string; findings: readonly Result[] } => ({
    project: "shop",
    stack: "dev",
    findings,
  });
  const fixedIn = (more: Partial<Report>, ...findings: Result[]): string[] => {
    return withoutKnown(reportWith(more), base(findings)).baseline?.fixed.map(({ rule }) => rule.id) ?? [];
  };

  it("is what the baseline alone has, and not what both have", () => {
    const both = result(OPEN, "ingress[0]");
    expect(fixedIn({ results: [both] }, both, gone)).toEqual(["required-tags"]);
    const { known } = withoutKnown({ ...sample, results: [both] }, base([both, gone])).baseline ?? {};
    expect(known).toEqual([both]);
  });

  it("is not what still counts, in whatever way", () => {
    const worse = result("required-tags", "tags", { level: "mandatory" });
    expect(fixedIn({ results: [worse] }, { ...gone, level: "advisory" })).toEqual([]);
    const exemption = {
      state: "active" as const,
      exemption: { rule: "required-tags", resource: "web", reason: "x", until: "2027-01-31" },
    };
    expect(fixedIn({ results: [{ ...gone, exemption }] }, gone)).toEqual([]);
  });

  it("is not what was not checked", () => {
    expect(fixedIn({ checked: [OPEN] }, gone)).toEqual([]);
    expect(fixedIn({ checked: ["required-tags"] }, gone)).toEqual(["required-tags"]);
    expect(fixedIn({ crashes: ["the rule x crashed."] }, gone)).toEqual([]);
    expect(fixedIn({ gaps: [{ kind: "failed-preview", message: "it failed.", fails: true }] }, gone)).toEqual([]);
    const { rule } = gone;
    expect(fixedIn({ undecided: [{ rule, urn: URN, name: "web", path: "tags", from: [] }] }, gone)).toEqual([]);
  });
});

it.each([
  ["the same", "mandatory", "mandatory", 0],
  ["worse than they were", "advisory", "mandatory", 2_000],
  ["better than they were", "mandatory", "advisory", 0],
] as const)("looks at each of many findings at one place a few times: those that are %s", (_what, was, is, open) => {
  const COUNT = 2_000;
  let reads = 0;
  const counted = (level: Result["level"], index: number): Result =>
    Object.defineProperty(result(OPEN, `ingress[${String(index)}]`, { level }), "level", {
      enumerable: true,
      get: () => {
        reads++;
        return level;
      },
    });
  const many = (level: Result["level"]): Result[] => Array.from({ length: COUNT }, (_, index) => counted(level, index));
  const [known, now] = [many(was), many(is)];
  reads = 0;
  expect(since(known, now).left).toHaveLength(open);
  expect(reads).toBeLessThan(20 * COUNT);
});
