import { allOf, anyOf, type Certainty } from "../../graph/certainty";
import type { Resource } from "../../graph/resource";
import { grouped, type Refs, type Stack } from "../../graph/stack";
import { known, UNKNOWN } from "../../graph/value";
import { joinNames } from "../../graph/words";
import type { Read, View } from "../../graph/view";
import { forwardersOf } from "../delivery/load-balancing";
import { providerMajor } from "../provider-version";
import {
  admitsInternet,
  groupsOf,
  membersOf,
  opensTcpPort,
  rulesOfGroup,
  type SecurityGroupRule,
} from "./security-groups";
import { DEFAULT_SUBNET, hasInternetGateway, leadsToInternet, vpcOf } from "./vpc";
import {
  AUTOSCALING_GROUP,
  EC2_EIP,
  EC2_INSTANCE,
  EC2_LAUNCH_CONFIGURATION,
  EC2_LAUNCH_TEMPLATE,
  EC2_NETWORK_INTERFACE,
  EC2_SPOT_FLEET_REQUEST,
  EC2_SPOT_INSTANCE_REQUEST,
  EC2_SUBNET,
  ECS_SERVICE,
  EKS_NODE_GROUP,
  ELB_LOAD_BALANCER,
  LB_LISTENER,
  LB_LOAD_BALANCER,
  LB_TARGET_GROUP,
  NEPTUNE_CLUSTER,
  RDS_CLUSTER,
  RDS_CLUSTER_INSTANCE,
  RDS_INSTANCE,
} from "../type-tokens";

/** Whether there is a way from the internet to a resource, whatever its security groups admit. */
export interface Exposure {
  /** True where it has both an address and a route. */
  isExposed: Certainty;
  /** Whether it has a public address of its own. */
  hasAddress: Certainty;
  /** Whether its subnets have a route to an internet gateway. */
  hasRoute: Certainty;
}

/** Whether clients on the internet can connect to a resource, and the parts that decide it. */
export interface Reachability extends Exposure {
  /** True where the resource is exposed and its security groups admit everyone. */
  reachable: Certainty;
  /** Whether its security groups admit the internet to the port. */
  isAdmitted: Certainty;
  /** The rules that admit the internet to the port; those that may, where it is not known. */
  rules: SecurityGroupRule[];
  /** The internet-facing load balancers that forward to it, whether or not it is reachable by itself. */
  loadBalancers: Resource[];
}
export const EIP_ASSOCIATION = "aws:ec2/eipAssociation:EipAssociation";

/** One answer for all; unknown where they differ. */
function same(answers: readonly Certainty[]): Certainty {
  const [answer = UNKNOWN] = new Set(answers).size === 1 ? answers : [];
  return answer;
}

/** The subnets that a resource names. */
interface Subnets extends Refs {
  /** False where it is in some of them only, and it is not known in which. */
  areAll: boolean;
}

const NOT_KNOWN: Subnets = { resources: [], complete: false, areAll: false };

/** What a type's network interfaces are like; types that are not listed have no public addresses. */
interface Placement {
  hasAddress: (stack: Stack, resource: Resource) => Certainty;
  /** Where its subnets are; absent where AWS chooses the network, which the internet reaches. */
  subnets?: (stack: Stack, resource: Resource) => Subnets | undefined;
  /** True where it has an interface in each of its subnets: one public subnet is enough. */
  isInEach?: true;
}

const flag =
  (property: "publiclyAccessible", otherwise: boolean) =>
  (_stack: Stack, resource: Resource): Certainty =>
    resource.bool(property) ?? otherwise;

const at =
  (...path: [string, ...string[]]) =>
  (stack: Stack, resource: Resource): Subnets | undefined =>
    subnetsAt(stack, resource.at(...path));

function subnetsAt(stack: Stack, view: View): Subnets | undefined {
  return view.isAbsent ? undefined : namedSubnets(stack, view);
}

