import { isReplica, isRestore } from "../databases/database";
import type { Resource } from "../../graph/resource";
import type { Stack } from "../../graph/stack";
import { UNKNOWN, type Unknown } from "../../graph/value";
import {
  DOCDB_CLUSTER,
  EC2_INSTANCE,
  EC2_SECURITY_GROUP,
  EC2_SUBNET,
  EC2_VPC,
  ECS_SERVICE,
  EFS_MOUNT_TARGET,
  ELASTICACHE_CLUSTER,
  LAMBDA_FUNCTION,
  LB_LOAD_BALANCER,
  NEPTUNE_CLUSTER,
  RDS_CLUSTER,
  RDS_INSTANCE,
} from "../type-tokens";
import { DEFAULT_VPC } from "./routes";
import { DEFAULT_SUBNET } from "./vpc";

/** How a resource names its subnets: itself, or by a subnet group. */
export interface Location {
  subnets?: readonly [string, ...string[]];
  group?: readonly [property: string, type: string];
  /** True where AWS uses the default VPC if none is named. */
  isDefaultOtherwise?: true;
  awsError?: string;
}

const database: Pick<Location, "isDefaultOtherwise" | "awsError"> = {
  isDefaultOtherwise: true,
  awsError: "The DB instance and EC2 security group are in different VPCs",
};

/** How the resources of each type name their subnets. */
export const LOCATIONS: Readonly<Record<string, Location>> = {
  [RDS_INSTANCE]: { group: ["dbSubnetGroupName", "aws:rds/subnetGroup:SubnetGroup"], ...database },
  [RDS_CLUSTER]: { group: ["dbSubnetGroupName", "aws:rds/subnetGroup:SubnetGroup"], ...database },
  [DOCDB_CLUSTER]: { group: ["dbSubnetGroupName", "aws:docdb/subnetGroup:SubnetGroup"], isDefaultOtherwise: true },
  [NEPTUNE_CLUSTER]: {
    group: ["neptuneSubnetGroupName", "aws:neptune/subnetGroup:SubnetGroup"],
    isDefaultOtherwise: true,
  },
  [ELASTICACHE_CLUSTER]: {
    group: ["subnetGroupName", "aws:elasticache/subnetGroup:SubnetGroup"],
    isDefaultOtherwise: true,
  },
  "aws:elasticache/replicationGroup:ReplicationGroup": {
    group: ["subnetGroupName", "aws:elasticache/subnetGroup:SubnetGroup"],
    isDefaultOtherwise: true,
  },
  "aws:redshift/cluster:Cluster": {
    group: ["clusterSubnetGroupName", "aws:redshift/subnetGroup:SubnetGroup"],
    isDefaultOtherwise: true,
  },
  [EC2_INSTANCE]: { subnets: ["subnetId"], isDefaultOtherwise: true },
  [LAMBDA_FUNCTION]: { subnets: ["vpcConfig", "subnetIds"] },
  [ECS_SERVICE]: { subnets: ["networkConfiguration", "subnets"] },
  [LB_LOAD_BALANCER]: { subnets: ["subnets"] },
  [EFS_MOUNT_TARGET]: { subnets: ["subnetId"] },
  "aws:ec2/vpcEndpoint:VpcEndpoint": { subnets: ["subnetIds"] },
  "aws:eks/cluster:Cluster": { subnets: ["vpcConfig", "subnetIds"] },
};

/** A VPC of the stack, or the default VPC of the region. */
export type Network = Resource | "default" | Unknown;

/** The VPC that a subnet or security group is in; without `vpcId`, a group is in the default VPC. */
function networkOf(stack: Stack, resource: Resource): Network {
  if (resource.type === DEFAULT_SUBNET) {
    return "default";
  }
  const at = resource.at("vpcId");
  if (at.isAbsent) {
    return resource.type === EC2_SECURITY_GROUP && !resource.external && !resource.skipped ? "default" : UNKNOWN;
  }
  const { resources } = stack.refs(at, EC2_VPC, DEFAULT_VPC);
  const [vpc, ...others] = resources;
  if (!vpc || vpc.external || others.length > 0) {
    return UNKNOWN;
  }
  return vpc.type === DEFAULT_VPC ? "default" : vpc;
}

/** The networks of all these, where there is one for sure: the first. */
export function commonNetwork(stack: Stack, resources: readonly Resource[]): Network {
  const networks = new Set(resources.map((one) => networkOf(stack, one)));
  const [network = UNKNOWN] = networks.size === 1 ? networks : [];
  return network;
}

/** The VPC that a resource is created in. */
export function locationOf(stack: Stack, resource: Resource, location: Location): Network {
  const { subnets: path, group, isDefaultOtherwise } = location;
  const at = path ? resource.at(...path) : resource.at(group?.[0] ?? "");
  if (at.isAbsent) {
    return isDefaultOtherwise && !takesNetworkFromOther(resource) ? "default" : UNKNOWN;
  }
  if (group) {
    const groups = stack.refs(at, group[1]).resources;
    const [only] = groups.length === 1 ? groups : [];
    return only
      ? commonNetwork(stack, stack.refs(only.at("subnetIds"), EC2_SUBNET, DEFAULT_SUBNET).resources)
      : UNKNOWN;
  }
  return commonNetwork(stack, stack.refs(at, EC2_SUBNET, DEFAULT_SUBNET).resources);
}

/** True where the VPC comes from a source database, a launch template or a network interface. */
function takesNetworkFromOther(resource: Resource): boolean {
  if (resource.type === EC2_INSTANCE) {
    return ["launchTemplate", "networkInterfaces", "primaryNetworkInterface"].some(
      (property) => resource.find(property) !== undefined,
    );
  }
  const isDatabase = resource.type === RDS_INSTANCE || resource.type === RDS_CLUSTER;
  return (
    (isDatabase && (isReplica(resource) || isRestore(resource))) ||
    ["globalReplicationGroupId", "replicationGroupId", "globalClusterIdentifier", "snapshotIdentifier"].some(
      (property) => resource.find(property) !== undefined,
    )
  );
}
