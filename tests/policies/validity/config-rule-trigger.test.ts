import rule from "../../../policies/validity/config-rule-trigger";
import { createdAndDeployed } from "../../kit/deployed";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const check = (sourceIdentifier: Input, more: Record<string, Input> = {}, owner: Input = "AWS"): BuiltResource =>
  resource("aws:cfg/rule:Rule", "rule", { source: { owner, sourceIdentifier }, ...more });
const daily = { maximumExecutionFrequency: "TwentyFour_Hours" };

ruleTest(rule, {
  valid: [
    { name: "a rule that changes trigger, without frequency", stack: [check("S3_BUCKET_VERSIONING_ENABLED")] },
    { name: "an empty frequency", stack: [check("S3_BUCKET_VERSIONING_ENABLED", { maximumExecutionFrequency: "" })] },
    { name: "a periodic rule", stack: [check("ACCESS_KEYS_ROTATED", daily)] },
    { name: "a rule that is triggered in both ways", stack: [check("S3_BUCKET_PUBLIC_READ_PROHIBITED", daily)] },
    { name: "a rule that the table does not have", stack: [check("NEW_RULE_CHECK", daily)] },
    {
      name: "a custom rule",
      stack: [check("arn:aws:lambda:us-east-1:464738291005:function:f", daily, "CUSTOM_LAMBDA")],
    },
    { name: "a custom policy", stack: [check(undefined, daily, "CUSTOM_POLICY")] },
    { name: "no identifier", stack: [check(undefined, daily)] },
    {
      name: "one that the stack only reads",
      stack: [
        resource(
          "aws:cfg/rule:Rule",
          "r",
          { source: { owner: "AWS", sourceIdentifier: "EIP_ATTACHED" }, ...daily },
          { external: true },
        ),
      ],
    },
    {
      name: "a contract whose table does not have it",
      stack: [check("EIP_ATTACHED", daily)],
      contract: { facts: { "config-managed-rules": { changeTriggered: [] } } },
    },
  ],
  invalid: createdAndDeployed([
    {
      name: "a frequency on a rule that changes trigger",
      stack: [check("S3_BUCKET_VERSIONING_ENABLED", daily)],
      findings: [
        {
          resource: "rule",
          path: "maximumExecutionFrequency",
          message: /not allowed because only a change in resources triggers/,
        },
      ],
      fixed: { rule: { maximumExecutionFrequency: undefined } },
    },
    {
      name: "a frequency that is not known yet",
      stack: [check("EIP_ATTACHED", { maximumExecutionFrequency: unknown })],
      findings: [{ resource: "rule", path: "maximumExecutionFrequency", stays: "preview" }],
    },
  ]),
  undecided: [
    { name: "an identifier that is not known yet", stack: [check(unknown, daily)], at: ["rule.source"] },
    { name: "an owner that is not known yet", stack: [check("EIP_ATTACHED", daily, unknown)], at: ["rule.source"] },
  ],
});
