import rule from "../../../policies/network/security-group-admits-clients";
import { privateSubnet, vpc } from "../../kit/network";
import { ruleTest } from "../../../src/testing/rule-test";
import { json, resource, text, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const CLASSIC = "aws:ec2/securityGroupRule:SecurityGroupRule";
const INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const [app = vpc, ...appRest] = privateSubnet("app", "us-east-1a");
const network = [vpc, app, ...appRest];

const group = (name: string, more: Record<string, Input> = {}): BuiltResource =>
  resource(GROUP, name, { vpcId: vpc.id, ...more });
const tasks = group("tasks");
const bastion = group("bastion");
const store = group("store");
const groups = [tasks, bastion, store];
const admit = (more: Record<string, Input>): BuiltResource =>
  resource(INGRESS, "in", { securityGroupId: store.id, ipProtocol: "tcp", fromPort: 5432, toPort: 5432, ...more });

const RDS = "aws:rds/instance:Instance";
const orders = resource(RDS, "orders", { engine: "postgres", vpcSecurityGroupIds: [store.id] });
const ledger = resource("aws:rds/cluster:Cluster", "ledger", {
  engine: "aurora-postgresql",
  vpcSecurityGroupIds: [store.id],
});
const ledgerNode = resource("aws:rds/clusterInstance:ClusterInstance", "ledger-0", { clusterIdentifier: ledger.id });
const withApi = resource("aws:rds/cluster:Cluster", "ledger", {
  engine: "aurora-postgresql",
  vpcSecurityGroupIds: [store.id],
  enableHttpEndpoint: true,
});
const sessions = resource("aws:elasticache/replicationGroup:ReplicationGroup", "sessions", {
  securityGroupIds: [store.id],
});
const proxy = resource("aws:rds/proxy:Proxy", "proxy", { engineFamily: "POSTGRESQL", vpcSecurityGroupIds: [store.id] });
const secret = resource("aws:secretsmanager/secret:Secret", "login");
const version = (content: Input): BuiltResource =>
  resource("aws:secretsmanager/secretVersion:SecretVersion", "login", {
    secretId: secret.id,
    secretString: json(content),
  });

const fn = (variables: Record<string, Input>, more: Record<string, Input> = {}): BuiltResource =>
  resource("aws:lambda/function:Function", "worker", {
    vpcConfig: { subnetIds: [app.id], securityGroupIds: [tasks.id], ...more },
    environment: { variables },
  });
const task = (container: Record<string, Input>, more: Record<string, Input> = {}): BuiltResource =>
  resource("aws:ecs/taskDefinition:TaskDefinition", "task", {
    containerDefinitions: json([{ name: "shop", ...container }]),
    ...more,
  });
const service = (definition: Input): BuiltResource =>
  resource("aws:ecs/service:Service", "shop", {
    taskDefinition: definition,
    networkConfiguration: { subnets: [app.id], securityGroups: [tasks.id] },
  });
const serve = (definition: BuiltResource): BuiltResource[] => [definition, service(definition.arn)];

const atFunction = { resource: "worker", path: "vpcConfig.securityGroupIds" };
const atService = { resource: "shop", path: "networkConfiguration.securityGroups" };
const base = [...network, ...groups];
const toOrders = fn({ DB_HOST: orders.address });
const envOf = (value: Input): Record<string, Input> => ({ environment: [{ name: "DB_HOST", value }] });
const role = resource("aws:iam/role:Role", "keeper", {});
const snapshots = resource("aws:iam/rolePolicy:RolePolicy", "keeper", {
  role: role.name,
  policy: json({ Statement: [{ Effect: "Allow", Action: "rds:*", Resource: "*" }] }),
});
const second = resource(RDS, "second", { engine: "postgres", vpcSecurityGroupIds: [store.id] });
const twin = resource(RDS, "twin", { engine: "postgres", vpcSecurityGroupIds: [bastion.id] });

const files = resource("aws:efs/fileSystem:FileSystem", "files");
const mountIn = (securityGroups?: Input): BuiltResource =>
  resource("aws:efs/mountTarget:MountTarget", "files", { fileSystemId: files.id, subnetId: app.id, securityGroups });
const point = resource("aws:efs/accessPoint:AccessPoint", "files", { fileSystemId: files.id });
const mounting = serve(task({}, { volumes: [{ name: "data", efsVolumeConfiguration: { fileSystemId: files.id } }] }));
const nfs = (more: Record<string, Input>): BuiltResource => admit({ fromPort: 2049, toPort: 2049, ...more });

ruleTest(rule, {
  valid: [
    {
      name: "a mount target that admits the tasks",
      stack: [...base, files, mountIn([store.id]), ...mounting, nfs({ referencedSecurityGroupId: tasks.id })],
    },
    { name: "a mount target in the default group", stack: [...base, files, mountIn(), ...mounting] },
    {
      name: "the client's group, by a rule of its own",
      stack: [...base, orders, toOrders, admit({ referencedSecurityGroupId: tasks.id })],
    },
    {
      name: "the client's group, by a classic rule with a wide range",
      stack: [
        ...base,
        orders,
        ...serve(task(envOf(orders.endpoint))),
        resource(CLASSIC, "in", {
          type: "ingress",
          securityGroupId: store.id,
          protocol: "-1",
          fromPort: 0,
          toPort: 0,
          sourceSecurityGroupId: tasks.id,
        }),
      ],
    },
    {
      name: "the client's group inline",
      stack: [
        ...network,
        tasks,
        ...[
          group("inline", { ingress: [{ protocol: "tcp", fromPort: 5432, toPort: 5432, securityGroups: [tasks.id] }] }),
        ].flatMap((one) => [
          one,
          ...[resource(RDS, "db", { engine: "postgres", vpcSecurityGroupIds: [one.id] })].flatMap((db) => [
            db,
            fn({ DATABASE_URL: text`postgres://${db.endpoint}/shop` }),
          ]),
        ]),
      ],
    },
    {
      name: "one group for both, which admits itself",
      stack: [
        ...network,
        ...[group("shared", { ingress: [{ protocol: "-1", fromPort: 0, toPort: 0, self: true }] })].flatMap((one) => [
          one,
          ...[resource(RDS, "db", { engine: "postgres", vpcSecurityGroupIds: [one.id] })].flatMap((db) => [
            db,
            fn({ DB_HOST: db.address }, { securityGroupIds: [one.id] }),
          ]),
        ]),
      ],
    },
    {
      name: "the block of the client's subnet",
      stack: [
        ...network.filter((one) => one !== app),
        ...groups,
        orders,
        admit({ cidrIpv4: "10.0.0.0/16" }),
        ...[resource("aws:ec2/subnet:Subnet", "placed", { vpcId: vpc.id, cidrBlock: "10.0.1.0/24" })].flatMap((one) => [
          one,
          fn({ DB_HOST: orders.address }, { subnetIds: [one.id] }),
        ]),
      ],
    },
    { name: "no database", stack: [...base, fn({ DB_HOST: "db.example.org" })] },
    {
      name: "a function outside VPCs",
      stack: [...base, orders, fn({ DB_HOST: orders.address }, { subnetIds: undefined, securityGroupIds: undefined })],
    },
    {
      name: "order alone",
      stack: [
        ...base,
        orders,
        resource(
          "aws:lambda/function:Function",
          "worker",
          { vpcConfig: { subnetIds: [app.id], securityGroupIds: [tasks.id] } },
          { dependsOn: [orders] },
        ),
      ],
    },
    {
      name: "groups outside the stack, of the client and of the database",
      stack: [
        ...base,
        orders,
        fn({ DB_HOST: orders.address }, { securityGroupIds: [tasks.id, "sg-0123"] }),
        ...[resource(RDS, "far", { engine: "postgres", vpcSecurityGroupIds: ["sg-0456"] })].flatMap((one) => [
          one,
          ...serve(task(envOf(one.address))),
        ]),
      ],
    },
    {
      name: "a database of unknown port, one that is only read, and a task definition outside the stack",
      stack: [
        ...base,
        ...[
          resource(RDS, "db", { engine: unknown, vpcSecurityGroupIds: [store.id] }),
          resource(RDS, "read", { engine: "postgres", vpcSecurityGroupIds: [store.id] }, { external: true }),
        ].flatMap((one) => [one, fn({ DB_HOST: one.address })]),
        service("shop:7"),
      ],
    },
    {
      name: "the name of the database, once it is known",
      stack: [...base, orders, ...serve(task(envOf("db.internal"))), fn({ DB_CLUSTER: orders.arn })],
      shape: "up",
    },
    {
      name: "the proxy before it, once it is known",
      stack: [
        ...base,
        orders,
        proxy,
        admit({ referencedSecurityGroupId: bastion.id }),
        fn({ DB_HOST: proxy.endpoint, DB_ID: orders.id, DB_SELF: orders.arn }),
      ],
      shape: "up",
    },
  ],
  invalid: [
    {
      name: "a mount target in the group of the tasks, which does not admit itself",
      stack: [...base, files, mountIn([tasks.id]), ...mounting],
      findings: [
        { ...atService, message: /mounts the file system files.*\(tasks\) do not admit these \(tasks\) on port 2049/ },
      ],
    },
    {
      name: "a function and a mount target that admits another group",
      stack: [
        ...base,
        files,
        mountIn([store.id]),
        point,
        resource("aws:lambda/function:Function", "worker", {
          vpcConfig: { subnetIds: [app.id], securityGroupIds: [tasks.id] },
          fileSystemConfig: { arn: point.arn, localMountPath: "/mnt/files" },
        }),
        nfs({ referencedSecurityGroupId: bastion.id }),
      ],
      findings: [{ ...atFunction, message: /mounts the file system files/ }],
    },
    {
      name: "a function, and no rule at all",
      stack: [...base, orders, toOrders],
      findings: [
        { ...atFunction, message: /connects to orders on port 5432, .*\(store\) admit none of these \(tasks\)\./ },
      ],
    },
    {
      name: "a task, and a rule for another group",
      stack: [...base, orders, ...serve(task(envOf(orders.address))), admit({ referencedSecurityGroupId: bastion.id })],
      findings: [atService],
    },
    {
      name: "a task set, and a rule for another port",
      stack: [
        ...base,
        orders,
        ...[task(envOf(orders.address))].flatMap((one) => [
          one,
          resource("aws:ecs/taskSet:TaskSet", "shop", {
            taskDefinition: one.arn,
            networkConfiguration: { subnets: [app.id], securityGroups: [tasks.id] },
          }),
        ]),
        admit({ referencedSecurityGroupId: tasks.id, fromPort: 3306, toPort: 3306 }),
      ],
      findings: [atService],
    },
    {
      name: "a cluster by its instance, in a URL, and a rule for itself",
      stack: [
        ...base,
        ledger,
        ledgerNode,
        fn({ DATABASE_URL: text`postgres://app@${ledgerNode.endpoint}/ledger` }),
        admit({ referencedSecurityGroupId: store.id }),
      ],
      findings: [atFunction],
    },
    {
      name: "a database and a cache in one group, only one of which the rule admits",
      stack: [
        ...base,
        orders,
        sessions,
        fn({ DB_HOST: orders.address, REDIS_HOST: sessions.primaryEndpointAddress, QUEUE_URL: unknown }),
        admit({ referencedSecurityGroupId: tasks.id }),
      ],
      findings: [{ ...atFunction, message: /connects to sessions.*port 6379/ }],
    },
    {
      name: "a cache, of a task with a string that is not known yet",
      stack: [
        ...base,
        sessions,
        proxy,
        ...serve(task({ environment: [{ name: "CACHE", value: sessions.primaryEndpointAddress }] })),
      ],
      findings: [atService],
    },
    {
      name: "a function that is handed the secret with the host",
      stack: [
        ...base,
        orders,
        secret,
        version({ host: orders.address, password: unknown }),
        fn({ SECRET_ARN: secret.arn }),
      ],
      findings: [atFunction],
    },
    {
      name: "a task that is handed a version of the secret",
      stack: [
        ...base,
        orders,
        secret,
        ...[version({ host: orders.address })].flatMap((one) => [
          one,
          ...serve(task({ secrets: [{ name: "DB_HOST", valueFrom: text`${one.arn}:host::` }] })),
        ]),
      ],
      findings: [atService],
    },
    {
      name: "addresses that are not the client's",
      stack: [
        ...groups,
        vpc,
        orders,
        admit({ cidrIpv4: "10.9.0.0/24" }),
        ...[resource("aws:ec2/subnet:Subnet", "placed", { vpcId: vpc.id, cidrBlock: "10.0.1.0/24" })].flatMap((one) => [
          one,
          fn({ DB_HOST: orders.address }, { subnetIds: [one.id] }),
        ]),
      ],
      findings: [atFunction],
    },
  ],
  undecided: [
    {
      name: "a rule that a targeted operation skips",
      stack: [
        ...base,
        orders,
        toOrders,
        resource("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "skipped", {}, { external: true }),
      ],
      at: ["worker.vpcConfig.securityGroupIds"],
    },
    {
      name: "a group that is not known yet, a literal one and a prefix list",
      stack: [...base, orders, toOrders, admit({ referencedSecurityGroupId: unknown })],
      at: ["worker.vpcConfig.securityGroupIds"],
    },
    {
      name: "a literal group",
      stack: [...base, orders, toOrders, admit({ referencedSecurityGroupId: "sg-0123" })],
      at: ["worker.vpcConfig.securityGroupIds"],
    },
    {
      name: "a prefix list",
      stack: [...base, orders, toOrders, admit({ prefixListId: "pl-0123" })],
      at: ["worker.vpcConfig.securityGroupIds"],
    },
    {
      name: "a block, while that of the client is not known",
      stack: [
        ...groups,
        vpc,
        orders,
        admit({ cidrIpv4: "10.0.0.0/16" }),
        ...[resource("aws:ec2/subnet:Subnet", "placed", { vpcId: vpc.id })].flatMap((one) => [
          one,
          fn({ DB_HOST: orders.address }, { subnetIds: [one.id] }),
        ]),
      ],
      at: ["worker.vpcConfig.securityGroupIds"],
    },
    {
      name: "a block of IPv6 addresses",
      stack: [
        ...groups,
        vpc,
        orders,
        admit({ cidrIpv6: "2a05:d018:1:200::/56" }),
        ...[resource("aws:ec2/subnet:Subnet", "placed", { vpcId: vpc.id, cidrBlock: "10.0.1.0/24" })].flatMap((one) => [
          one,
          fn({ DB_HOST: orders.address }, { subnetIds: [one.id] }),
        ]),
      ],
      at: ["worker.vpcConfig.securityGroupIds"],
    },
    {
      name: "rules that are not known yet",
      stack: [
        ...network,
        tasks,
        ...[group("later", { ingress: unknown })].flatMap((one) => [
          one,
          ...[resource(RDS, "db", { engine: "postgres", vpcSecurityGroupIds: [one.id] })].flatMap((db) => [
            db,
            fn({ DB_HOST: db.address }),
          ]),
        ]),
      ],
      at: ["worker.vpcConfig.securityGroupIds"],
    },
    {
      name: "the ARN of a database, for what the variable is not named like a host",
      stack: [...base, orders, fn({ DB_CLUSTER_ARN: orders.arn, QUEUE_URL: unknown })],
      at: ["worker.vpcConfig.securityGroupIds"],
    },
    {
      name: "two databases, and a host for one of them",
      stack: [...base, orders, second, fn({ DB_HOST: orders.address, OTHER: second.arn })],
      at: ["worker.vpcConfig.securityGroupIds", "worker.vpcConfig.securityGroupIds"],
    },
    {
      name: "a host of a database or of its proxy",
      stack: [...base, orders, proxy, fn({ DB_HOST: proxy.endpoint, DB: orders.arn })],
      at: ["worker.vpcConfig.securityGroupIds"],
    },
    {
      name: "a task that may go through the proxy",
      stack: [...base, orders, proxy, ...serve(task(envOf(orders.address)))],
      at: ["shop.networkConfiguration.securityGroups"],
    },
    {
      name: "a task that may use the Data API",
      stack: [...base, withApi, ...serve(task(envOf(withApi.arn)))],
      at: ["shop.networkConfiguration.securityGroups"],
    },
    {
      name: "a function with the secret, which may use the Data API",
      stack: [...base, withApi, secret, version({ host: withApi.endpoint }), fn({ SECRET_ARN: secret.arn })],
      at: ["worker.vpcConfig.securityGroupIds"],
    },
    {
      name: "a function with the secret of one database and the host of another",
      stack: [
        ...base,
        orders,
        twin,
        resource(INGRESS, "to-twin", {
          securityGroupId: bastion.id,
          referencedSecurityGroupId: tasks.id,
          ipProtocol: "tcp",
          fromPort: 5432,
          toPort: 5432,
        }),
        secret,
        version({ host: orders.address }),
        fn({ DB_HOST: twin.address, DB_SECRET: secret.name }),
      ],
      at: ["worker.vpcConfig.securityGroupIds"],
    },
    {
      name: "a task that may only call RDS",
      stack: [...base, orders, role, snapshots, ...serve(task(envOf(orders.id), { taskRoleArn: role.arn }))],
      at: ["shop.networkConfiguration.securityGroups"],
    },
  ],
});
