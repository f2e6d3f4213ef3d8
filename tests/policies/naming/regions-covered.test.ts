import rule from "../../../policies/naming/regions-covered";
import type { Contract } from "../../../src/contract/contract";
import { resource, ruleTest, unknown, type BuiltResource, type Input } from "../../../src/testing";

const contract: Contract = { regions: { names: ["us-east-1", "us-west-2"], services: ["sqs", "dynamodb"] } };
const config = { "aws:region": "us-east-1" };
const root = resource("pulumi:pulumi:Stack", "shop-dev");
const west = resource("pulumi:providers:aws", "west", { region: "us-west-2" });
const tokyo = resource("pulumi:providers:aws", "tokyo", { region: "ap-northeast-1" });
const east = resource("aws:sqs/queue:Queue", "orders");
const westQueue = resource("aws:sqs/queue:Queue", "orders-west", {}, { provider: west });
const table = (more: Record<string, Input> = { replicas: [{ regionName: "us-west-2" }] }): BuiltResource =>
  resource("aws:dynamodb/table:Table", "orders", { hashKey: "id", ...more });

ruleTest(rule, {
  valid: [
    { name: "no contract", stack: [root, east], config },
    { name: "providers, and replicas of a table", contract, config, stack: [root, west, east, westQueue, table()] },
    {
      name: "the region of a resource",
      contract,
      config,
      stack: [root, east, resource("aws:sqs/queue:Queue", "orders-west", { region: "us-west-2" }), table()],
    },
    {
      name: "a role, which is in no region",
      contract: { regions: { names: ["us-east-1", "us-west-2"] } },
      config,
      stack: [root, tokyo, resource("aws:iam/role:Role", "worker", { assumeRolePolicy: "{}" }, { provider: tokyo })],
    },
  ],
  invalid: [
    {
      name: "a service in one region only",
      contract,
      config,
      stack: [root, east, table()],
      findings: [
        { resource: "shop-dev", level: "mandatory", message: /"sqs".*none in us-west-2\. Add aws\.sqs\.Queue/ },
      ],
    },
    {
      name: "a table without replicas",
      contract,
      config,
      stack: [root, west, east, westQueue, table({})],
      findings: [{ resource: "shop-dev", level: "mandatory", message: /"dynamodb"/ }],
    },
    {
      name: "a resource in a third region",
      contract: { regions: { names: ["us-east-1", "us-west-2"] } },
      config,
      stack: [root, tokyo, resource("aws:sqs/queue:Queue", "orders-tokyo", {}, { provider: tokyo })],
      findings: [
        { resource: "orders-tokyo", level: "mandatory", message: /in ap-northeast-1, and .* us-east-1 and us-west-2/ },
      ],
    },
  ],
  undecided: [
    {
      name: "a region that is not known yet",
      contract,
      config,
      stack: [root, resource("aws:sqs/queue:Queue", "orders", { region: unknown }), table()],
      at: ["orders.region"],
    },
  ],
});