function namedSubnets(stack: Stack, view: View): Subnets {
  const refs = stack.refs(view, EC2_SUBNET, DEFAULT_SUBNET);
  // An output of a component counts as computed from all of its subnets, and may be any of them.
  return { ...refs, areAll: refs.resources.length <= view.scalars().length };
}

const ofGroup =
  (property: string, type: string) =>
  (stack: Stack, resource: Resource): Subnets | undefined => {
    const view = resource.at(property);
    if (view.isAbsent || view.value === "default") {
      return undefined;
    }
    const { resources, complete } = stack.refs(view, type);
    const [group, ...others] = resources;
    return group && others.length === 0 && complete ? namedSubnets(stack, group.at("subnetIds")) : NOT_KNOWN;
  };

/** The subnets of what starts instances with a launch template or launch configuration, those of its interfaces first. */
function subnetsOfUsers(stack: Stack, template: Resource): Subnets {
  const interfaces = template.list("networkInterfaces") ?? [];
  const own = known(interfaces) ? interfaces.map((one) => one.at("subnetId")).filter(({ isAbsent }) => !isAbsent) : [];
  const users = stack
    .users(template)
    .flatMap((user) => [
      ...(PLACES_OF_INSTANCES.get(user.type) ?? []).map((property) => user.at(property)),
      ...placesOfFleet(user),
    ])
    .filter((view) => !view.isAbsent);
  const places = own.length > 0 ? own : users;
  return places.length > 0 ? merged(places.map((view) => namedSubnets(stack, view))) : NOT_KNOWN;
}

/** Where a fleet names the subnets of the machines that it starts with launch templates. */
function placesOfFleet(user: Resource): View[] {
  const configs = FLEETS.includes(user.type) ? (user.list("launchTemplateConfigs") ?? []) : [];
  const overrides = known(configs) ? configs.map((config) => config.list("overrides") ?? []) : [];
  return overrides.flatMap((list) => (known(list) ? list.map((one) => one.at("subnetId")) : []));
}

const FLEETS: readonly string[] = ["aws:ec2/fleet:Fleet", EC2_SPOT_FLEET_REQUEST];

const PLACES_OF_INSTANCES: ReadonlyMap<string, readonly string[]> = new Map([
  [AUTOSCALING_GROUP, ["vpcZoneIdentifiers"]],
  [EKS_NODE_GROUP, ["subnetIds"]],
  [EC2_INSTANCE, ["subnetId"]],
]);

/** Whether an Elastic IP address is associated with an instance or network interface. */
function hasElasticIp(stack: Stack, resource: Resource): Certainty {
  return anyOf(
    [
      { type: EC2_EIP, properties: ["instance", "networkInterface"] },
      { type: EIP_ASSOCIATION, properties: ["instanceId", "networkInterfaceId"] },
    ].flatMap(({ type, properties }) =>
      stack.managed(type).flatMap((address) =>
        properties.map((property): Certainty => {
          const { resources, complete } = stack.refs(
            address.at(property),
            EC2_INSTANCE,
            EC2_SPOT_INSTANCE_REQUEST,
            EC2_NETWORK_INTERFACE,
          );
          return resources.includes(resource) ? resources.length === 1 || UNKNOWN : complete ? false : UNKNOWN;
        }),
      ),
    ),
  );
}

/** Whether an instance gets a public address at launch: by its own setting, else by that of its subnet. */
function assignsAddress(own: Read<boolean>, subnets: Refs | undefined): Certainty {
  if (own !== undefined) {
    return own;
  }
  if (subnets === undefined) {
    // It is started in a default subnet, which assigns public addresses.
    return true;
  }
  const answers = subnets.resources.map((subnet): Certainty =>
    subnet.external ? UNKNOWN : (subnet.bool("mapPublicIpOnLaunch") ?? subnet.type === DEFAULT_SUBNET),
  );
  return subnets.complete ? same(answers) : UNKNOWN;
}

