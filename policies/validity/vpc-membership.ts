import {
  EC2_INSTANCE,
  EC2_SECURITY_GROUP,
  EC2_SUBNET,
  EC2_VPC,
  EC2_VPC_ENDPOINT,
  ECS_SERVICE,
  EFS_FILE_SYSTEM,
  EFS_MOUNT_TARGET,
  EKS_CLUSTER,
  LAMBDA_FUNCTION,
  LB_LOAD_BALANCER,
  MSK_CLUSTER,
  OPENSEARCH_DOMAIN,
  VPC_SECURITY_GROUP_VPC_ASSOCIATION,
} from "../../src/aws/type-tokens";
import { equals, type Certainty } from "../../src/graph/certainty";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { sharingZone } from "../../src/aws/network/vpc";
import { known, UNKNOWN } from "../../src/graph/value";
import type { Read, View } from "../../src/graph/view";
import { defineRule, type Context } from "../../src/rules/rule";

/** Where a resource names its subnets and its security groups. */
const MEMBERS: Readonly<Record<string, readonly [subnets: string, groups: string]>> = {
  [EC2_INSTANCE]: ["subnetId", "vpcSecurityGroupIds"],
  [LB_LOAD_BALANCER]: ["subnets", "securityGroups"],
  [LAMBDA_FUNCTION]: ["vpcConfig.subnetIds", "vpcConfig.securityGroupIds"],
  [ECS_SERVICE]: ["networkConfiguration.subnets", "networkConfiguration.securityGroups"],
  [EC2_VPC_ENDPOINT]: ["subnetIds", "securityGroupIds"],
  [EKS_CLUSTER]: ["vpcConfig.subnetIds", "vpcConfig.securityGroupIds"],
};

/** The VPC of a subnet or a group: the resource, else its id. */
function vpcOf(stack: Stack, member: Resource): Read<string> {
  const view = member.at("vpcId");
  const { resources, complete } = stack.refs(view, EC2_VPC);
  return complete && resources.length === 1 ? resources[0]?.urn : view.str();
}

const at = (resource: Resource, path: string): View => resource.at(...path.split("."));

/** A group of another VPC than that of the subnets. */
function checkGroups(stack: Stack, resource: Resource, { report }: Context): void {
  const [subnets = "", groups = ""] = MEMBERS[resource.type] ?? [];
  const vpcs = new Set(stack.refs(at(resource, subnets), EC2_SUBNET).resources.map((subnet) => vpcOf(stack, subnet)));
  const [vpc] = vpcs;
  if (vpcs.size !== 1 || !known(vpc)) {
    return;
  }
  const named = stack.refs(at(resource, groups), EC2_SECURITY_GROUP);
  for (const group of named.complete ? named.resources : []) {
    const own = vpcOf(stack, group);
    if (known(own) && own !== vpc) {
      report({
        at: at(resource, groups),
        onlyAtCreation: true,
        message:
          `The security group ${group.name} belongs to another VPC than the subnets. Use a security group of the VPC of ` +
          "the subnets.",
      });
    }
  }
}

/** A DNS name of an endpoint in a VPC without DNS, or without the endpoint that S3 requires beside it. */
function checkNames(stack: Stack, endpoint: Resource, { report, undecided }: Context): void {
  const { resources, complete } = stack.refs(endpoint.at("vpcId"), EC2_VPC);
  const [vpc] = resources;
  if (endpoint.bool("privateDnsEnabled") !== true || !vpc || !complete || vpc.external) {
    return;
  }
  const support = vpc.bool("enableDnsSupport") ?? true;
  const names = vpc.bool("enableDnsHostnames") ?? false;
  if (support === UNKNOWN || names === UNKNOWN) {
    undecided(vpc, "enableDnsHostnames");
  } else if (!support || !names) {
    report({
      at: endpoint,
      property: "privateDnsEnabled",
      onlyAtCreation: true,
      message: `Private names require DNS in the VPC ${vpc.name}. Set \`enableDnsHostnames: true, enableDnsSupport: true\` on it.`,
    });
  }
  checkStorage(stack, endpoint, { vpc, report });
}

function checkStorage(
  stack: Stack,
  endpoint: Resource,
  { vpc, report }: { vpc: Resource } & Pick<Context, "report">,
): void {
  const service = endpoint.str("serviceName");
  const isOnlyInbound = endpoint.bool("dnsOptions", "privateDnsOnlyForInboundResolverEndpoint") ?? true;
  const isStorage = known(service) && service.endsWith(".s3") && endpoint.str("vpcEndpointType") === "Interface";
  const gateways = stack.ofType(EC2_VPC_ENDPOINT).filter((other) => {
    const type = other.str("vpcEndpointType") ?? "Gateway";
    const name = other.str("serviceName");
    return type === UNKNOWN || (type === "Gateway" && (!known(name) || name.endsWith(".s3")));
  });
  if (isStorage && isOnlyInbound === true && gateways.length === 0) {
    report({
      at: endpoint,
      property: "privateDnsEnabled",
      onlyAtCreation: true,
      message:
        `Private names of S3 require a gateway endpoint for S3 in the VPC ${vpc.name}. Add one and make this wait for it, or ` +
        "set `dnsOptions: { privateDnsOnlyForInboundResolverEndpoint: false }`.",
      awsError:
        "To set PrivateDnsOnlyForInboundResolverEndpoint to true, the VPC … must have a Gateway endpoint for the service",
    });
  }
}

