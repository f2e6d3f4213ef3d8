import rule from "../../../policies/encryption/log-group-customer-key";
import { ruleTest } from "../../../testing/rule-test";
import { resource, unknown } from "../../../testing/stack";

const GROUP = "aws:cloudwatch/logGroup:LogGroup";
const contract = { customerKeys: true };
const key = resource("aws:kms/key:Key", "logs");

ruleTest(rule, {
  valid: [
    { name: "a key of the stack", contract, stack: [key, resource(GROUP, "app", { kmsKeyId: key.arn })] },
    { name: "a key from elsewhere", contract, stack: [resource(GROUP, "app", { kmsKeyId: unknown })] },
    { name: "no key of one's own anywhere, without a contract", stack: [resource(GROUP, "app")] },
    {
      name: "a key that AWS manages, without a contract",
      stack: [resource(GROUP, "app"), resource("aws:sns/topic:Topic", "t", { kmsMasterKeyId: "alias/aws/sns" })],
    },
    { name: "a group that the stack only reads", contract, stack: [resource(GROUP, "app", {}, { external: true })] },
  ],
  invalid: [
    {
      name: "no key beside one of the stack's, without a contract",
      stack: [key, resource(GROUP, "app", { retentionInDays: 30 }), resource(GROUP, "audit", { kmsKeyId: "" })],
      findings: [
        { resource: "app", path: "kmsKeyId", level: "advisory", message: /logs\.REGION/ },
        { resource: "audit", path: "kmsKeyId" },
      ],
    },
    {
      name: "no key where something else names one",
      stack: [resource(GROUP, "app"), resource("aws:efs/fileSystem:FileSystem", "files", { kmsKeyId: unknown })],
      findings: [{ resource: "app", path: "kmsKeyId", level: "advisory" }],
    },
    {
      name: "no key although the contract asks for one",
      contract,
      stack: [resource(GROUP, "app")],
      findings: [{ resource: "app", path: "kmsKeyId", level: "mandatory" }],
    },
  ],
});
