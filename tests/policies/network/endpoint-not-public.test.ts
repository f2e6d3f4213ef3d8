import rule from "../../../policies/network/endpoint-not-public";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const TYPES = [
  "aws:redshift/cluster:Cluster",
  "aws:redshiftserverless/workgroup:Workgroup",
  "aws:dms/replicationInstance:ReplicationInstance",
  "aws:dms/instanceProfile:InstanceProfile",
  "aws:mq/broker:Broker",
  "aws:timestreaminfluxdb/dbInstance:DbInstance",
  "aws:timestreaminfluxdb/dbCluster:DbCluster",
  "aws:neptune/clusterInstance:ClusterInstance",
  "aws:rds/shardGroup:ShardGroup",
  "aws:lightsail/database:Database",
  "aws:m2/environment:Environment",
];
const kafka = (type: Input): BuiltResource =>
  resource("aws:msk/cluster:Cluster", "events", {
    brokerNodeGroupInfo: { clientSubnets: ["subnet-1"], connectivityInfo: { publicAccess: { type } } },
  });
const vpc = resource("aws:ec2/vpc:Vpc", "main", { cidrBlock: "10.0.0.0/16" });
const group = resource("aws:ec2/securityGroup:SecurityGroup", "sales", {
  vpcId: vpc["id"],
  ingress: [{ protocol: "tcp", fromPort: 5439, toPort: 5439, cidrBlocks: ["203.0.113.0/29"] }],
});

ruleTest(rule, {
  valid: [
    {
      name: "without a public address",
      stack: [...TYPES.map((type) => resource(type, "private", { publiclyAccessible: false })), kafka("DISABLED")],
    },
    { name: "as they are by default", stack: TYPES.map((type) => resource(type, "default", {})) },
  ],
  invalid: [
    ...TYPES.map((type) => ({
      name: type,
      stack: [resource(type, "public", { publiclyAccessible: true })],
      findings: [{ resource: "public", path: "publiclyAccessible", message: /publiclyAccessible: false/ }],
    })),
    {
      name: "a boolean as a string",
      stack: [resource("aws:mq/broker:Broker", "public", { publiclyAccessible: "true" })],
      findings: [{ resource: "public", path: "publiclyAccessible" }],
    },
    {
      name: "Kafka",
      stack: [kafka("SERVICE_PROVIDED_EIPS")],
      findings: [{ resource: "events", path: "brokerNodeGroupInfo.connectivityInfo.publicAccess.type" }],
    },
    {
      name: "only a security group protects it",
      stack: [
        vpc,
        group,
        resource("aws:redshift/cluster:Cluster", "sales", {
          publiclyAccessible: true,
          vpcSecurityGroupIds: [group["id"]],
        }),
      ],
      findings: [
        { resource: "sales", path: "publiclyAccessible", level: "advisory", message: /only this protects it/ },
      ],
    },
  ],
  undecided: [
    {
      name: "the setting",
      stack: [resource("aws:mq/broker:Broker", "orders", { publiclyAccessible: unknown })],
      at: ["orders.publiclyAccessible"],
    },
  ],
});