/** What has one subnet in each zone: where it names them, when that counts, and AWS's error. */
interface PerZone {
  readonly path: string;
  readonly what: string;
  readonly counts?: (resource: Resource) => Certainty;
  readonly awsError?: string;
}

const PER_ZONE: Readonly<Record<string, PerZone>> = {
  [EC2_VPC_ENDPOINT]: {
    path: "subnetIds",
    what: "an endpoint",
    counts: (endpoint) => equals(endpoint.str("vpcEndpointType"), "Interface"),
    awsError: "DuplicateSubnetsInSameZone",
  },
  "aws:ec2transitgateway/vpcAttachment:VpcAttachment": {
    path: "subnetIds",
    what: "an attachment to a transit gateway",
    awsError: "DuplicateSubnetsInSameZone",
  },
  [MSK_CLUSTER]: { path: "brokerNodeGroupInfo.clientSubnets", what: "a cluster" },
  [OPENSEARCH_DOMAIN]: {
    path: "vpcOptions.subnetIds",
    what: "a domain",
    counts: (domain) => equals(domain.bool("clusterConfig", "zoneAwarenessEnabled"), true),
  },
};

/** Two subnets in one zone of what has one in each. */
function checkZones(stack: Stack, resource: Resource, { report, undecided }: Context): void {
  const { path, what, counts, awsError } = PER_ZONE[resource.type] ?? { path: "", what: "" };
  const isCounted = counts?.(resource) ?? true;
  if (isCounted === false) {
    return;
  }
  const view = at(resource, path);
  const listed = view.list() ?? [];
  const { resources, complete } = stack.refs(view, EC2_SUBNET);
  if (!known(listed) || (!complete && listed.some((subnet) => subnet.isUnknown))) {
    undecided(resource, path);
    return;
  }
  // A list may name fewer subnets than it was computed from.
  const sharing = complete && listed.length === resources.length ? sharingZone(stack, resources) : undefined;
  if (sharing && isCounted === UNKNOWN) {
    undecided(resource, path);
  } else if (sharing) {
    report({
      at: resource,
      property: path,
      onlyAtCreation: true,
      message:
        `The subnets ${sharing.pair.map(({ name }) => name).join(", ")} are both in the zone ${sharing.zone}, and ${what} ` +
        "can have one subnet in each zone. Leave out one of them.",
      ...(awsError !== undefined && { awsError }),
    });
  }
}

/** Two mount targets of a file system in one zone. */
function checkMountTargets(stack: Stack, { report }: Context): void {
  for (const files of stack.managed(EFS_FILE_SYSTEM)) {
    const targets = stack.referrers(files, "fileSystemId", EFS_MOUNT_TARGET).flatMap((target) => {
      const { resources, complete } = stack.refs(target.at("subnetId"), EC2_SUBNET);
      const [subnet, another] = resources;
      return subnet && !another && complete && !target.skipped ? [{ target, subnet }] : [];
    });
    const sharing = sharingZone(
      stack,
      targets.map(({ subnet }) => subnet),
    );
    const [earlier, later] = targets.filter(({ subnet }) => sharing?.pair.includes(subnet) === true);
    if (sharing && earlier && later) {
      report({
        at: later.target,
        property: "subnetId",
        onlyAtCreation: true,
        message:
          `The mount target ${earlier.target.name} is in the zone ${sharing.zone} too, and a file system has one mount ` +
          "target in each zone. Remove one of them.",
        awsError: "mount target already exists in this AZ",
      });
    }
  }
}

export default defineRule({
  id: "vpc-membership",
  category: "validity",
  description: "Subnets, security groups and endpoints must fit the VPC that they are in",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "A network interface has a subnet and security groups of one VPC, and the private names of an endpoint need DNS in its " +
    "VPC. AWS rejects what is of two VPCs, which easily happens where a program has several.",
  fix: {
    typescript: `const group = new aws.ec2.SecurityGroup("orders", { vpcId: vpc.id });
new aws.lambda.Function("orders", { vpcConfig: { subnetIds: [subnetOfTheSameVpc.id], securityGroupIds: [group.id] }, /* … */ });`,
    python: `group = aws.ec2.SecurityGroup("orders", vpc_id=vpc.id)
aws.lambda_.Function("orders",
    vpc_config={"subnet_ids": [subnet_of_the_same_vpc.id], "security_group_ids": [group.id]})`,
    yaml: `resources:
  group:
    type: aws:ec2:SecurityGroup
    properties:
      vpcId: \${vpc.id}`,
  },
  limits:
    "Subnets, groups and VPCs of other stacks; groups that are associated with further VPCs. On a resource that exists " +
    "already a finding is advisory.",
  references: [
    "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html",
    "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html",
  ],
  stack(stack, context) {
    // An association lets a group be used in a second VPC.
    const hasAssociations = stack.ofType(VPC_SECURITY_GROUP_VPC_ASSOCIATION).length > 0;
    for (const resource of hasAssociations ? [] : stack.managed(...Object.keys(MEMBERS))) {
      checkGroups(stack, resource, context);
    }
    for (const endpoint of stack.managed(EC2_VPC_ENDPOINT)) {
      checkNames(stack, endpoint, context);
    }
    for (const resource of stack.managed(...Object.keys(PER_ZONE))) {
      checkZones(stack, resource, context);
    }
    checkMountTargets(stack, context);
  },
});
