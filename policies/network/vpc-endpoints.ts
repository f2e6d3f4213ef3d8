import type { Resource } from "../../stack/resource";
import type { Stack } from "../../stack/stack";
import { UNKNOWN } from "../../stack/value";
import { managedVpcs, routeTablesOf, tierOf, vpcOf } from "../../stack/vpc";
import { endpointsOf, type VpcEndpoint } from "../../stack/vpc-endpoints";
import { isOnFargate, pullsFromEcr, vpcWorkloads, type VpcWorkload } from "../../stack/vpc-workloads";
import { defineRule, type Context } from "../rule";

const GATEWAY_SERVICES = ["s3", "dynamodb"];
const TABLE = "aws:dynamodb/table:Table";

interface Private {
  /** The tasks, functions and instances in private subnets. */
  workloads: VpcWorkload[];
  /** Those subnets. */
  subnets: Set<Resource>;
}

function findPrivate(stack: Stack): Map<Resource, Private> {
  const found = new Map<Resource, Private>();
  for (const workload of vpcWorkloads(stack)) {
    for (const subnet of workload.subnets.resources.filter((one) => tierOf(stack, one) === "private")) {
      const vpc = vpcOf(stack, subnet);
      const { workloads, subnets } = (vpc && found.get(vpc)) ?? { workloads: [], subnets: new Set<Resource>() };
      if (vpc) {
        found.set(vpc, { workloads, subnets });
      }
      subnets.add(subnet);
      if (workloads.at(-1) !== workload) {
        workloads.push(workload);
      }
    }
  }
  return found;
}

const privateWorkloads = (stack: Stack, vpc: Resource): Private =>
  stack.once(findPrivate).get(vpc) ?? { workloads: [], subnets: new Set() };

const pullsToFargate = (stack: Stack, { kind, resource }: VpcWorkload): boolean =>
  kind === "task" && isOnFargate(stack, resource) === true && pullsFromEcr(stack, resource) === true;

/** The services that a VPC wants endpoints for, with the reason: the contract's, else those that its workloads use. */
function wanted(stack: Stack, { contract }: Context, vpc: Resource): Map<string, string> {
  if (contract.vpcEndpoints) {
    return new Map(contract.vpcEndpoints.map((service) => [service, "which the contract wants"]));
  }
  const { workloads } = privateWorkloads(stack, vpc);
  const [first] = workloads;
  if (!first) {
    return new Map();
  }
  const fromEcr = workloads.find((workload) => pullsToFargate(stack, workload));
  const throughNat = `so that ${first.resource.name}, in a private subnet, reaches it through a NAT gateway or not at all`;
  return new Map([
    ["s3", throughNat],
    ...(stack.ofType(TABLE).length > 0 ? [["dynamodb", throughNat] as const] : []),
    ...(fromEcr
      ? ["ecr.api", "ecr.dkr"].map((one) => [one, `from which ${fromEcr.resource.name} pulls its image`] as const)
      : []),
  ]);
}

function mend(service: string): string {
  return GATEWAY_SERVICES.includes(service)
    ? `add an aws.ec2.VpcEndpoint for com.amazonaws.<region>.${service}, which is free, with the private routeTableIds`
    : `add an aws.ec2.VpcEndpoint for com.amazonaws.<region>.${service} with vpcEndpointType: "Interface" and subnetIds`;
}

/** Route tables of private subnets with workloads to which a gateway endpoint is not attached. */
function forgottenTables(stack: Stack, { routeTables }: VpcEndpoint, subnets: ReadonlySet<Resource>): Resource[] {
  const tables = [...subnets].map((subnet) => routeTablesOf(stack, subnet)).filter(({ length }) => length === 1);
  const used = new Set(tables.flat().map(({ resource }) => resource));
  return [...used].filter((table) => !routeTables.resources.includes(table));
}

function judgeAttachment(stack: Stack, context: Context, vpc: Resource, endpoint: VpcEndpoint): void {
  const { resource, service, type, routeTables, isInSubnet } = endpoint;
  const isNamed = service !== UNKNOWN && context.contract.vpcEndpoints?.includes(service);
  const level = isNamed ? {} : ({ level: "advisory" } as const);
  if (type === "Interface" && !isInSubnet) {
    const message =
      "this interface endpoint is in no subnet, so nothing reaches it; set subnetIds to the private subnets.";
    context.report({ at: resource, property: "subnetIds", message, ...level });
  }
  if (type !== "Gateway") {
    return;
  }
  const { subnets } = privateWorkloads(stack, vpc);
  const forgotten = forgottenTables(stack, endpoint, subnets);
  const isLoose = routeTables.resources.length === 0;
  if (!isLoose && forgotten.length === 0) {
    return;
  }
  if (!routeTables.complete) {
    context.undecided(resource, "routeTableIds");
    return;
  }
  const missing = forgotten.map((table) => (table === vpc ? "the main route table" : table.name)).join(", ");
  context.report({
    at: resource,
    property: "routeTableIds",
    message: isLoose
      ? "this gateway endpoint is attached to no route table, so nothing reaches it; set routeTableIds to those of the private subnets."
      : `this gateway endpoint is not attached to the route tables of private subnets with workloads: add ${missing} to routeTableIds.`,
    ...level,
  });
}

export default defineRule({
  id: "vpc-endpoints",
  category: "network",
  description: "Private subnets reach AWS services through VPC endpoints",
  severity: "medium",
  level: "raised-by-contract",
  contractKeys: ["vpcEndpoints"],
  failures: ["F13", "B3"],
  why:
    "Without endpoints, what private subnets exchange with AWS services leaves the VPC through NAT gateways, which bill " +
    "every gigabyte, and stops where there are none. Gateway endpoints for S3 and DynamoDB cost nothing.",
  fix: {
    typescript:
      'new aws.ec2.VpcEndpoint("s3", {\n  vpcId: vpc.id,\n  serviceName: "com.amazonaws.us-east-1.s3",\n' +
      "  routeTableIds: privateRouteTables.map((table) => table.id),\n});",
    python:
      'aws.ec2.VpcEndpoint(\n    "s3",\n    vpc_id=vpc.id,\n    service_name="com.amazonaws.us-east-1.s3",\n' +
      "    route_table_ids=[table.id for table in private_route_tables],\n)",
    yaml:
      "resources:\n  s3:\n    type: aws:ec2:VpcEndpoint\n    properties:\n      vpcId: ${vpc.id}\n" +
      '      serviceName: com.amazonaws.us-east-1.s3\n      routeTableIds: ["${privateRoutes.id}"]',
  },
  limits:
    "VPCs outside the stack; services other than S3, DynamoDB (where the stack has tables) and ECR (where Fargate pulls " +
    "from it) unless the contract names them; the policies and security groups of endpoints.",
  stack(stack, context) {
    for (const vpc of managedVpcs(stack)) {
      const { endpoints, complete } = endpointsOf(stack, vpc);
      for (const [service, reason] of wanted(stack, context, vpc)) {
        if (endpoints.some((endpoint) => endpoint.service === service)) {
          continue;
        }
        const unnamed = endpoints.find((endpoint) => endpoint.service === UNKNOWN);
        if (!complete || unnamed) {
          context.undecided(unnamed?.resource ?? vpc, unnamed && "serviceName");
        } else {
          context.report({
            at: vpc,
            message: `this VPC has no endpoint for ${service}, ${reason}; ${mend(service)}.`,
          });
        }
      }
      for (const endpoint of endpoints) {
        judgeAttachment(stack, context, vpc, endpoint);
      }
    }
  },
});
