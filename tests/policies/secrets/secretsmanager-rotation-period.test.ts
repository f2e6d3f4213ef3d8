import rule from "../../../policies/secrets/secretsmanager-rotation-period";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const secret = resource("aws:secretsmanager/secret:Secret", "token");
const rotation = (rotationRules: Input, more: Record<string, Input> = {}): BuiltResource[] => [
  secret,
  resource("aws:secretsmanager/secretRotation:SecretRotation", "rotation", {
    secretId: secret.id,
    rotationRules,
    ...more,
  }),
];

// Without a contract the rule is silent.
ruleTest(
  { ...rule, level: "advisory" },
  {
    valid: [
      { name: "every 30 days", stack: rotation({ automaticallyAfterDays: 30 }) },
      { name: "every 90 days", stack: rotation({ automaticallyAfterDays: 90 }) },
      { name: "by a schedule", stack: rotation({ scheduleExpression: "rate(10 days)" }) },
      {
        name: "as the contract has it",
        stack: rotation({ automaticallyAfterDays: 120 }),
        contract: { secretRotationDays: 180 },
      },
    ],
    invalid: [
      {
        name: "once a year",
        stack: rotation({ automaticallyAfterDays: 365 }),
        findings: [{ resource: "rotation", path: "rotationRules", message: /only every 365 days/ }],
      },
      {
        name: "a rotation that is switched off",
        stack: rotation({ automaticallyAfterDays: 30 }, { rotationEnabled: false }),
        findings: [{ resource: "rotation", path: "rotationEnabled" }],
      },
    ],
    undecided: [
      {
        name: "a period that is not known",
        stack: rotation({ automaticallyAfterDays: unknown }),
        at: ["rotation.rotationRules"],
      },
    ],
  },
);
