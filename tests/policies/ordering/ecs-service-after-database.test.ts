import rule from "../../../policies/ordering/ecs-service-after-database";
import { ruleTest } from "../../../src/testing/rule-test";
import { json, resource, text, type BuildOptions, type BuiltResource, type Input } from "../../../src/testing/stack";

const servers = resource("aws:ec2/securityGroup:SecurityGroup", "servers");
const closed = resource("aws:ec2/securityGroup:SecurityGroup", "closed", {
  ingress: [{ protocol: "tcp", fromPort: 5432, toPort: 5432, cidrBlocks: ["10.0.0.0/16"] }],
});
const open = resource("aws:ec2/securityGroup:SecurityGroup", "databases", {
  ingress: [{ protocol: "tcp", fromPort: 5432, toPort: 5432, securityGroups: [servers.id] }],
});
const password = resource("random:index/randomPassword:RandomPassword", "password", { length: 20 });
const database = (group: BuiltResource, name = "orders"): BuiltResource =>
  resource("aws:rds/instance:Instance", name, {
    engine: "postgres",
    username: "shop",
    password: password.result,
    vpcSecurityGroupIds: [group.id],
  });
const orders = database(closed);
const secret = resource("aws:secretsmanager/secret:Secret", "credentials");
const version = (value: Input): BuiltResource =>
  resource("aws:secretsmanager/secretVersion:SecretVersion", "version", { secretId: secret.id, secretString: value });
const withHost = version(json({ host: orders.address, password: password.result }));

const task = (container: Record<string, Input>): BuiltResource =>
  resource("aws:ecs/taskDefinition:TaskDefinition", "task", {
    family: "api",
    containerDefinitions: json([{ name: "api", image: "shop/api:1", ...container }]),
  });
const bySecret = task({ secrets: [{ name: "DATABASE", valueFrom: text`${secret.arn}:password::` }] });
const plain = task({});
const service = (of: BuiltResource, options: BuildOptions = {}): BuiltResource =>
  resource(
    "aws:ecs/service:Service",
    "api",
    { taskDefinition: of.arn, networkConfiguration: { subnets: ["subnet-1"], securityGroups: [servers.id] } },
    options,
  );
const base = [servers, closed, open, password, secret];

const cluster = resource("aws:rds/cluster:Cluster", "cluster", {
  engine: "aurora-postgresql",
  masterPassword: password.result,
});
const member = resource("aws:rds/clusterInstance:ClusterInstance", "cluster-0", { clusterIdentifier: cluster.id });
const ofCluster = version(json({ host: cluster.endpoint, password: password.result }));

ruleTest(rule, {
  valid: [
    {
      name: "the database's address in the task",
      stack: [
        ...base,
        orders,
        task({ environment: [{ name: "HOST", value: orders.address }] }),
        service(task({ environment: [{ name: "HOST", value: orders.address }] })),
      ],
    },
    {
      name: "an explicit dependency",
      stack: [...base, orders, withHost, bySecret, service(bySecret, { dependsOn: [orders] })],
    },
    {
      name: "a dependency on the secret's version, which waits for the database",
      stack: [...base, orders, withHost, bySecret, service(bySecret, { dependsOn: [withHost] })],
    },
    {
      name: "a service that waits for an instance of the cluster",
      stack: [...base, cluster, member, ofCluster, bySecret, service(bySecret, { dependsOn: [member] })],
    },
    { name: "a service without a database", stack: [...base, orders, withHost, plain, service(plain)] },
    {
      name: "a task definition of another stack",
      stack: [...base, orders, resource("aws:ecs/service:Service", "api", { taskDefinition: "api:3" })],
    },
    {
      name: "a group that admits the service for another database than the one that it waits for",
      stack: [...base, orders, database(open, "reports"), plain, service(plain, { dependsOn: [orders] })],
    },
    {
      name: "a service that the stack only reads",
      stack: [...base, orders, withHost, bySecret, service(bySecret, { external: true })],
    },
  ],
  invalid: [
    {
      name: "the database's credentials by a secret",
      stack: [...base, orders, withHost, bySecret, service(bySecret)],
      findings: [{ resource: "api", message: /database orders.*add `dependsOn: \[orders\]`/ }],
    },
    {
      name: "a secret with the same password only",
      stack: [...base, orders, version(password.result), bySecret, service(bySecret)],
      findings: [{ resource: "api" }],
    },
    {
      name: "a cluster, for whose instance it should wait",
      stack: [...base, cluster, member, ofCluster, bySecret, service(bySecret)],
      findings: [
        {
          resource: "api",
          message: /database cluster.*add the aws\.rds\.ClusterInstance named "cluster-0" to its `dependsOn`/,
        },
      ],
    },
    {
      name: "a database whose group admits the service",
      stack: [...base, database(open), plain, service(plain)],
      findings: [{ resource: "api", message: /orders/ }],
    },
    {
      name: "a database that takes its password from the secret",
      stack: [
        ...base,
        version("x"),
        resource("aws:rds/instance:Instance", "orders", { engine: "mysql", password: version("x").secretString }),
        bySecret,
        service(bySecret),
      ],
      findings: [{ resource: "api" }],
    },
  ],
});
