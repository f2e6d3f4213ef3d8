import rule from "../../../policies/encryption/log-group-customer-key";
import { ruleTest } from "../../kit/rule-tester";
import { resource, unknown } from "../../kit/stack-builder";

const GROUP = "aws:cloudwatch/logGroup:LogGroup";
const contract = { customerKeys: true };
const key = resource("aws:kms/key:Key", "logs");

ruleTest(rule, {
  valid: [
    { name: "a key of the stack", contract, stack: [key, resource(GROUP, "app", { kmsKeyId: key.arn })] },
    { name: "a key from elsewhere", contract, stack: [resource(GROUP, "app", { kmsKeyId: unknown })] },
    { name: "a group that the stack only reads", contract, stack: [resource(GROUP, "app", {}, { external: true })] },
  ],
  invalid: [
    {
      name: "no key",
      stack: [resource(GROUP, "app", { retentionInDays: 30 }), resource(GROUP, "audit", { kmsKeyId: "" })],
      findings: [
        { resource: "app", path: "kmsKeyId", message: /logs\.REGION/ },
        { resource: "audit", path: "kmsKeyId" },
      ],
    },
    {
      name: "no key although the contract asks for one",
      contract,
      stack: [resource(GROUP, "app")],
      findings: [{ resource: "app", path: "kmsKeyId", level: "mandatory" }],
    },
  ],
});
