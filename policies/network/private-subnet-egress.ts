import { EC2_SUBNET } from "../../src/aws/type-tokens";
import {
  hasWayOut,
  isWithoutPublicAddress,
  servesPublicAddressesOnly,
  servicesCalledBy,
} from "./private-subnet-egress.egress";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { UNKNOWN } from "../../src/graph/value";
import { managedVpcs, vpcOf } from "../../src/aws/network/vpc";
import { endpointsOf } from "../../src/aws/network/vpc-endpoints";
import {
  certainSubnets,
  isOnFargate,
  pullsFromEcr,
  vpcWorkloads,
  type VpcWorkload,
} from "../../src/aws/network/vpc-workloads";
import { defineRule, type Finding } from "../../src/rules/rule";

/** Why something in a subnet reaches nothing beyond its VPC, and what to do. */
interface Cause {
  what: string;
  fix: string;
}

const NO_ROUTE: Cause = {
  what: "This subnet has no route out of its VPC",
  fix: "Add a default route to a NAT gateway in a public subnet (an aws.ec2.Route with `natGatewayId`) to its route table",
};
const NO_ADDRESS: Cause = {
  what: "This subnet has a route to an internet gateway only, which serves what has a public address",
  fix: "Use private subnets with a route to a NAT gateway, or for tasks set `networkConfiguration: { assignPublicIp: true }`",
};

const names = (workloads: readonly VpcWorkload[]): string => workloads.map(({ resource }) => resource.name).join(", ");

/** True where a workload reaches nothing beyond its VPC from a subnet. */
const isCutOff = (stack: Stack, subnet: Resource, workload: VpcWorkload): boolean =>
  hasWayOut(stack, subnet) === false || (isWithoutPublicAddress(workload) && servesPublicAddressesOnly(stack, subnet));

/** The subnets of the stack in which something runs, with what runs there. */
function usedSubnets(stack: Stack): Map<Resource, VpcWorkload[]> {
  const used = new Map<Resource, VpcWorkload[]>();
  for (const workload of vpcWorkloads(stack)) {
    const all = workload.subnets.resources;
    const isAnyWay = all.every((subnet) => isCutOff(stack, subnet, workload));
    for (const subnet of isAnyWay ? all : certainSubnets(workload)) {
      if (subnet.type === EC2_SUBNET && !subnet.external) {
        used.set(subnet, [...(used.get(subnet) ?? []), workload]);
      }
    }
  }
  return used;
}

/** What is wrong with a subnet without a route out of its VPC, for what runs in it. */
function problemOf(
  stack: Stack,
  workloads: readonly VpcWorkload[],
  services: readonly string[],
  { what, fix }: Cause,
): Omit<Finding, "at"> | undefined {
  const onFargate = workloads.filter(({ kind, resource }) => kind === "task" && isOnFargate(stack, resource) === true);
  const idle = onFargate.filter(({ resource }) => services.length === 0 || pullsFromEcr(stack, resource) === false);
  if (idle.length > 0) {
    const hasNone = services.length === 0;
    return {
      message:
        `${what}${hasNone ? ", and its VPC has no endpoints" : ""}, so the tasks of ` +
        `${names(idle)} cannot pull their image and do not start. ` +
        `${fix}${hasNone ? ", or add the endpoints ecr.api, ecr.dkr, s3 and logs to the VPC" : ""}.`,
      level: hasNone ? "mandatory" : "advisory",
    };
  }
  const missing = workloads.flatMap((workload) => {
    const uncovered = servicesCalledBy(stack, workload).filter((service) => !services.includes(service));
    return uncovered.length > 0 ? [`${workload.resource.name} calls ${uncovered.join(", ")}`] : [];
  });
  if (missing.length > 0) {
    return {
      message:
        `${what}, and there are no endpoints for the services that its workloads call: ${missing.join("; ")}. ` +
        `${fix}, or add these endpoints to the VPC.`,
      level: "advisory",
    };
  }
  const instances = workloads.filter(({ kind }) => kind === "instance");
  if (instances.length > 0 && services.length === 0) {
    return {
      message:
        `${what}, so ${names(instances)} reaches neither updates nor AWS. ` + `${fix}, or add endpoints to the VPC.`,
      level: "advisory",
    };
  }
  return undefined;
}

export default defineRule({
  id: "private-subnet-egress",
  category: "network",
  description: "Private subnets must have a route to what their workloads need",
  severity: "high",
  level: "mandatory",
  basis: "cannot-work",
  failures: ["F7"],
  why:
    "Without a route out of the VPC the deployment succeeds and nothing works: Fargate cannot pull the image, so its tasks " +
    "never start, and functions wait for AWS until they time out.",
  fix: {
    typescript: `new aws.ec2.Route("private-out", {
  routeTableId: privateRoutes.id,
  destinationCidrBlock: "0.0.0.0/0",
  natGatewayId: nat.id,
});`,
    python: `aws.ec2.Route("private-out",
    route_table_id=private_routes.id,
    destination_cidr_block="0.0.0.0/0",
    nat_gateway_id=nat.id)`,
    yaml: `resources:
  private-out:
    type: aws:ec2:Route
    properties:
      routeTableId: \${privateRoutes.id}
      destinationCidrBlock: 0.0.0.0/0
      natGatewayId: \${nat.id}`,
  },
  limits:
    "The destination of a route: any but a local one counts, also one to a single network; one to an internet gateway " +
    "alone counts only for what has a public address. Functions that call no service that the stack wires " +
    "to them; VPCs of other stacks; what endpoints are attached to (vpc-endpoints). Mandatory are only Fargate tasks in a " +
    "VPC without endpoints.",
  references: [
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html",
    "https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-scenarios.html",
  ],
  stack(stack, { report, undecided }) {
    const vpcs = managedVpcs(stack);
    for (const [subnet, all] of usedSubnets(stack)) {
      const isOpen = servesPublicAddressesOnly(stack, subnet) ? false : hasWayOut(stack, subnet);
      if (isOpen === true) {
        continue;
      }
      const cause = hasWayOut(stack, subnet) === true ? NO_ADDRESS : NO_ROUTE;
      const workloads = cause === NO_ADDRESS ? all.filter(isWithoutPublicAddress) : all;
      const vpc = vpcOf(stack, subnet);
      const isInside = vpc !== undefined && vpcs.includes(vpc);
      const { endpoints, complete } = isInside ? endpointsOf(stack, vpc) : { endpoints: [], complete: false };
      const services = endpoints.map(({ service }) => (service === UNKNOWN ? "" : service));
      const finding = problemOf(stack, workloads, services, cause);
      if (!finding) {
        continue;
      }
      if (isOpen === UNKNOWN || !complete || services.includes("")) {
        undecided(subnet);
      } else {
        report({ at: subnet, ...finding });
      }
    }
  },
});
