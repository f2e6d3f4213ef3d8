import { rules } from "../../policies";
import type { Rule } from "../../src/rules/rule";
import { fixExamples } from "../../src/rules/words";
import { isType, TYPES } from "../../src/testing/aws-schema";
import { python, pythonProblems } from "../kit/docs/code";
import { piecesOf } from "../kit/literals";
import { unknownArguments, unknownFragment, yamlProblems } from "../kit/pulumi-yaml";

/** The types that a fix may be for: those of the rule, else all. */
const typesOf = ({ resource }: Rule): readonly string[] => resource?.types ?? TYPES;

const inLanguage = (language: string): [string, Rule, string][] =>
  rules.flatMap((rule) =>
    fixExamples(rule)
      .filter((fix) => fix.language === language)
      .map(({ code }): [string, Rule, string] => [rule.id, rule, code]),
  );

describe("the fix in TypeScript", () => {
  it.each(inLanguage("TypeScript"))("of %s can be read, and sets what @pulumi/aws has", (_id, rule, code) => {
    for (const { errors, resources, fragment } of piecesOf(code)) {
      expect(errors).toEqual([]);
      expect(resources.map(({ type }) => type).filter((type) => !isType(type))).toEqual([]);
      expect(resources.flatMap(({ type, args }) => unknownArguments(type, args))).toEqual([]);
      expect(fragment ? unknownFragment(fragment, typesOf(rule)) : []).toEqual([]);
    }
  });
});

(python === undefined ? describe.skip : describe)("the fix in Python (needs python3)", () => {
  it("can be read", () => {
    const fixes = inLanguage("Python");
    const problems = pythonProblems(fixes.map(([, , code]) => code));
    expect(fixes.map(([id], index) => [id, problems[index]]).filter(([, problem]) => problem !== null)).toEqual([]);
  });
});

describe("the fix in YAML", () => {
  it.each(rules.flatMap((rule) => (rule.fix.yaml === undefined ? [] : [[rule.id, rule, rule.fix.yaml] as const])))(
    "of %s can be read, and sets what @pulumi/aws has",
    (_id, rule, code) => {
      expect(yamlProblems(code, typesOf(rule))).toEqual([]);
    },
  );
});

describe("what these tests notice", () => {
  const BUCKET = "aws:s3/bucket:Bucket";
  const resources = (properties: string): string =>
    `resources:\n  b:\n    type: aws:s3:Bucket\n    properties:\n      ${properties}\n`;

  it.each([
    ["bucke: x", ["aws:s3/bucket:Bucket has no bucke"]],
    ["versioning:\n  enable: true", ["aws:s3/bucket:Bucket has no versioning.enable"]],
    ["bucket: ${secret.arn}:password::", [expect.stringContaining("Nested mappings") as string]],
    ["# Pulumi.yaml\nrutime: yaml", ["a program has no rutime"]],
    ["resources:\n  b:\n    type: aws:s3:Buckt", ["there is no type aws:s3:Buckt"]],
    ["resources:\n  b:\n    type: aws:s3:Bucket\n    option: {}", ["a resource has no option"]],
    ["resources:\n  b:\n    type: aws:s3:Bucket\n    options:\n      dependOn: []", ["a resource has no dependOn"]],
    [resources("bucket: ${b.nope}"), ["aws:s3:Bucket has no nope"]],
    [resources("bucket: ${a b}"), ["${a b} is no reference"]],
    [resources("bucket: { fn::toJson: 1 }"), ["there is no fn::toJson"]],
    ["variables:\n  r:\n    fn::invoke: { function: aws:getRegions, return: name }", ["aws:getRegions gives no name"]],
    ["variables:\n  r:\n    fn::invoke: { function: aws:getRegio }", ["there is no function aws:getRegio"]],
  ])("in the YAML %j", (code, problems) => {
    expect(yamlProblems(code, [BUCKET])).toEqual(problems);
  });

  it("in TypeScript that cannot be read, and in arguments that are none", () => {
    expect(piecesOf("timeout: 60, { … }")[0]?.errors).not.toEqual([]);
    const [declared, fragment] = piecesOf('new aws.s3.Bucket("b", { buckt: name });\n// and\ntag: {},');
    expect(declared?.resources).toEqual([{ type: BUCKET, args: { buckt: undefined } }]);
    expect(unknownFragment(fragment?.fragment ?? {}, [BUCKET])).toEqual(["aws:s3/bucket:Bucket has no tag"]);
  });
});
