import rule from "../../../policies/validity/property-combinations";
import { ruleTest } from "../../../src/testing/rule-test";
import { json, resource, unknown, type BuildOptions, type BuiltResource, type Input } from "../../../src/testing/stack";

const queue = (inputs: Record<string, Input>, options: BuildOptions = {}): BuiltResource =>
  resource("aws:sqs/queue:Queue", "orders", inputs, options);
const table = (inputs: Record<string, Input>): BuiltResource =>
  resource("aws:dynamodb/table:Table", "orders", {
    billingMode: "PAY_PER_REQUEST",
    hashKey: "id",
    attributes: [{ name: "id", type: "S" }],
    ...inputs,
  });
const key = resource("aws:kms/key:Key", "key");

ruleTest(rule, {
  valid: [
    { name: "a queue without properties", stack: [queue({})] },
    {
      name: "a FIFO queue",
      stack: [queue({ name: "orders.fifo", fifoQueue: true, contentBasedDeduplication: true })],
    },
    { name: "a queue of another stack", stack: [queue({ contentBasedDeduplication: true }, { external: true })] },
    { name: "a condition that an unknown value may not meet", stack: [queue({ contentBasedDeduplication: false })] },
    { name: "a type without constraints", stack: [resource("aws:ec2/vpc:Vpc", "net", { cidrBlock: "10.0.0.0/16" })] },
    { name: "a key whose attribute is there", stack: [table({})] },
    {
      name: "a property that an existing queue has without the program",
      stack: [queue({ contentBasedDeduplication: true })],
      shape: "up",
    },
    {
      name: "an encryption key that is not used together with the queue's own",
      stack: [key, queue({ kmsMasterKeyId: key.arn })],
    },
  ],
  invalid: [
    {
      name: "a property that requires another",
      stack: [queue({ contentBasedDeduplication: true })],
      shape: "preview",
      findings: [
        {
          resource: "orders",
          path: "fifoQueue",
          message:
            /^`contentBasedDeduplication` is true and `fifoQueue` is not set, which means false\. Only FIFO queues.*\(aws\.sqs\.queue\.deduplication-needs-fifo, as of 2026-11-29\.\)$/,
        },
      ],
    },
    {
      name: "a name in a queue that exists already",
      stack: [queue({ fifoQueue: true, name: "orders" })],
      shape: "up",
      findings: [{ resource: "orders", path: "name", level: "advisory", message: /The resource exists already/ }],
    },
    {
      name: "a name with the wrong ending",
      stack: [queue({ name: "orders", fifoQueue: true })],
      shape: "preview",
      findings: [{ resource: "orders", path: "name", message: /must end with "\.fifo"/ }],
    },
    {
      name: "values that the constraint or AWS names, which are shown",
      shape: "preview",
      stack: [
        resource("aws:ebs/volume:Volume", "files", {
          availabilityZone: "eu-central-1a",
          size: 10,
          type: "gp3",
          iops: 6000,
        }),
        resource("aws:rds/instance:Instance", "orders", {
          instanceClass: "t3.micro",
          engine: "mysql",
          allocatedStorage: 20,
          username: "orders",
          manageMasterUserPassword: true,
        }),
      ],
      findings: [
        { resource: "files", path: "iops", message: /^`type` is "gp3" and `iops` is 6000\./ },
        { resource: "orders", path: "instanceClass", message: /"t3\.micro"/ },
      ],
    },
    {
      name: "a value that another resource computes, which is there",
      stack: [key, queue({ sqsManagedSseEnabled: true, kmsMasterKeyId: key.arn })],
      shape: "preview",
      findings: [{ resource: "orders", path: "kmsMasterKeyId", message: /`kmsMasterKeyId` is set/ }],
    },
    {
      name: "an element of a list, and a value in JSON",
      stack: [
        table({
          attributes: [
            { name: "id", type: "S" },
            { name: "day", type: "Number" },
          ],
          rangeKey: "day",
        }),
        resource("aws:sqs/queue:Queue", "jobs", {
          redrivePolicy: json({ deadLetterTargetArn: "arn:aws:sqs:us-east-1:111122223333:dead" }),
        }),
      ],
      shape: "preview",
      findings: [
        { resource: "orders", path: "attributes[1].type", message: /^`type` is "Number"\./ },
        { resource: "jobs", path: "redrivePolicy.maxReceiveCount", message: /is not set/ },
      ],
    },
  ],
  undecided: [
    {
      name: "a requirement that rests on an unknown value",
      stack: [queue({ contentBasedDeduplication: true, fifoQueue: unknown })],
      at: ["orders.fifoQueue"],
    },
    {
      name: "a condition that rests on an unknown value",
      stack: [queue({ contentBasedDeduplication: unknown })],
      at: ["orders.fifoQueue"],
    },
  ],
});
