import rule from "../../../policies/naming/name-matches-pattern";
import type { Contract } from "../../../src/contract/contract";
import { resource, ruleTest, unknown, type BuiltResource, type Input } from "../../../src/testing";

const contract: Contract = {
  environment: "test",
  environmentSuffix: "pr12",
  naming: {
    pattern: "shop-{type}-{environment}-{suffix}",
    exceptions: { "aws.s3.*": "shop-{name}-{region}-{suffix}", "aws.iam.*": "{name}" },
  },
};
const config = { "aws:region": "eu-west-1" };
const queue = (logical: string, name: Input): BuiltResource => resource("aws:sqs/queue:Queue", logical, { name });
const bucket = (name: string): BuiltResource => resource("aws:s3/bucket:Bucket", "pictures", { bucket: name });

ruleTest(rule, {
  valid: [
    { name: "no contract", stack: [queue("orders", "orders")] },
    { name: "a name of the form", contract, stack: [queue("orders", "shop-order-queue-test-pr12")] },
    { name: "another case", contract, stack: [queue("orders", "Shop-Orders-Test-PR12")] },
    { name: "a name that Pulumi makes", contract, stack: [queue("shop-orders-test-pr12", undefined)] },
    { name: "an exception with the region", contract, config, stack: [bucket("shop-pictures-eu-west-1-pr12")] },
    {
      name: "an exception for any name",
      contract,
      stack: [resource("aws:iam/role:Role", "worker", { name: "worker", assumeRolePolicy: "{}" })],
    },
    {
      name: "what has no name",
      contract,
      stack: [resource("aws:sqs/queuePolicy:QueuePolicy", "orders", { queueUrl: "https://x", policy: "{}" })],
    },
  ],
  invalid: [
    {
      name: "two queues",
      contract,
      stack: [
        queue("orders", "orders-test-pr12"),
        queue("bills", "shop-bills-pr12"),
        queue("good", "shop-a-test-pr12"),
      ],
      findings: [
        {
          resource: "bills",
          path: "name",
          level: "mandatory",
          message: /"shop-bills-pr12".*shop-\{type\}-.*aws\.sqs\.Queue/,
        },
      ],
    },
    {
      name: "a bucket in another region",
      contract,
      config,
      stack: [bucket("shop-pictures-us-east-1-pr12")],
      findings: [{ resource: "pictures", path: "bucket", level: "mandatory" }],
    },
    {
      name: "a suffix that is only the beginning of another",
      contract,
      stack: [queue("orders", "shop-orders-test-pr123")],
      findings: [{ resource: "orders", path: "name", level: "mandatory" }],
    },
  ],
  undecided: [
    { name: "a name that is not known yet", contract, stack: [queue("orders", unknown)], at: ["orders.name"] },
  ],
});
