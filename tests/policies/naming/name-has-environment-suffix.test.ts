import rule from "../../../policies/naming/name-has-environment-suffix";
import { ruleTest } from "../../../testing/rule-test";
import { resource, text, unknown, type BuildOptions, type BuiltResource, type Input } from "../../../testing/stack";

const contract = { environmentSuffix: "dev" };
const queue = (name: string, inputs: Record<string, Input> = {}, options: BuildOptions = {}): BuiltResource =>
  resource("aws:sqs/queue:Queue", name, inputs, options);
const vpc = (name: string, tags?: Input): BuiltResource =>
  resource("aws:ec2/vpc:Vpc", name, { cidrBlock: "10.0.0.0/16", tags });

ruleTest(rule, {
  valid: [
    { name: "no contract", stack: [queue("orders", { name: "orders" })] },
    { name: "a name with it", contract, stack: [queue("orders", { name: "orders-dev" })] },
    { name: "a name that is made from the logical one", contract, stack: [queue("orders-dev")] },
    {
      name: "the same as the provider writes it",
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
      name: "things without a name",
      contract,
      stack: [
        resource("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "logs", { policyArn: "arn:aws:x" }),
        resource("aws:lb/listener:Listener", "https", { port: 443 }),
        resource("aws:ec2/route:Route", "out"),
        resource("aws:route53/record:Record", "www", { name: "www.shop.io" }),
        resource("random:index/randomPassword:RandomPassword", "password"),
      ],
    },
    { name: "what the stack only reads", contract, stack: [queue("orders", { name: "orders" }, { external: true })] },
  ],
  invalid: [
    {
      name: "a name without it, whatever the logical one says",
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
      name: "a name that is made from the logical one",
      contract,
      stack: [queue("orders")],
      findings: [{ resource: "orders", message: /its logical name, of which its name is made/ }],
    },
    {
      name: "the same as the provider writes it",
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
      findings: [{ resource: "vpc", message: /neither its logical name nor a tag Name contains/ }],
    },
    {
      name: "what a component of a package makes",
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
