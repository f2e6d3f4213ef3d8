import rule from "../../../policies/encryption/log-group-customer-key";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown } from "../../../src/testing/stack";

const GROUP = "aws:cloudwatch/logGroup:LogGroup";
const contract = { customerKeys: true };
const key = resource("aws:kms/key:Key", "logs");

ruleTest(rule, {
  valid: [
    { name: "a key of the stack", contract, stack: [key, resource(GROUP, "app", { kmsKeyId: key.arn })] },
    { name: "a key that is not known yet", contract, stack: [resource(GROUP, "app", { kmsKeyId: unknown })] },
    { name: "no key, without a contract", stack: [resource(GROUP, "app")] },
    {
      name: "no key beside a key of the stack, without a contract",
      stack: [key, resource(GROUP, "app"), resource("aws:efs/fileSystem:FileSystem", "files", { kmsKeyId: key.arn })],
    },
    { name: "a group that the stack only reads", contract, stack: [resource(GROUP, "app", {}, { external: true })] },
  ],
  invalid: [
    {
      name: "no key",
      contract,
      stack: [resource(GROUP, "app", { retentionInDays: 30 }), resource(GROUP, "audit", { kmsKeyId: "" })],
      findings: [
        { resource: "app", path: "kmsKeyId", message: /logs\.REGION/ },
        { resource: "audit", path: "kmsKeyId" },
      ],
    },
  ],
});