/** Where an instance is given network interfaces that exist by themselves. */
function interfacesAt(instance: Resource): View[] {
  const properties = ["networkInterfaces", ...(instance.type === EC2_INSTANCE ? ["primaryNetworkInterface"] : [])];
  return properties.map((property) => instance.at(property)).filter(({ isAbsent }) => !isAbsent);
}

function instanceHasAddress(stack: Stack, instance: Resource): Certainty {
  const given = interfacesAt(instance);
  const refs = given.map((one) => stack.refs(one, EC2_NETWORK_INTERFACE));
  const resources = refs.flatMap((one) => one.resources);
  const complete = refs.every((one) => one.complete);
  const elastic = anyOf([instance, ...resources].map((one) => hasElasticIp(stack, one)));
  if (given.length > 0) {
    return anyOf([elastic, complete ? false : UNKNOWN]);
  }
  const isByTemplate = !instance.at("launchTemplate").isAbsent && instance.at("subnetId").isAbsent;
  const own = instance.bool("associatePublicIpAddress");
  return anyOf([
    elastic,
    isByTemplate ? (own ?? UNKNOWN) : assignsAddress(own, subnetsAt(stack, instance.at("subnetId"))),
  ]);
}

const merged = (all: readonly Subnets[]): Subnets => ({
  resources: all.flatMap(({ resources }) => resources),
  complete: all.every(({ complete }) => complete),
  areAll: all.every(({ areAll }) => areAll),
});

function subnetsOfInstance(stack: Stack, instance: Resource): Subnets | undefined {
  const interfaces = interfacesAt(instance).flatMap((one) => stack.refs(one, EC2_NETWORK_INTERFACE).resources);
  if (interfaces.length > 0) {
    return merged(interfaces.map((one) => namedSubnets(stack, one.at("subnetId"))));
  }
  const isByTemplate = !instance.at("launchTemplate").isAbsent && instance.at("subnetId").isAbsent;
  return isByTemplate ? NOT_KNOWN : subnetsAt(stack, instance.at("subnetId"));
}

function templateHasAddress(stack: Stack, template: Resource): Certainty {
  const interfaces = template.list("networkInterfaces") ?? [];
  const own = known(interfaces)
    ? interfaces.map((one) => one.bool("associatePublicIpAddress")).find((one) => one !== undefined)
    : UNKNOWN;
  return assignsAddress(own, subnetsOfUsers(stack, template));
}

/** The machines that a fleet starts; absent where they come from launch templates or are not known. */
function machinesOf(fleet: Resource): View[] | undefined {
  const machines = fleet.list("launchSpecifications");
  return known(machines) && machines.length > 0 ? machines : undefined;
}

const fleetHasAddress = (stack: Stack, fleet: Resource): Certainty =>
  anyOf(
    machinesOf(fleet)?.map((machine) =>
      assignsAddress(machine.bool("associatePublicIpAddress"), subnetsAt(stack, machine.at("subnetId"))),
    ) ?? [UNKNOWN],
  );

function subnetsOfFleet(stack: Stack, fleet: Resource): Subnets {
  const subnets = machinesOf(fleet)?.map((machine) => subnetsAt(stack, machine.at("subnetId")) ?? NOT_KNOWN);
  return subnets ? merged(subnets) : NOT_KNOWN;
}

/** Whether one of the instances of a cluster has a public address. */
const instancesHaveAddress =
  (type: string, isListed: (stack: Stack, cluster: Resource) => boolean = () => true) =>
  (stack: Stack, cluster: Resource): Certainty => {
    const instances = stack.referrers(cluster, "clusterIdentifier", type);
    return anyOf([
      ...instances.map((instance) => instance.bool("publiclyAccessible") ?? false),
      isListed(stack, cluster) ? false : UNKNOWN,
    ]);
  };

const isMultiAz = (cluster: Resource): boolean => !cluster.at("dbClusterInstanceClass").isAbsent;

