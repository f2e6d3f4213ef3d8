import { readFileSync } from "node:fs";
import { join } from "node:path";
import { InvalidArgumentError } from "commander";
import { partialKinds, withPartialInOneWord } from "../../src/cli/partial";
import { GAP_KINDS } from "../../src/rules/gap";
import { workshop, type CommandResult } from "../kit/command";

jest.setTimeout(120_000);

const FIXTURES = join(__dirname, "fixtures");
const { preflight, write } = workshop();

const PROGRAM = "name: shop\nruntime: nodejs\nconfig:\n  aws:region: us-east-1\n";
const urnOf = (type: string, name: string): string => `urn:pulumi:dev::shop::${type}::${name}`;
const BUCKET = "aws:s3/bucket:Bucket";
const made = (type: string, name: string, inputs: object = {}): object => ({
  urn: urnOf(type, name),
  type,
  custom: true,
  id: name,
  inputs: { __defaults: [], ...inputs },
});
const state = (resources: object[], more: object = {}): string =>
  JSON.stringify({ version: 3, deployment: { resources, ...more } });
const preview = (more: object): string =>
  JSON.stringify({
    steps: [{ op: "create", urn: urnOf(BUCKET, "files"), newState: made(BUCKET, "files") }],
    changeSummary: { create: 1 },
    ...more,
  });

/** The kinds of what a report lists as not checked, those that fail it first. */
function kindsIn({ out }: CommandResult): { failing: string[]; others: string[] } {
  const { notChecked } = JSON.parse(out) as { notChecked: { kind: string; fails: boolean }[] };
  const kinds = (fails: boolean): string[] => [
    ...new Set(notChecked.filter((gap) => gap.fails === fails).map(({ kind }) => kind)),
  ];
  return { failing: kinds(true), others: kinds(false) };
}

/** Checks a file beside a program's Pulumi.yaml. */
function check(text: string, ...options: string[]): CommandResult {
  write("Pulumi.yaml", PROGRAM);
  write("stack.json", text);
  return preflight("check", "stack.json", "--format", "json", ...options);
}

const CFN = "aws:cloudformation/stack:Stack";
const TEMPLATE =
  "Resources:\n  Open: {Type: 'AWS::EC2::SecurityGroup'}\n  Db: {Type: 'AWS::RDS::DBInstance', Size: !Ref X}\n";

it.each<[name: string, text: string, kind: string, message: RegExp]>([
  ["a preview whose program threw", preview({ diagnostics: [{ severity: "error" }] }), "failed-preview", /1 error,/],
  [
    "a preview that failed before its first step",
    JSON.stringify({ diagnostics: [{ severity: "error", urn: urnOf(BUCKET, "x") }] }),
    "failed-preview",
    /such as on urn:pulumi:dev::shop/,
  ],
  [
    "a preview without unchanged steps",
    preview({ changeSummary: { create: 1, same: 9 } }),
    "missing-steps",
    /9 unchanged/,
  ],
  ["a preview that lacks new resources", preview({ changeSummary: { create: 3 } }), "missing-steps", /2 resources/],
  [
    "a preview with a step that has no resource",
    preview({ steps: [{ op: "create", urn: urnOf(BUCKET, "files") }] }),
    "missing-steps",
    /1 resource,/,
  ],
  ["a preview without steps", preview({ steps: [], changeSummary: {} }), "empty-stack", /preview has no resources/],
  ["a state without resources", state([]), "empty-stack", /state has no resources/],
  [
    "an event log",
    readFileSync(join(FIXTURES, "events-of-up.jsonl"), "utf8"),
    "missing-dependencies",
    /no dependencies/,
  ],
  [
    "an event log of an update that failed",
    `${readFileSync(join(FIXTURES, "events-of-up.jsonl"), "utf8").trim()}\n{"diagnosticEvent": {"severity": "error"}}\n`,
    "failed-preview",
    /update failed with 1 error/,
  ],
  [
    "a state that lacks a resource",
    state([{ ...made(BUCKET, "files"), dependencies: [urnOf(BUCKET, "gone")] }]),
    "missing-steps",
    /1 resource that others depend on/,
  ],
  [
    "a state of an update that was interrupted",
    state([made(BUCKET, "files")], {
      pending_operations: [{ resource: { urn: urnOf(BUCKET, "half") }, type: "creating" }],
    }),
    "failed-preview",
    /interrupted in 1 operation, such as that on .*half/,
  ],
  [
    "resources of aws-native",
    state([made("aws-native:s3:Bucket", "x")]),
    "opaque-resources",
    /1 resource .*"aws-native"/,
  ],
  [
    "resources of Cloud Control",
    state([made("aws:cloudcontrol/resource:Resource", "x", { typeName: "AWS::ECS::Cluster", desiredState: "{}" })]),
    "opaque-resources",
    /1 resource of Cloud Control was not checked: AWS::ECS::Cluster\./,
  ],
  [
    "a template that is known",
    state([made(CFN, "legacy", { templateBody: TEMPLATE })]),
    "opaque-resources",
    /2 resources in the template .*"legacy" were not checked: AWS::EC2::SecurityGroup, AWS::RDS::DBInstance\./,
  ],
  [
    "a template that is only an address",
    state([made(CFN, "legacy", { templateUrl: "https://example.org/t.json" })]),
    "opaque-resources",
    /What the CloudFormation stack "legacy" creates was not checked/,
  ],
])("%s is not a pass, until its kind is accepted", (_name, text, kind, message) => {
  const result = check(text);
  expect(result.err).toBe("");
  expect(kindsIn(result).failing).toContain(kind);
  const { notChecked } = JSON.parse(result.out) as { notChecked: { kind: string; message: string }[] };
  expect(notChecked.find((gap) => gap.kind === kind)?.message).toMatch(message);

  const isMandatory = result.out.includes('"level": "mandatory"');
  const { failing } = kindsIn(result);
  expect(result.code).toBe(isMandatory ? 1 : 2);
  const accepted = check(text, `--partial=${failing.join(",")}`);
  expect(kindsIn(accepted).failing).toEqual([]);
  expect(kindsIn(accepted).others).toContain(kind);
  expect(accepted.code).toBe(isMandatory ? 1 : 0);
  expect(check(text, "--partial").code).toBe(isMandatory ? 1 : 0);
});

