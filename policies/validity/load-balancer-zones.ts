import { LOAD_BALANCER } from "../../stack/load-balancing";
import { opaqueUsersOf } from "../../stack/opaque";
import type { Resource } from "../../stack/resource";
import { INTERNET_GATEWAY } from "../../stack/routes";
import type { Stack } from "../../stack/stack";
import { known, UNKNOWN } from "../../stack/value";
import type { View } from "../../stack/view";
import { DEFAULT_SUBNET, internetAccessOf, isRegionalZone, managedVpcs, SUBNET, vpcOf, zoneOf } from "../../stack/vpc";
import { defineRule, type Context } from "../rule";

const names = (resources: readonly Resource[]): string => resources.map(({ name }) => name).join(", ");

/** The places that name subnets, one each; absent where their number is not known. */
function subnetPlaces(balancer: Resource): View[] | undefined {
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

/** Two subnets in one zone, where there are. */
function sharingZone(stack: Stack, subnets: readonly Resource[]): { zone: string; pair: Resource[] } | undefined {
  const seen = new Map<string, Resource>();
  for (const subnet of subnets) {
    const zone = zoneOf(stack, subnet);
    const earlier = known(zone) ? seen.get(zone) : undefined;
    if (known(zone) && earlier) {
      return { zone, pair: [earlier, subnet] };
    }
    if (known(zone)) {
      seen.set(zone, subnet);
    }
  }
  return undefined;
}

function judgeZones(stack: Stack, { report, undecided }: Context, balancer: Resource): void {
  const places = subnetPlaces(balancer);
  const property = balancer.at("subnetMappings").isAbsent ? "subnets" : "subnetMappings";
  const { resources, complete } = stack.refs(balancer.at(property), SUBNET, DEFAULT_SUBNET);
  // A list that names fewer subnets than it was computed from does not tell which.
  const isExact = complete && places?.length === resources.length && resources.every((one) => isOfRegion(stack, one));
  const sharing = sharingZone(stack, resources);
  if (places?.length === 0) {
    report({
      at: balancer,
      property: "subnets",
      message:
        "an application load balancer needs subnets in two availability zones, and this one has none; set subnets.",
    });
  } else if (!isExact) {
    undecided(balancer, property);
  } else if (resources.length === 1) {
    report({
      at: balancer,
      property,
      message:
        `an application load balancer needs subnets in two availability zones, and this one has ${names(resources)} ` +
        `only; add a subnet in another zone to ${property}.`,
      answer: "At least two subnets in two different Availability Zones must be specified",
    });
  } else if (sharing) {
    report({
      at: balancer,
      property,
      message:
        `${names(sharing.pair)} are in one zone, ${sharing.zone}, and an application load balancer takes ` +
        `one subnet of each of two or more zones; put subnets of different zones into ${property}.`,
      answer: "A load balancer cannot be attached to multiple subnets in the same Availability Zone",
    });
  }
}

/** The VPC of the stack that a load balancer is in and that has no internet gateway, where that is certain. */
function vpcWithoutInternet(stack: Stack, balancer: Resource): Resource | undefined {
  const places = [balancer.at("subnets"), balancer.at("subnetMappings")];
  const subnets = places.flatMap((place) => stack.refs(place, SUBNET).resources);
  const [vpc, ...others] = new Set(subnets.map((subnet) => vpcOf(stack, subnet)));
  const isCertain = vpc !== undefined && others.length === 0 && managedVpcs(stack).includes(vpc);
  if (!isCertain || internetAccessOf(stack, vpc).ways.length > 0) {
    return undefined;
  }
  // A gateway that does not say where it is, or that another provider or a component of a package makes, may be this one's.
  const isElsewhere = (gateway: Resource): boolean => vpcOf(stack, gateway) !== undefined;
  const isForeign = ({ type }: Resource): boolean => !type.startsWith("aws:") && /gateway/i.test(type);
  const isAllTold =
    stack.ofType(INTERNET_GATEWAY).every(isElsewhere) &&
    !stack.resources.some(isForeign) &&
    opaqueUsersOf(stack, vpc).length === 0;
  return isAllTold ? vpc : undefined;
}

export default defineRule({
  id: "load-balancer-zones",
  category: "validity",
  description: "Application load balancers are in two zones, and reach the internet where they face it",
  severity: "high",
  level: "mandatory",
  failures: [],
  why:
    "AWS makes an application load balancer only in subnets of two or more availability zones, and one that faces the " +
    "internet only in a VPC with an internet gateway.",
  fix: {
    typescript: 'new aws.lb.LoadBalancer("public", { subnets: [publicA.id, publicB.id], securityGroups: [group.id] });',
    python: 'aws.lb.LoadBalancer("public", subnets=[public_a.id, public_b.id], security_groups=[group.id])',
    yaml:
      "resources:\n  public:\n    type: aws:lb:LoadBalancer\n    properties:\n" +
      '      subnets: ["${publicA.id}", "${publicB.id}"]\n      securityGroups: ["${group.id}"]',
  },
  limits:
    "Network, gateway and classic load balancers; subnets outside the stack, in local zones and on Outposts; an internet " +
    "gateway that is made elsewhere is only possible in a VPC that is.",
  stack(stack, context) {
    for (const balancer of stack.ofType(LOAD_BALANCER).filter(({ outside }) => !outside)) {
      const type = balancer.str("loadBalancerType") ?? "application";
      const isOnOutpost = !balancer.at("customerOwnedIpv4Pool").isAbsent;
      if (type === UNKNOWN) {
        context.undecided(balancer, "loadBalancerType");
      } else if (type === "application" && !isOnOutpost) {
        judgeZones(stack, context, balancer);
        const vpc = (balancer.bool("internal") ?? false) === false ? vpcWithoutInternet(stack, balancer) : undefined;
        if (vpc) {
          context.report({
            at: balancer,
            property: "internal",
            message:
              `this load balancer faces the internet, and its VPC ${vpc.name} has no internet gateway; add an ` +
              "aws.ec2.InternetGateway with its vpcId, or set internal: true.",
            answer: "InvalidSubnet: VPC … has no internet gateway",
          });
        }
      }
    }
  },
});