function isInternetFacing(_stack: Stack, balancer: Resource): Certainty {
  const internal = balancer.bool("internal") ?? false;
  const type = balancer.type === LB_LOAD_BALANCER ? (balancer.str("loadBalancerType") ?? "application") : "classic";
  return internal === UNKNOWN || type === UNKNOWN ? UNKNOWN : !internal && type !== "gateway";
}

function subnetsOfBalancer(stack: Stack, balancer: Resource): Subnets | undefined {
  return balancer.at("subnets").isAbsent
    ? subnetsAt(stack, balancer.at("subnetMappings"))
    : subnetsAt(stack, balancer.at("subnets"));
}

const PLACEMENTS: ReadonlyMap<string, Placement> = new Map<string, Placement>([
  [
    RDS_INSTANCE,
    {
      hasAddress: flag("publiclyAccessible", false),
      subnets: ofGroup("dbSubnetGroupName", "aws:rds/subnetGroup:SubnetGroup"),
    },
  ],
  [
    RDS_CLUSTER,
    {
      hasAddress: instancesHaveAddress(RDS_CLUSTER_INSTANCE, (_stack, cluster) => !isMultiAz(cluster)),
      subnets: ofGroup("dbSubnetGroupName", "aws:rds/subnetGroup:SubnetGroup"),
    },
  ],
  [
    RDS_CLUSTER_INSTANCE,
    {
      hasAddress: flag("publiclyAccessible", false),
      subnets: (stack, instance) => {
        const [cluster] = stack.refs(instance.at("clusterIdentifier"), RDS_CLUSTER).resources;
        return ofGroup("dbSubnetGroupName", "aws:rds/subnetGroup:SubnetGroup")(
          stack,
          cluster && instance.at("dbSubnetGroupName").isAbsent ? cluster : instance,
        );
      },
    },
  ],
  [
    NEPTUNE_CLUSTER,
    {
      hasAddress: instancesHaveAddress("aws:neptune/clusterInstance:ClusterInstance"),
      subnets: ofGroup("neptuneSubnetGroupName", "aws:neptune/subnetGroup:SubnetGroup"),
    },
  ],
  [
    "aws:redshift/cluster:Cluster",
    {
      // The provider's own default was true before its version 7.
      hasAddress: (_stack, cluster) => cluster.bool("publiclyAccessible") ?? (providerMajor(cluster) ?? 7) < 7,
      subnets: ofGroup("clusterSubnetGroupName", "aws:redshift/subnetGroup:SubnetGroup"),
    },
  ],
  [
    "aws:redshiftserverless/workgroup:Workgroup",
    { hasAddress: flag("publiclyAccessible", false), subnets: at("subnetIds") },
  ],
  [
    "aws:dms/replicationInstance:ReplicationInstance",
    {
      hasAddress: flag("publiclyAccessible", false),
      subnets: ofGroup("replicationSubnetGroupId", "aws:dms/replicationSubnetGroup:ReplicationSubnetGroup"),
    },
  ],
  ["aws:mq/broker:Broker", { hasAddress: flag("publiclyAccessible", false), subnets: at("subnetIds") }],
  [
    "aws:timestreaminfluxdb/dbInstance:DbInstance",
    { hasAddress: flag("publiclyAccessible", false), subnets: at("vpcSubnetIds") },
  ],
  [
    "aws:timestreaminfluxdb/dbCluster:DbCluster",
    { hasAddress: flag("publiclyAccessible", false), subnets: at("vpcSubnetIds") },
  ],
  [
    "aws:msk/cluster:Cluster",
    {
      hasAddress: (_stack, cluster) => {
        const access = cluster.str("brokerNodeGroupInfo", "connectivityInfo", "publicAccess", "type") ?? "DISABLED";
        return access === UNKNOWN ? UNKNOWN : access !== "DISABLED";
      },
      subnets: at("brokerNodeGroupInfo", "clientSubnets"),
    },
  ],
  ["aws:opensearch/domain:Domain", { hasAddress: (_stack, domain) => domain.at("vpcOptions").isAbsent }],
  ["aws:elasticsearch/domain:Domain", { hasAddress: (_stack, domain) => domain.at("vpcOptions").isAbsent }],
  [EC2_INSTANCE, { hasAddress: instanceHasAddress, subnets: subnetsOfInstance }],
  [EC2_SPOT_INSTANCE_REQUEST, { hasAddress: instanceHasAddress, subnets: subnetsOfInstance }],
  [EC2_NETWORK_INTERFACE, { hasAddress: hasElasticIp, subnets: at("subnetId") }],
  [EC2_LAUNCH_TEMPLATE, { hasAddress: templateHasAddress, subnets: subnetsOfUsers, isInEach: true }],
  [
    EC2_LAUNCH_CONFIGURATION,
    {
      hasAddress: (stack, configuration) =>
        assignsAddress(configuration.bool("associatePublicIpAddress"), subnetsOfUsers(stack, configuration)),
      subnets: subnetsOfUsers,
      isInEach: true,
    },
  ],
  [
    EKS_NODE_GROUP,
    {
      hasAddress: (stack, nodes) => assignsAddress(undefined, subnetsAt(stack, nodes.at("subnetIds"))),
      subnets: at("subnetIds"),
      isInEach: true,
    },
  ],
  [
    AUTOSCALING_GROUP,
    {
      hasAddress: () => UNKNOWN,
      subnets: at("vpcZoneIdentifiers"),
      isInEach: true,
    },
  ],
  [EC2_SPOT_FLEET_REQUEST, { hasAddress: fleetHasAddress, subnets: subnetsOfFleet, isInEach: true }],
  // AWS, or an image, decides whether these get public addresses.
  ...[
    "aws:appstream/fleet:Fleet",
    "aws:appstream/imageBuilder:ImageBuilder",
    "aws:drs/replicationConfigurationTemplate:ReplicationConfigurationTemplate",
    "aws:ecs/capacityProvider:CapacityProvider",
    "aws:ecs/expressGatewayService:ExpressGatewayService",
    "aws:glue/devEndpoint:DevEndpoint",
    "aws:m2/environment:Environment",
    "aws:workspaces/directory:Directory",
  ].map((type): [string, Placement] => [type, { hasAddress: () => UNKNOWN, subnets: () => NOT_KNOWN }]),
  [
    "aws:batch/computeEnvironment:ComputeEnvironment",
    {
      hasAddress: (stack, environment) => {
        const type = environment.str("computeResources", "type");
        return known(type) && type.startsWith("FARGATE")
          ? UNKNOWN
          : assignsAddress(undefined, subnetsAt(stack, environment.at("computeResources", "subnets")));
      },
      subnets: at("computeResources", "subnets"),
      isInEach: true,
    },
  ],
  [
    "aws:emr/cluster:Cluster",
    {
      hasAddress: (stack, cluster) =>
        assignsAddress(undefined, subnetsAt(stack, cluster.at("ec2Attributes", "subnetId"))),
      subnets: at("ec2Attributes", "subnetId"),
    },
  ],
  ...[ECS_SERVICE, "aws:ecs/taskSet:TaskSet"].map((type): [string, Placement] => [
    type,
    {
      hasAddress: (_stack, service) => service.bool("networkConfiguration", "assignPublicIp") ?? false,
      subnets: at("networkConfiguration", "subnets"),
      isInEach: true,
    },
  ]),
  [LB_LOAD_BALANCER, { hasAddress: isInternetFacing, subnets: subnetsOfBalancer, isInEach: true }],
  [ELB_LOAD_BALANCER, { hasAddress: isInternetFacing, subnets: at("subnets"), isInEach: true }],
  [
    "aws:transfer/server:Server",
    {
      hasAddress: (_stack, server) => {
        const endpoint = server.str("endpointType") ?? "PUBLIC";
        const addresses = server.at("endpointDetails", "addressAllocationIds");
        return endpoint === UNKNOWN ? UNKNOWN : endpoint === "PUBLIC" || !addresses.isAbsent;
      },
      subnets: at("endpointDetails", "subnetIds"),
    },
  ],
]);

