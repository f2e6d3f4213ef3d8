import { leadsOut, servicesCalledBy } from "../../stack/egress";
import type { Resource } from "../../stack/resource";
import type { Stack } from "../../stack/stack";
import { UNKNOWN } from "../../stack/value";
import { managedVpcs, SUBNET, vpcOf } from "../../stack/vpc";
import { endpointsOf } from "../../stack/vpc-endpoints";
import { certainSubnets, isOnFargate, pullsFromEcr, vpcWorkloads, type VpcWorkload } from "../../stack/vpc-workloads";
import { defineRule, type Finding } from "../rule";

const MEND =
  "add a default route to a NAT gateway in a public subnet (aws.ec2.Route with natGatewayId) to its route table";

const names = (workloads: readonly VpcWorkload[]): string => workloads.map(({ resource }) => resource.name).join(", ");

/** The subnets of the stack in which something runs, with what runs there. */
function usedSubnets(stack: Stack): Map<Resource, VpcWorkload[]> {
  const used = new Map<Resource, VpcWorkload[]>();
  for (const workload of vpcWorkloads(stack)) {
    const all = workload.subnets.resources;
    const isAnyWay = all.every((subnet) => leadsOut(stack, subnet) === false);
    for (const subnet of isAnyWay ? all : certainSubnets(workload)) {
      if (subnet.type === SUBNET && !subnet.outside) {
        used.set(subnet, [...(used.get(subnet) ?? []), workload]);
      }
    }
  }
  return used;
}

/** What is wrong with a subnet from which nothing leads, for what runs in it. */
function judge(
  stack: Stack,
  workloads: readonly VpcWorkload[],
  services: readonly string[],
): Omit<Finding, "at"> | undefined {
  const onFargate = workloads.filter(({ kind, resource }) => kind === "task" && isOnFargate(stack, resource) === true);
  const idle = onFargate.filter(({ resource }) => services.length === 0 || pullsFromEcr(stack, resource) === false);
  if (idle.length > 0) {
    return {
      message:
        `nothing leads out of this subnet${services.length === 0 ? ", and its VPC has no endpoints" : ""}, so that the ` +
        `tasks of ${names(idle)} cannot pull their image and do not start; ${MEND}` +
        `${services.length === 0 ? ", or the endpoints ecr.api, ecr.dkr, s3 and logs to the VPC" : ""}.`,
      level: services.length === 0 ? "mandatory" : "advisory",
    };
  }
  const lacks = workloads.flatMap((workload) => {
    const missing = servicesCalledBy(stack, workload).filter((service) => !services.includes(service));
    return missing.length > 0 ? [`${workload.resource.name} calls ${missing.join(", ")}`] : [];
  });
  if (lacks.length > 0) {
    const what = `nothing leads out of this subnet, and no endpoint to what runs there needs: ${lacks.join("; ")}`;
    return { message: `${what}; ${MEND}, or these endpoints to the VPC.`, level: "advisory" };
  }
  const instances = workloads.filter(({ kind }) => kind === "instance");
  if (instances.length > 0 && services.length === 0) {
    const what = `nothing leads out of this subnet, so that ${names(instances)} reaches neither updates nor AWS`;
    return { message: `${what}; ${MEND}, or endpoints of the VPC.`, level: "advisory" };
  }
  return undefined;
}

export default defineRule({
  id: "private-subnet-egress",
  category: "network",
  description: "What runs in private subnets reaches what it needs",
  severity: "high",
  level: "mandatory",
  failures: ["F7"],
  why:
    "Without a way out the deployment succeeds and nothing works: Fargate cannot pull the image, so that its tasks never " +
    "start, and functions wait for AWS until they time out.",
  fix: {
    typescript:
      'new aws.ec2.Route("private-out", {\n  routeTableId: privateRoutes.id,\n  destinationCidrBlock: "0.0.0.0/0",\n' +
      "  natGatewayId: nat.id,\n});",
    python:
      'aws.ec2.Route("private-out",\n    route_table_id=private_routes.id,\n    destination_cidr_block="0.0.0.0/0",\n' +
      "    nat_gateway_id=nat.id)",
    yaml:
      "resources:\n  private-out:\n    type: aws:ec2:Route\n    properties:\n" +
      "      routeTableId: ${privateRoutes.id}\n      destinationCidrBlock: 0.0.0.0/0\n" +
      "      natGatewayId: ${nat.id}",
  },
  limits:
    "Where a route leads: any but a local one counts, also one to a single network, and that of a public subnet to an " +
    "internet gateway, which serves only what has a public address. Functions that call no service that the stack " +
    "tells them of; VPCs outside the stack; what endpoints are attached to (vpc-endpoints).",
  stack(stack, { report, undecided }) {
    const vpcs = managedVpcs(stack);
    for (const [subnet, workloads] of usedSubnets(stack)) {
      const way = leadsOut(stack, subnet);
      if (way === true) {
        continue;
      }
      const vpc = vpcOf(stack, subnet);
      const isInside = vpc !== undefined && vpcs.includes(vpc);
      const { endpoints, complete } = isInside ? endpointsOf(stack, vpc) : { endpoints: [], complete: false };
      const services = endpoints.map(({ service }) => (service === UNKNOWN ? "" : service));
      const finding = judge(stack, workloads, services);
      if (!finding) {
        continue;
      }
      if (way === UNKNOWN || !complete || services.includes("")) {
        undecided(subnet);
      } else {
        report({ at: subnet, ...finding });
      }
    }
  },
});