it("takes a target after --partial for a target", () => {
  write("Pulumi.yaml", PROGRAM);
  write("stack.json", state([]));
  expect(preflight("check", "--partial", "stack.json").code).toBe(0);
  expect(preflight("check", "--partial", "empty-stack", "stack.json").code).toBe(0);
  expect(preflight("check", "--partial", "failed-preview", "stack.json").code).toBe(2);
});

it("names a kind that there is not, and all that there are", () => {
  const { code, out, err } = preflight("check", ".", "--partial=failed-previw");
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain('"failed-previw" is not a kind; did you mean failed-preview?');
  expect(err).toContain(GAP_KINDS.join(", "));
  expect(err.trim().split("\n")).toHaveLength(1);
});

it("reports in the text what makes it fail, how to accept that, and no pass", () => {
  write("Pulumi.yaml", PROGRAM);
  write("stack.json", state([made("aws-native:s3:Bucket", "x")]));
  const { out } = preflight("check", "stack.json");
  expect(out).toContain("not checked (opaque-resources): 1 resource of the package");
  expect(out).toContain("Not everything was checked, so this is not a pass; --partial=opaque-resources accepts that.");
  expect(out).not.toContain("No findings.\n");
});

describe("sources that are not read", () => {
  const big = `export const text = "${"x".repeat(4_000_100)}";\n`;

  it("are not a pass where they are over 4 MB", () => {
    write("lib/big.ts", big);
    const result = check(state([made(BUCKET, "files")]));
    expect(kindsIn(result).failing).toEqual(["unread-sources"]);
    expect(result.out).toContain("1 source of the program is not read, since each is over 4 MB");
    expect(result.out).toContain("lib/big.ts");
    expect(result.code).toBe(2);
    expect(check(state([made(BUCKET, "files")]), "--partial=unread-sources").code).toBe(0);
  });

  it("are not a pass in a language without a parser that the program is written in", () => {
    write("Pulumi.yaml", PROGRAM.replace("nodejs", "java"));
    write("src/main/groovy/App.groovy", "class App {}\n");
    write("stack.json", state([made(BUCKET, "files")]));
    const { out, code } = preflight("check", "stack.json", "--format", "json");
    expect(out).toContain("since there is no parser for their language");
    expect(out).toContain("src/main/groovy/App.groovy");
    expect(code).toBe(2);
  });

  it("are all read where they are small and in a known language", () => {
    write("index.ts", "export const size = 1;\n");
    write("function/main.go", "package main\n");
    expect(kindsIn(check(state([made(BUCKET, "files")]))).failing).toEqual([]);
  });
});

describe("checks of mandatory rules that are undecided", () => {
  const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
  const role = (policy: string): string => state([made("aws:iam/role:Role", "worker", { assumeRolePolicy: policy })]);

  it("are listed, and decide only where they are to", () => {
    const result = check(role(unknown));
    expect(kindsIn(result)).toEqual({ failing: [], others: ["undecided"] });
    expect(result.code).toBe(0);
    const strict = check(role(unknown), "--strict-undecided");
    expect(kindsIn(strict)).toEqual({ failing: ["undecided"], others: [] });
    expect(strict.code).toBe(2);
  });

  it("are not there where all is known", () => {
    const trust = JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
    });
    expect(check(role(trust), "--strict-undecided").code).toBe(0);
  });
});

it.each(GAP_KINDS)("the kind %s is in docs/report.md", (kind) => {
  expect(readFileSync(join(__dirname, "../../docs/report.md"), "utf8")).toContain(`\`${kind}\``);
});

describe("--partial", () => {
  it.each<[args: string[], rewritten: string[]]>([
    [
      ["check", "--partial"],
      ["check", "--partial=all"],
    ],
    [
      ["check", "--partial", "failed-preview,types", "x.json"],
      ["check", "--partial=failed-preview,types", "x.json"],
    ],
    [
      ["check", "--partial", "x.json"],
      ["check", "--partial=all", "x.json"],
    ],
    [
      ["check", "--partial=types", "types"],
      ["check", "--partial=types", "types"],
    ],
  ])("%j is %j", (args, rewritten) => {
    expect(withPartialInOneWord(args)).toEqual(rewritten);
  });

  it("may be repeated", () => {
    expect([...partialKinds("types", partialKinds("failed-preview, empty-stack"))]).toEqual([
      "failed-preview",
      "empty-stack",
      "types",
    ]);
    expect(() => partialKinds("")).toThrow(InvalidArgumentError);
  });
});