/** Whether a resource has a public address of its own. Caches, functions and VPC endpoints never have one. */
export function hasPublicAddress(stack: Stack, resource: Resource): Certainty {
  if (resource.external) {
    return UNKNOWN;
  }
  return PLACEMENTS.get(resource.type)?.hasAddress(stack, resource) ?? false;
}

/** Whether the subnets of a resource have a route to an internet gateway. */
export function hasInternetRoute(stack: Stack, resource: Resource): Certainty {
  const placement = PLACEMENTS.get(resource.type);
  if (!placement) {
    return false;
  }
  const subnets = placement.subnets?.(stack, resource);
  if (!subnets) {
    // AWS's own network, or the default VPC, which AWS creates with an internet gateway.
    return true;
  }
  const answers = subnets.resources.map((subnet) => {
    const answer = leadsToInternet(stack, subnet);
    // AWS creates the default VPC with a route to an internet gateway in its main route table.
    return answer === UNKNOWN && subnet.type === DEFAULT_SUBNET ? true : answer;
  });
  if (placement.isInEach && subnets.areAll && answers.includes(true)) {
    return true;
  }
  return subnets.complete ? same(answers) : UNKNOWN;
}

/** Whether the VPC that a resource is in has an internet gateway. */
export function isBehindInternetGateway(stack: Stack, resource: Resource): Certainty {
  const subnets = PLACEMENTS.get(resource.type)?.subnets?.(stack, resource);
  if (!subnets?.complete) {
    return UNKNOWN;
  }
  const vpcs = subnets.resources.map((subnet) => vpcOf(stack, subnet));
  return same(vpcs.map((vpc) => (vpc ? hasInternetGateway(stack, vpc) : UNKNOWN)));
}

