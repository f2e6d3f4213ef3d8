import { hasPublicAddress, reachabilityOf } from "../../src/aws/network/reachability";
import { MSK_CLUSTER, NEPTUNE_CLUSTER } from "../../src/aws/type-tokens";
import { not, type Certainty } from "../../src/graph/certainty";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { defineRule } from "../../src/rules/rule";

/** What is at the address, by type. */
const NOUNS: ReadonlyMap<string, string> = new Map([
  ["aws:redshift/cluster:Cluster", "warehouse"],
  ["aws:redshiftserverless/workgroup:Workgroup", "warehouse"],
  ["aws:dms/replicationInstance:ReplicationInstance", "replication instance"],
  ["aws:dms/instanceProfile:InstanceProfile", "replication instance"],
  ["aws:mq/broker:Broker", "broker"],
  ["aws:timestreaminfluxdb/dbInstance:DbInstance", "database"],
  ["aws:timestreaminfluxdb/dbCluster:DbCluster", "database"],
  ["aws:neptune/clusterInstance:ClusterInstance", "database"],
  ["aws:rds/shardGroup:ShardGroup", "database"],
  ["aws:lightsail/database:Database", "database"],
  ["aws:m2/environment:Environment", "mainframe environment"],
  [MSK_CLUSTER, "Kafka cluster"],
]);

const MSK_ACCESS = "brokerNodeGroupInfo.connectivityInfo.publicAccess.type";

export default defineRule({
  id: "endpoint-not-public",
  category: "network",
  description: "Databases, brokers and clusters must not have a public address",
  severity: "critical",
  level: "mandatory",
  basis: "public",
  failures: [],
  why:
    "With an address on the internet, one wrong rule of a security group or one leaked password opens the data to " +
    "everyone. Programs in the same network need no public address.",
  fix: {
    typescript: `publiclyAccessible: false,`,
    python: `publicly_accessible=False,`,
    yaml: `publiclyAccessible: false`,
  },
  limits:
    "Instances of RDS (rds-not-public), search domains and clusters of EKS. What the internet certainly cannot reach is " +
    "advisory: its subnets have no route to an internet gateway, or its security groups admit known addresses only.",
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/dms-controls.html",
  ],
  alone: [...NOUNS.keys()],
  stack(stack, { decide }) {
    for (const resource of stack.managed(...NOUNS.keys())) {
      const noun = NOUNS.get(resource.type) ?? "";
      const property = resource.type === MSK_CLUSTER ? MSK_ACCESS : "publiclyAccessible";
      const fix = resource.type === MSK_CLUSTER ? `\`type: "DISABLED"\`` : "`publiclyAccessible: false`";
      const barrier = barrierOf(stack, resource);
      decide(not(isPublic(stack, resource)), {
        at: resource,
        property,
        ...(barrier === undefined
          ? { message: `The ${noun} gets a public address. Set ${fix}, and connect from inside the VPC.` }
          : {
              level: "advisory",
              message: `The ${noun} gets a public address, and only this protects it: ${barrier}. Set ${fix}.`,
            }),
      });
    }
  },
});

function isPublic(stack: Stack, resource: Resource): Certainty {
  return resource.type === MSK_CLUSTER || resource.type === "aws:redshift/cluster:Cluster"
    ? hasPublicAddress(stack, resource)
    : (resource.bool("publiclyAccessible") ?? false);
}

/** What keeps the internet from it today; absent where it is open, or may be. */
function barrierOf(stack: Stack, resource: Resource): string | undefined {
  const [cluster] =
    resource.type === "aws:neptune/clusterInstance:ClusterInstance"
      ? stack.refs(resource.at("clusterIdentifier"), NEPTUNE_CLUSTER).resources
      : [resource];
  if (cluster === undefined || hasPublicAddress(stack, cluster) === false) {
    // How it is reached is not known.
    return undefined;
  }
  const { hasRoute, isAdmitted } = reachabilityOf(stack, cluster);
  return hasRoute === false
    ? "its subnets have no route to an internet gateway"
    : isAdmitted === false
      ? "its security groups do not admit the internet"
      : undefined;
}
