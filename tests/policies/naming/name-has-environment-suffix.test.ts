import rule from "../../../policies/naming/name-has-environment-suffix";
import { ruleTest, runRule } from "../../../src/testing/rule-test";
import { resource, text, unknown, type BuildOptions, type BuiltResource, type Input } from "../../../src/testing/stack";

const contract = { environmentSuffix: "dev" };
const queue = (name: string, inputs: Record<string, Input> = {}, options: BuildOptions = {}): BuiltResource =>
  resource("aws:sqs/queue:Queue", name, inputs, options);
const vpc = (name: string, tags?: Input): BuiltResource =>
  resource("aws:ec2/vpc:Vpc", name, { cidrBlock: "10.0.0.0/16", tags });

// Where the contract has "{stack}", it holds the name of the stack.
const ofStack = (stackName: string): { stackName: string; contract: { environmentSuffix: string } } => ({
  stackName,
  contract: { environmentSuffix: stackName },
});

ruleTest(rule, {
  valid: [
    ...["environmentSuffix", "environment_suffix", "env"].map((key) => ({
      name: `"{stack}": a suffix from the configuration key ${key}`,
      ...ofStack("main"),
      config: { [`shop:${key}`]: "pr12" },
      stack: [queue("orders", { name: "orders-pr12" })],
    })),
    {
      name: `"{stack}": a suffix that follows the project's name in the stack's name`,
      ...ofStack("shoppr12"),
      stack: [queue("orders", { name: "orders-pr12" }), vpc("vpc", { Name: "vpc-pr12" })],
    },
    {
      name: '"{stack}": the last or the first part of the stack\'s name',
      ...ofStack("prod-eu"),
      stack: [queue("a", { name: "orders-prod" }), queue("b", { name: "orders-eu" })],
    },
    {
      name: '"{stack}": the stack\'s whole name',
      ...ofStack("TapStackdev12"),
      stack: [queue("orders", { name: "TapStackdev12-orders" })],
    },
    {
      name: "a suffix around the stack's name",
      stackName: "main",
      contract: { environmentSuffix: "x-main" },
      config: { "shop:env": "pr12" },
      stack: [queue("orders", { name: "orders-x-pr12" })],
    },
    { name: "no contract", stack: [queue("orders", { name: "orders" })] },
    { name: "a name with it", contract, stack: [queue("orders", { name: "orders-dev" })] },
    { name: "a name that comes from the logical one", contract, stack: [queue("orders-dev")] },
    {
      name: "the same with the provider's random characters",
      contract,
      stack: [queue("orders-dev", { name: "orders-dev-1a2b3c4" })],
    },
    { name: "a prefix", contract, stack: [resource("aws:s3/bucket:Bucket", "logs", { bucketPrefix: "logs-dev-" })] },
    {
      name: "a name from another resource's",
      contract,
      stack: [
        queue("orders-dev", { name: "orders-dev" }),
        queue("dead", { name: text`${queue("orders-dev", { name: "orders-dev" }).name}-dead` }),
      ],
    },
    { name: "a VPC by its logical name", contract, stack: [vpc("vpc-dev")] },
    { name: "a VPC by its tag", contract, stack: [vpc("vpc", { Name: "shop-vpc-dev" })] },
    {
      name: "resources without a name",
      contract,
      stack: [
        resource("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "logs", { policyArn: "arn:aws:x" }),
        resource("aws:lb/listener:Listener", "https", { port: 443 }),
        resource("aws:ec2/route:Route", "out"),
        resource("aws:route53/record:Record", "www", { name: "www.shop.io" }),
        resource("random:index/randomPassword:RandomPassword", "password"),
      ],
    },
    {
      name: "a resource that the stack only reads",
      contract,
      stack: [queue("orders", { name: "orders" }, { external: true })],
    },
  ],
  invalid: [
    {
      name: '"{stack}": no suffix, where a part of the stack\'s name is expected',
      ...ofStack("shop-Dev12345"),
      stack: [queue("orders", { name: "orders" })],
      findings: [{ resource: "orders", path: "name", message: /"orders" does not contain the .* suffix "Dev12345"\./ }],
    },
    {
      name: '"{stack}": no suffix, where the one of the configuration is expected',
      ...ofStack("main"),
      config: { "shop:environmentSuffix": "Se3cret-9" },
      stack: [queue("orders", { name: "orders" })],
      secrets: ["Se3cret-9"],
      findings: [
        { resource: "orders", path: "name", message: /suffix from the configuration \(shop:environmentSuffix\)\./ },
      ],
    },
    {
      name: "\"{stack}\": a part of the stack's name that is the project's",
      ...ofStack("shop-dev"),
      stack: [queue("orders", { name: "shop-orders" })],
      findings: [{ resource: "orders", path: "name", message: /suffix "dev"/ }],
    },
    {
      name: "a suffix of the configuration where the contract names another one",
      contract: { environmentSuffix: "prod" },
      config: { "shop:env": "pr12" },
      stack: [queue("orders", { name: "orders-pr12" })],
      findings: [{ resource: "orders", path: "name", message: /suffix "prod"/ }],
    },
    {
      name: "a name without it beside a logical name with it",
      contract,
      stack: [queue("orders-dev", { name: "orders" })],
      findings: [{ resource: "orders-dev", path: "name", message: /"orders" does not contain .* suffix "dev"/ }],
    },
    {
      name: "a name of another environment",
      contract,
      stack: [queue("orders", { name: "orders-prod" })],
      findings: [{ resource: "orders", path: "name" }],
    },
    {
      name: "a name that comes from the logical one",
      contract,
      stack: [queue("orders")],
      findings: [
        { resource: "orders", message: /The logical name, which the name in AWS comes from, does not contain/ },
      ],
    },
    {
      name: "the same with the provider's random characters",
      contract,
      stack: [queue("orders", { name: "orders-1a2b3c4" })],
      findings: [{ resource: "orders" }],
    },
    {
      name: "other arguments than `name`",
      contract,
      stack: [
        resource("aws:rds/cluster:Cluster", "db", { clusterIdentifier: "payments", engine: "aurora-mysql" }),
        resource("aws:rds/instance:Instance", "other", { identifierPrefix: "payments-" }),
        resource("aws:kms/alias:Alias", "alias", { name: "alias/payments" }),
      ],
      findings: [
        { resource: "db", path: "clusterIdentifier" },
        { resource: "other", path: "identifierPrefix" },
        { resource: "alias", path: "name" },
      ],
    },
    {
      name: "a VPC",
      contract,
      stack: [vpc("vpc", { Name: "shop-vpc" })],
      findings: [{ resource: "vpc", message: /Neither the logical name nor the tag Name contains/ }],
    },
    {
      name: "a resource of a component of a package",
      contract,
      stack: [
        resource("awsx:ec2:Vpc", "shop"),
        resource("aws:ec2/vpc:Vpc", "shop", {}, { parent: resource("awsx:ec2:Vpc", "shop") }),
      ],
      findings: [{ resource: "shop", level: "advisory" }],
    },
  ],
  undecided: [
    {
      name: "a name that is not known yet",
      contract,
      stack: [queue("orders", { name: unknown })],
      at: ["orders.name"],
    },
    {
      name: "a tag that is not known yet",
      contract,
      stack: [vpc("vpc", { Name: unknown })],
      at: ["vpc.tags.Name"],
    },
  ],
});

describe("the variable ENVIRONMENT_SUFFIX", () => {
  const before = process.env["ENVIRONMENT_SUFFIX"];
  const run = (variable: string): (string | undefined)[] => {
    process.env["ENVIRONMENT_SUFFIX"] = variable;
    const testCase = { name: "", ...ofStack("main"), stack: [queue("orders", { name: "orders-pr12" })] };
    return runRule(rule, testCase, "preview").results.map(({ message }) => /suffix (\S+)\./.exec(message)?.[1]);
  };

  afterEach(() => {
    if (before === undefined) {
      delete process.env["ENVIRONMENT_SUFFIX"];
    } else {
      process.env["ENVIRONMENT_SUFFIX"] = before;
    }
  });

  test("gives a suffix that counts for the stack's name", () => {
    expect(run("pr12")).toEqual([]);
  });

  test("is the suffix that the message names", () => {
    expect(run("pr13")).toEqual(['"pr13"']);
  });

  test("counts for nothing where it is empty or not a suffix", () => {
    expect([run(""), run("a b")]).toEqual([['"main"'], ['"main"']]);
  });
});