function admission(
  stack: Stack,
  resource: Resource,
  port: number | undefined,
): Pick<Reachability, "isAdmitted" | "rules"> {
  const { resources: groups, complete } = groupsOf(stack, resource);
  const found = groups.map((group) => rulesOfGroup(stack, group, "ingress"));
  const answers = found
    .flatMap(({ rules }) => rules)
    .map((rule): { rule: SecurityGroupRule; admits: Certainty } => ({
      rule,
      admits: allOf([
        rule.direction === "ingress" || UNKNOWN,
        rule.groups.resources.length === 1 || UNKNOWN,
        port === undefined || opensTcpPort(rule, port),
        admitsInternet(stack, rule, port),
      ]),
    }));
  const isOpen = groups.length === 0 && complete && isOpenWithoutGroups(resource);
  const areAllKnown = complete && groups.length > 0 && found.every((one) => one.complete);
  const isAdmitted = anyOf([...answers.map(({ admits }) => admits), isOpen, isOpen || areAllKnown ? false : UNKNOWN]);
  const rules = answers.filter(({ admits }) => admits === isAdmitted && admits !== false).map(({ rule }) => rule);
  return { isAdmitted, rules };
}

/** True for what everyone may connect to where it names no security groups; others are in the VPC's default group. */
function isOpenWithoutGroups(resource: Resource): boolean {
  switch (resource.type) {
    case LB_LOAD_BALANCER:
      return resource.value !== UNKNOWN && resource.str("loadBalancerType") === "network";
    case "aws:opensearch/domain:Domain":
    case "aws:elasticsearch/domain:Domain":
      return resource.at("vpcOptions").isAbsent;
    case "aws:transfer/server:Server":
      return resource.at("endpointDetails").isAbsent;
    case "aws:mq/broker:Broker":
      return resource.str("engineType")?.toString().toUpperCase() === "RABBITMQ";
    default:
      return false;
  }
}

