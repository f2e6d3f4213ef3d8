import table from "../../../src/aws/data/config-managed-rules.json";
import rule from "../../../policies/validity/config-rule-identifier";
import { createdAndDeployed } from "../../kit/deployed";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const check = (sourceIdentifier: Input, owner: Input = "AWS"): BuiltResource =>
  resource("aws:cfg/rule:Rule", "rule", { source: { owner, sourceIdentifier } });
const at = { resource: "rule", path: "source.sourceIdentifier" };

ruleTest(rule, {
  valid: [
    { name: "a known identifier", stack: [check("S3_BUCKET_VERSIONING_ENABLED")] },
    {
      name: "one that may be newer than the table",
      stack: [
        check("CLB_TAGGED"),
        resource("aws:cfg/rule:Rule", "b", { source: { owner: "AWS", sourceIdentifier: "QUANTUM_READY_CHECK" } }),
      ],
    },
    { name: "a custom rule", stack: [check("arn:aws:lambda:us-east-1:464738291005:function:f", "CUSTOM_LAMBDA")] },
    {
      name: "the ARN of a custom rule whose owner is wrong",
      stack: [check("arn:aws:lambda:us-east-1:464738291005:function:f")],
    },
    { name: "a custom policy", stack: [check(undefined, "CUSTOM_POLICY")] },
    { name: "no identifier", stack: [check(undefined)] },
    {
      name: "one that the stack only reads",
      stack: [
        resource("aws:cfg/rule:Rule", "r", { source: { owner: "AWS", sourceIdentifier: "x" } }, { external: true }),
      ],
    },
  ],
  invalid: createdAndDeployed([
    {
      name: "the name instead of the identifier",
      stack: [check("s3-bucket-versioning-enabled")],
      findings: [
        {
          ...at,
          message:
            /which has upper-case letters.*Set `sourceIdentifier: "S3_BUCKET_VERSIONING_ENABLED"`\. AWS rejects this with: ".*is invalid\. Please refer/,
        },
      ],
    },
    {
      name: "a name whose identifier differs",
      stack: [check("restricted-ssh")],
      findings: [{ ...at, message: /"INCOMING_SSH_DISABLED"/ }],
      fixed: { rule: { source: { owner: "AWS", sourceIdentifier: "INCOMING_SSH_DISABLED" } } },
    },
    {
      name: "a name, with a frequency that the rule may not accept",
      stack: [
        resource("aws:cfg/rule:Rule", "rule", {
          source: { owner: "AWS", sourceIdentifier: "restricted-ssh" },
          maximumExecutionFrequency: "TwentyFour_Hours",
        }),
      ],
      findings: [{ ...at, stays: true }],
    },
    {
      name: "such a name in upper case",
      stack: [check("EC2_INSTANCES_IN_VPC")],
      findings: [
        { ...at, level: "advisory", message: /no managed rule .* Set `sourceIdentifier: "INSTANCES_IN_VPC"`/ },
      ],
    },
    {
      name: "a missing separator",
      stack: [check("MULTI_REGION_CLOUDTRAIL_ENABLED")],
      findings: [{ ...at, level: "advisory", message: /"MULTI_REGION_CLOUD_TRAIL_ENABLED"/ }],
    },
    {
      name: "something else",
      stack: [check("my rule")],
      findings: [{ ...at, stays: true, message: /Set `sourceIdentifier` to the identifier on/ }],
    },
  ]),
  undecided: [
    { name: "an identifier that is not known yet", stack: [check(unknown)], at: ["rule.source"] },
    { name: "an owner that is not known yet", stack: [check("x", unknown)], at: ["rule.source"] },
  ],
});

it("has each identifier once", () => {
  const all = [...table.changeTriggered, ...table.periodicOrHybrid];
  expect(new Set(all).size).toBe(all.length);
  expect(all.filter((identifier) => !/^[A-Z0-9_]+$/.test(identifier))).toEqual([]);
  expect(Object.values(table.named).filter((identifier) => !all.includes(identifier))).toEqual([]);
});
