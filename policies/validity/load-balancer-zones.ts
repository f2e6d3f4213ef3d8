import { EC2_SUBNET, LB_LOAD_BALANCER } from "../../src/aws/type-tokens";
import { opaqueUsersOf } from "../../src/graph/opaque";
import type { Resource } from "../../src/graph/resource";
import { INTERNET_GATEWAY } from "../../src/aws/network/routes";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import {
  DEFAULT_SUBNET,
  internetAccessOf,
  isRegionalZone,
  managedVpcs,
  sharingZone,
  vpcOf,
  zoneOf,
} from "../../src/aws/network/vpc";
import { defineRule, type Context } from "../../src/rules/rule";

const names = (resources: readonly Resource[]): string => resources.map(({ name }) => name).join(", ");

/** The properties that name subnets, one each; absent where their number is not known. */
function subnetViews(balancer: Resource): View[] | undefined {
  const subnets = balancer.list("subnets") ?? [];
  const mappings = balancer.list("subnetMappings") ?? [];
  return known(subnets) && known(mappings)
    ? [...subnets, ...mappings.map((mapping) => mapping.at("subnetId"))]
    : undefined;
}

// In local zones and on Outposts, one subnet is enough.
function isOfRegion(stack: Stack, subnet: Resource): boolean {
  const zone = zoneOf(stack, subnet);
  const isChosenByAws = subnet.at("availabilityZone").isAbsent && subnet.at("availabilityZoneId").isAbsent;
  const isZone = known(zone) && isRegionalZone(zone);
  return subnet.at("outpostArn").isAbsent && (isZone || isChosenByAws);
}

function checkZones(
  stack: Stack,
  { report, undecided }: Context,
  { balancer, isNetwork }: { balancer: Resource; isNetwork: boolean },
): void {
  const views = subnetViews(balancer);
  const property = balancer.at("subnetMappings").isAbsent ? "subnets" : "subnetMappings";
  const { resources, complete } = stack.refs(balancer.at(property), EC2_SUBNET, DEFAULT_SUBNET);
  // A list may name fewer subnets than it was computed from.
  const isExact = complete && views?.length === resources.length && resources.every((one) => isOfRegion(stack, one));
  const sharing = sharingZone(stack, resources);
  if (views?.length === 0 && !isNetwork) {
    report({
      at: balancer,
      property: "subnets",
      onlyAtCreation: true,
      message:
        "An application load balancer needs subnets in two availability zones, and this one has none. Set `subnets`.",
    });
  } else if (!isExact) {
    undecided(balancer, property);
  } else if (resources.length === 1 && !isNetwork) {
    report({
      at: balancer,
      property,
      message:
        `An application load balancer needs subnets in two availability zones, and this one has ${names(resources)} ` +
        `only. Add a subnet in another zone to \`${property}\`.`,
      awsError: "At least two subnets in two different Availability Zones must be specified",
    });
  } else if (sharing) {
    report({
      at: balancer,
      property,
      message:
        `The subnets ${names(sharing.pair)} are both in the zone ${sharing.zone}, and a load balancer can ` +
        `have one subnet in each zone. Use subnets in different zones in \`${property}\`.`,
      awsError: "A load balancer cannot be attached to multiple subnets in the same Availability Zone",
    });
  }
}

/** The VPC of the stack that a load balancer is in and that has no internet gateway, where that is certain. */
function vpcWithoutInternet(stack: Stack, balancer: Resource): Resource | undefined {
  const views = [balancer.at("subnets"), balancer.at("subnetMappings")];
  const subnets = stack.refsOfAll(views, EC2_SUBNET).resources;
  const [vpc, ...others] = new Set(subnets.map((subnet) => vpcOf(stack, subnet)));
  const isCertain = vpc !== undefined && others.length === 0 && managedVpcs(stack).includes(vpc);
  if (!isCertain || internetAccessOf(stack, vpc).ways.length > 0) {
    return undefined;
  }
  // A gateway whose VPC is not known, or that another provider or a package creates, may belong to this VPC.
  const isPlaced = (gateway: Resource): boolean => vpcOf(stack, gateway) !== undefined;
  const isOfOtherProvider = ({ type }: Resource): boolean => !type.startsWith("aws:") && /gateway/i.test(type);
  const isComplete =
    stack.ofType(INTERNET_GATEWAY).every(isPlaced) &&
    !stack.resources.some(isOfOtherProvider) &&
    opaqueUsersOf(stack, vpc).length === 0;
  return isComplete ? vpc : undefined;
}

export default defineRule({
  id: "load-balancer-zones",
  category: "validity",
  description: "Application load balancers must be in two zones, public ones with an internet gateway",
  severity: "high",
  level: "mandatory",
  supersedes: ["property-combinations"],
  basis: "aws-rejects",
  why:
    "AWS creates an application load balancer only in subnets of two or more availability zones, and one that faces the " +
    "internet only in a VPC with an internet gateway.",
  fix: {
    typescript: `new aws.lb.LoadBalancer("public", { subnets: [publicA.id, publicB.id], securityGroups: [group.id] });`,
    python: `aws.lb.LoadBalancer("public", subnets=[public_a.id, public_b.id], security_groups=[group.id])`,
    yaml: `resources:
  public:
    type: aws:lb:LoadBalancer
    properties:
      subnets: ["\${publicA.id}", "\${publicB.id}"]
      securityGroups: ["\${group.id}"]`,
  },
  limits:
    "Gateway and classic load balancers, and of network load balancers all but two subnets in one zone; subnets outside the stack, in local zones and on Outposts; VPCs outside " +
    "the stack, which may have an internet gateway. On a load balancer that exists already, a missing internet gateway and " +
    "missing subnets are advisory.",
  references: [
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html",
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html",
  ],
  stack(stack, context) {
    for (const balancer of stack.managed(LB_LOAD_BALANCER)) {
      const type = balancer.str("loadBalancerType") ?? "application";
      const isOnOutpost = !balancer.at("customerOwnedIpv4Pool").isAbsent;
      if (type === UNKNOWN) {
        context.undecided(balancer, "loadBalancerType");
      } else if (type === "network") {
        checkZones(stack, context, { balancer, isNetwork: true });
      } else if (type === "application" && !isOnOutpost) {
        checkZones(stack, context, { balancer, isNetwork: false });
        const vpc = (balancer.bool("internal") ?? false) === false ? vpcWithoutInternet(stack, balancer) : undefined;
        if (vpc) {
          context.report({
            at: balancer,
            property: "internal",
            onlyAtCreation: true,
            message:
              `This load balancer faces the internet, and AWS rejects that in the VPC ${vpc.name}, which has no internet ` +
              "gateway. Add an aws.ec2.InternetGateway with this `vpcId`, or set `internal: true`.",
            ...(known(vpc.id) && { awsError: `InvalidSubnet: VPC ${vpc.id} has no internet gateway` }),
          });
        }
      }
    }
  },
});