/** The internet-facing load balancers that forward to a service, instance or group of instances. */
export function loadBalancersInFront(stack: Stack, resource: Resource): Resource[] {
  const attachments = stack
    .managed("aws:lb/targetGroupAttachment:TargetGroupAttachment", "aws:autoscaling/attachment:Attachment")
    .filter((one) => [...one.propertyDependencies.values()].flat().includes(resource));
  const groups = [resource, ...attachments].flatMap((one) =>
    ["loadBalancers", "targetGroupArns", "targetGroupArn", "lbTargetGroupArn"].flatMap((property) => {
      const view = one.find(property);
      return view ? stack.refs(view, LB_TARGET_GROUP).resources : [];
    }),
  );
  const listeners = groups
    .flatMap((group) => forwardersOf(stack, group))
    .flatMap((one) => (one.type === LB_LISTENER ? [one] : stack.refs(one.at("listenerArn"), LB_LISTENER).resources));
  const balancers = listeners.flatMap(
    (listener) => stack.refs(listener.at("loadBalancerArn"), LB_LOAD_BALANCER).resources,
  );
  const classic = stack
    .managed(ELB_LOAD_BALANCER)
    .filter((balancer) => stack.refs(balancer.at("instances"), resource.type).resources.includes(resource));
  return [...new Set([...balancers, ...classic])].filter((balancer) => hasPublicAddress(stack, balancer) === true);
}

/** Whether there is a way from the internet to a resource: a public address, and a route to an internet gateway. */
export function exposureOf(stack: Stack, resource: Resource): Exposure {
  const hasAddress = hasPublicAddress(stack, resource);
  const hasRoute = hasInternetRoute(stack, resource);
  return { isExposed: allOf([hasAddress, hasRoute]), hasAddress, hasRoute };
}

/** A resource in the groups of a rule. */
export interface Member {
  resource: Resource;
  exposure: Exposure;
}

/** The resources that a rule is for, each with whether the internet has a way to it. Not complete where there may be others. */
export function membersWithExposure(
  stack: Stack,
  { groups }: SecurityGroupRule,
): { members: Member[]; complete: boolean } {
  const found = groups.resources.map((group) => membersOf(stack, group));
  const resources = new Set(found.flatMap((one) => one.resources));
  return {
    members: [...resources].map((resource) => ({ resource, exposure: exposureOf(stack, resource) })),
    complete: groups.resources.length > 0 && groups.complete && found.every(({ complete }) => complete),
  };
}

/** Which of the parts hold for resources with the same exposure, as the end of a sentence that begins with their names. */
function describeExposure({ isExposed, hasAddress, hasRoute }: Exposure, isOne: boolean): string {
  const has = isOne ? "has" : "have";
  if (isExposed === true) {
    return `${has} a public address and a route to an internet gateway`;
  }
  if (hasAddress === false) {
    return `${has} no public address`;
  }
  if (hasRoute === false) {
    return `${has} no route to an internet gateway`;
  }
  return hasAddress === UNKNOWN ? "may have a public address" : "may have a route to an internet gateway";
}

/** Which of the parts hold for each of these, such as `api and web have no public address`. */
export function describeExposures(members: readonly Member[]): string {
  const alike = grouped(members, ({ exposure }) => [describeExposure(exposure, true)]);
  return [...alike.values()]
    .map((some) => {
      const [first] = some;
      const names = joinNames(some.map(({ resource }) => resource.name));
      return first ? `${names} ${describeExposure(first.exposure, some.length === 1)}` : "";
    })
    .join(", ");
}

/**
 * Whether clients on the internet can connect to a resource directly: it has a public address, its subnets have a route
 * to an internet gateway, and its security groups admit everyone.
 * @param port a TCP port; without it, any port
 */
export function reachabilityOf(stack: Stack, resource: Resource, port?: number): Reachability {
  const exposure = exposureOf(stack, resource);
  const { isAdmitted, rules } = admission(stack, resource, port);
  return {
    ...exposure,
    reachable: allOf([exposure.isExposed, isAdmitted]),
    isAdmitted,
    rules,
    loadBalancers: loadBalancersInFront(stack, resource),
  };
}
