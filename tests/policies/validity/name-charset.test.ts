import rule from "../../../policies/validity/name-charset";
import { createdAndDeployed } from "../../kit/deployed";
import { ruleTest, runRule } from "../../../src/testing/rule-test";
import { build, resource, unknown } from "../../../src/testing/stack";

const INSTANCE = "aws:rds/instance:Instance";
const BUCKET = "aws:s3/bucket:Bucket";
const SUBNETS = "aws:rds/subnetGroup:SubnetGroup";
const REPOSITORY = "aws:ecr/repository:Repository";
const ALIAS = "aws:kms/alias:Alias";
const VAULT = "aws:backup/vault:Vault";
const CACHE = "aws:elasticache/replicationGroup:ReplicationGroup";

ruleTest(rule, {
  valid: [
    { name: "a database", stack: [resource(INSTANCE, "Db", { identifier: "orders-1" })] },
    { name: "an automatic name in lower case", stack: [resource(INSTANCE, "orders")] },
    { name: "a bucket, whose automatic name is in lower case always", stack: [resource(BUCKET, "OrdersData")] },
    { name: "a cache, whose automatic name is in lower case always", stack: [resource(CACHE, "OrdersCache")] },
    {
      name: "a cache with upper case, which AWS accepts",
      stack: [resource(CACHE, "c", { replicationGroupId: "Orders" })],
    },
    {
      name: "a cluster without a name, which the provider names",
      stack: [resource("aws:rds/cluster:Cluster", "Main")],
    },
    { name: "a bucket with dots", stack: [resource(BUCKET, "b", { bucket: "www.shop.io" })] },
    { name: "a subnet group with all that AWS accepts", stack: [resource(SUBNETS, "s", { name: "a b_c.d-1" })] },
    { name: "a repository in a namespace", stack: [resource(REPOSITORY, "r", { name: "team/api--v2" })] },
    {
      name: "an Output instead of a name, which another rule reports",
      stack: [resource(ALIAS, "a", { name: "alias/[object Promise]" })],
    },
    { name: "an alias", stack: [resource(ALIAS, "a", { name: "alias/Orders/db" }), resource(ALIAS, "Auto")] },
    {
      name: "FIFO queues and topics",
      stack: [
        resource("aws:sqs/queue:Queue", "q", { name: "orders.fifo", fifoQueue: true }),
        resource("aws:sns/topic:Topic", "t", { name: "orders.fifo", fifoTopic: true }),
      ],
    },
    {
      name: "FIFO queues and topics whose endings the provider adds",
      stack: [
        resource("aws:sqs/queue:Queue", "orders", { fifoQueue: true }),
        resource("aws:sns/topic:Topic", "orders", { fifoTopic: true }),
      ],
    },
    {
      name: "a role with all that IAM accepts",
      stack: [resource("aws:iam/role:Role", "r", { name: "a+b=c,d.e@f_g-H1" })],
    },
    {
      name: "an alarm with spaces",
      stack: [resource("aws:cloudwatch/metricAlarm:MetricAlarm", "a", { name: "CPU > 80 %" })],
    },
    {
      name: "a security group",
      stack: [resource("aws:ec2/securityGroup:SecurityGroup", "g", { name: "web (eu): 80/tcp" })],
    },
    { name: "a log group", stack: [resource("aws:cloudwatch/logGroup:LogGroup", "l", { name: "/aws/lambda/Api#1" })] },
    {
      name: "a table named by its ARN",
      stack: [resource("aws:dynamodb/table:Table", "t", { name: "arn:aws:dynamodb:x:1:table/y" })],
    },
    { name: "a vault of 50 characters", stack: [resource(VAULT, "v", { name: "v".repeat(50) })] },
    { name: "a prefix that ends with a hyphen", stack: [resource(INSTANCE, "d", { identifierPrefix: "orders-" })] },
    { name: "a short prefix", stack: [resource(BUCKET, "b", { bucketPrefix: "o-" })] },
    {
      name: "names that Pulumi generates from a pattern",
      stack: [resource(REPOSITORY, "ApiImages")],
      config: { "pulumi:autonaming": '{"mode": "verbatim"}' },
    },
    {
      name: "types without a rule",
      stack: [resource("aws:ec2/vpc:Vpc", "Main VPC"), resource("aws:acm/certificate:Certificate", "A")],
    },
    {
      name: "a bucket that the stack only reads",
      stack: [resource(BUCKET, "b", { bucket: "Old_Bucket" }, { external: true })],
    },
    {
      name: "a long load balancer's name, which another rule reports",
      stack: [resource("aws:lb/targetGroup:TargetGroup", "g", { name: "g".repeat(40) })],
    },
    {
      name: "a contract that allows longer names",
      stack: [resource(VAULT, "v", { name: "v".repeat(60) })],
      contract: { facts: { "name-rules": { types: { [VAULT]: { maximum: 64 } } } } },
    },
  ],
  invalid: createdAndDeployed([
    {
      name: "a FIFO queue with the ending in its logical name, to which the provider adds another",
      stack: [resource("aws:sqs/queue:Queue", "orders.fifo", { fifoQueue: true })],
      findings: [
        {
          resource: "orders.fifo",
          path: "name",
          message: /"orders\.fifo-xxxxxxx\.fifo" .* has "\."\. .*Set `name: "orders\.fifo"` or the like\./,
        },
      ],
    },
    {
      name: "a FIFO queue whose name is too long with its ending",
      stack: [resource("aws:sqs/queue:Queue", "q".repeat(68), { fifoQueue: true })],
      findings: [{ resource: "q".repeat(68), path: "name", message: /has 81 characters/ }],
    },
    {
      name: "upper case in a database's name",
      stack: [resource(INSTANCE, "db", { identifier: "OrdersDb" })],
      findings: [
        {
          resource: "db",
          path: "identifier",
          message:
            /^The name "OrdersDb" has "O", "D"\. AWS accepts lower-case letters, digits and -, lower-case letters at the start.* Set `identifier: "orders-db"` or the like\. AWS rejects this with: "only lowercase alphanumeric/,
        },
      ],
    },
    {
      name: "an automatic name of a logical name with upper case",
      stack: [resource(SUBNETS, "OrdersSubnets"), resource(REPOSITORY, "ApiImages")],
      findings: [
        {
          resource: "OrdersSubnets",
          path: "name",
          message: /"OrdersSubnets-xxxxxxx" with random digits for x, has "O", "S".*Set `name: "orders-subnets"`/,
        },
        { resource: "ApiImages", path: "name", message: /Invalid parameter at .repositoryName. failed/ },
      ],
    },
    {
      name: "underscores and upper case in a bucket's name",
      stack: [resource(BUCKET, "b", { bucket: "Shop_Data" })],
      findings: [
        {
          resource: "b",
          path: "bucket",
          message: /Set `bucket: "shop-data"` or the like\. AWS rejects this with: "InvalidBucketName/,
        },
      ],
    },
    {
      name: "a bucket by the older name of its type, with two dots and a hyphen at the end",
      stack: [resource("aws:s3/bucketV2:BucketV2", "b", { bucket: "shop..data-" })],
      findings: [{ resource: "b", path: "bucket", message: /ends with "-" and contains "\.\."/ }],
    },
    {
      name: "hyphens in a row, and a digit at the start",
      stack: [resource(INSTANCE, "db", { identifier: "1orders--db" })],
      findings: [
        {
          resource: "db",
          path: "identifier",
          message: /begins with "1" and contains "--".*Set another `identifier`/,
        },
      ],
    },
    {
      name: "spaces in a role's name",
      stack: [resource("aws:iam/role:Role", "r", { name: "Order Service" })],
      findings: [
        {
          resource: "r",
          path: "name",
          message: /has a space\. AWS accepts letters, digits and _ \+ = , \. @ -, .*Set `name: "Order-Service"`/,
        },
      ],
    },
    {
      name: "a security group whose automatic name begins like an id",
      stack: [resource("aws:ec2/securityGroup:SecurityGroup", "sg", {})],
      findings: [
        {
          resource: "sg",
          path: "name",
          message: /begins with "sg-"\. AWS rejects such names\. Set `name: "sg"`/,
        },
      ],
    },
    {
      name: "an alias without its beginning, and one of AWS",
      stack: [resource(ALIAS, "a", { name: "orders" }), resource(ALIAS, "b", { name: "alias/aws/orders" })],
      findings: [
        { resource: "a", path: "name", message: /does not begin with alias\/.*Set `name: "alias\/orders"`/ },
        { resource: "b", path: "name", message: /begins with "aws\/"/ },
      ],
    },
    {
      name: "a load balancer that begins like an internal one",
      stack: [resource("aws:lb/loadBalancer:LoadBalancer", "lb", { name: "internal-shop" })],
      findings: [{ resource: "lb", path: "name" }],
    },
    {
      name: "dots in a queue's name that is not FIFO",
      stack: [resource("aws:sqs/queue:Queue", "q", { name: "orders.dead" })],
      findings: [{ resource: "q", path: "name", message: /Set `name: "orders-dead"`/ }],
    },
    {
      name: "a vault of 51 characters, a bucket of two",
      stack: [resource(VAULT, "v", { name: "v".repeat(51) }), resource(BUCKET, "b", { bucket: "ab" })],
      findings: [
        {
          resource: "v",
          path: "name",
          message: /has 51 characters\. AWS accepts .* 2 to 50 characters\. Set `name: "v{50}"`/,
        },
        { resource: "b", path: "bucket", message: /has 2 characters/ },
      ],
    },
    {
      name: "a very long name, whose start is shown",
      stack: [resource("aws:iam/role:Role", "r", { name: "r".repeat(100) })],
      findings: [{ resource: "r", path: "name", message: /"r{80}…" has 100 characters/ }],
    },
    {
      name: "a prefix with upper case",
      stack: [resource(INSTANCE, "d", { identifierPrefix: "Orders-" })],
      findings: [
        {
          resource: "d",
          path: "identifierPrefix",
          message: /^The prefix "Orders-" has "O".*Change `identifierPrefix`/,
        },
      ],
    },
    {
      name: "a user of a cache, whose longest name is not known",
      stack: [resource("aws:elasticache/user:User", "u", { userId: "app_user" })],
      findings: [{ resource: "u", path: "userId", message: /at least 1 characters/ }],
    },
    {
      name: "what a component of a package creates",
      stack: [
        resource("awsx:ecr:Repository", "images"),
        resource(REPOSITORY, "r", { name: "Images" }, { parent: resource("awsx:ecr:Repository", "images") }),
      ],
      findings: [{ resource: "r", path: "name", level: "advisory" }],
    },
  ]),
  undecided: [
    { name: "a name that is not known yet", stack: [resource(BUCKET, "b", { bucket: unknown })], at: ["b.bucket"] },
  ],
});

test("a bucket of 2015 that exists under its name is accepted", () => {
  const recorded = build([resource(BUCKET, "b", { bucket: "Old_Bucket" })], "up");
  const levels = (): string[] => runRule(rule, { name: "" }, "up", recorded).results.map(({ level }) => level);
  expect(levels()).toEqual(["advisory"]);
  for (const { outputs } of recorded.resources) {
    outputs["id"] = "Old_Bucket";
  }
  expect(levels()).toEqual([]);
});
