import { DYNAMODB_TABLE } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { UNKNOWN } from "../../src/graph/value";
import { managedVpcs, routeTablesOf, tierOf, vpcOf } from "../../src/aws/network/vpc";
import { endpointsOf, type VpcEndpoint } from "../../src/aws/network/vpc-endpoints";
import { isOnFargate, pullsFromEcr, vpcWorkloads, type VpcWorkload } from "../../src/aws/network/vpc-workloads";
import { defineRule, type Context } from "../../src/rules/rule";

const GATEWAY_SERVICES = ["s3", "dynamodb"];

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

/** The services that a VPC needs endpoints for, with the reason: the contract's, else those that its workloads use. */
function neededServices(stack: Stack, { contract }: Context, vpc: Resource): Map<string, string> {
  if (contract.vpcEndpoints) {
    return new Map(contract.vpcEndpoints.map((service) => [service, "which the contract requires"]));
  }
  const { workloads } = privateWorkloads(stack, vpc);
  const [first] = workloads;
  if (!first) {
    return new Map();
  }
  const fromEcr = workloads.find((workload) => pullsToFargate(stack, workload));
  const throughNat = `which ${first.resource.name}, in a private subnet, reaches only through a NAT gateway, if at all`;
  return new Map([
    ["s3", throughNat],
    ...(stack.ofType(DYNAMODB_TABLE).length > 0 ? [["dynamodb", throughNat] as const] : []),
    ...(fromEcr
      ? ["ecr.api", "ecr.dkr"].map((one) => [one, `from which ${fromEcr.resource.name} pulls its image`] as const)
      : []),
  ]);
}

function fixFor(service: string): string {
  const name = `com.amazonaws.<region>.${service}`;
  return GATEWAY_SERVICES.includes(service)
    ? `Add an aws.ec2.VpcEndpoint for ${name}, which is free, with the private \`routeTableIds\``
    : `Add an aws.ec2.VpcEndpoint for ${name} with \`vpcEndpointType: "Interface"\` and \`subnetIds\``;
}

/** Route tables of private subnets with workloads to which a gateway endpoint is not attached. */
function forgottenTables(stack: Stack, { routeTables }: VpcEndpoint, subnets: ReadonlySet<Resource>): Resource[] {
  const tables = [...subnets].map((subnet) => routeTablesOf(stack, subnet)).filter(({ length }) => length === 1);
  const used = new Set(tables.flat().map(({ resource }) => resource));
  return [...used].filter((table) => !routeTables.resources.includes(table));
}

function checkAttachment(stack: Stack, context: Context, vpc: Resource, endpoint: VpcEndpoint): void {
  const { resource, service, type, routeTables, isInSubnet } = endpoint;
  const isNamed = service !== UNKNOWN && context.contract.vpcEndpoints?.includes(service);
  const level = isNamed ? {} : ({ level: "advisory" } as const);
  if (type === "Interface" && !isInSubnet) {
    const message =
      "This interface endpoint is in no subnet, so nothing reaches it. Set `subnetIds` to the private subnets.";
    context.report({ at: resource, property: "subnetIds", message, ...level });
  }
  if (type !== "Gateway") {
    return;
  }
  const { subnets } = privateWorkloads(stack, vpc);
  const forgotten = forgottenTables(stack, endpoint, subnets);
  const isUnattached = routeTables.resources.length === 0;
  if (!isUnattached && forgotten.length === 0) {
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
    message: isUnattached
      ? "This gateway endpoint is attached to no route table, so nothing reaches it. Set `routeTableIds` to those of the private subnets."
      : `This gateway endpoint is not attached to all route tables of private subnets with workloads. Add ${missing} to \`routeTableIds\`.`,
    ...level,
  });
}

export default defineRule({
  id: "vpc-endpoints",
  category: "network",
  description: "Private subnets must reach AWS services through VPC endpoints",
  severity: "medium",
  level: "advisory-unless-required",
  contractKeys: ["vpcEndpoints"],
  failures: ["F13", "B3"],
  why:
    "Without endpoints, what private subnets exchange with AWS services leaves the VPC through NAT gateways, which bill " +
    "every gigabyte, and fails where there are none. Gateway endpoints for S3 and DynamoDB cost nothing.",
  fix: {
    typescript: `new aws.ec2.VpcEndpoint("s3", {
  vpcId: vpc.id,
  serviceName: "com.amazonaws.us-east-1.s3",
  routeTableIds: privateRouteTables.map((table) => table.id),
});`,
    python: `aws.ec2.VpcEndpoint(
    "s3",
    vpc_id=vpc.id,
    service_name="com.amazonaws.us-east-1.s3",
    route_table_ids=[table.id for table in private_route_tables],
)`,
    yaml: `resources:
  s3:
    type: aws:ec2:VpcEndpoint
    properties:
      vpcId: \${vpc.id}
      serviceName: com.amazonaws.us-east-1.s3
      routeTableIds: ["\${privateRoutes.id}"]`,
  },
  limits:
    "VPCs of other stacks; services other than S3, DynamoDB (where the stack has tables) and ECR (where Fargate pulls from " +
    "it) unless the contract names them; the policies and security groups of endpoints.",
  references: [
    "https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html",
    "https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html",
  ],
  stack(stack, context) {
    for (const vpc of managedVpcs(stack)) {
      const { endpoints, complete } = endpointsOf(stack, vpc);
      for (const [service, reason] of neededServices(stack, context, vpc)) {
        if (endpoints.some((endpoint) => endpoint.service === service)) {
          continue;
        }
        const unnamed = endpoints.find((endpoint) => endpoint.service === UNKNOWN);
        if (!complete || unnamed) {
          context.undecided(unnamed?.resource ?? vpc, unnamed && "serviceName");
        } else {
          context.report({
            at: vpc,
            message: `This VPC has no endpoint for ${service}, ${reason}. ${fixFor(service)}.`,
          });
        }
      }
      for (const endpoint of endpoints) {
        checkAttachment(stack, context, vpc, endpoint);
      }
    }
  },
});
