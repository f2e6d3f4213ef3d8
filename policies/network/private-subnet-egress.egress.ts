import { needsOf } from "../../src/aws/identity/access";
import { EC2_ROUTE_TABLE, LAMBDA_FUNCTION, SNS_TOPIC } from "../../src/aws/type-tokens";
import { anyOf, type Certainty } from "../../src/graph/certainty";
import { isMadeByPackage } from "../../src/graph/components";
import { containersOf, eventSourcesOf } from "../../src/aws/containers/environments";
import type { Resource } from "../../src/graph/resource";
import { DEFAULT_ROUTE_TABLE, routeTablesAt, type RouteTable } from "../../src/aws/network/routes";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import { routeTablesOf } from "../../src/aws/network/vpc";
import { isOnFargate, pullsFromEcr, taskDefinitionOf, type VpcWorkload } from "../../src/aws/network/vpc-workloads";

// What adds routes to a table without a resource for each.
const PROPAGATIONS = [
  "aws:ec2/vpnGatewayRoutePropagation:VpnGatewayRoutePropagation",
  "aws:vpc/routeServerPropagation:RouteServerPropagation",
];

/** Whether something outside the table adds routes to it. */
function hasPropagation(stack: Stack, { resource }: RouteTable): Certainty {
  const ofTables = stack.ofType(...PROPAGATIONS).map((propagation): Certainty => {
    const { resources, complete } = routeTablesAt(stack, propagation.at("routeTableId"));
    return resources.includes(resource) || (!complete && UNKNOWN);
  });
  // The VPC represents a main route table without a resource of its own.
  const isTable = resource.type === EC2_ROUTE_TABLE || resource.type === DEFAULT_ROUTE_TABLE;
  const own = (isTable ? resource.list("propagatingVgws") : undefined) ?? [];
  return anyOf([known(own) ? own.length > 0 : UNKNOWN, ...ofTables]);
}

function leavesVpc(stack: Stack, table: RouteTable): Certainty {
  const answers = table.routes.map(({ target, certain }): Certainty =>
    target === UNKNOWN ? UNKNOWN : target !== "local" && (certain || UNKNOWN),
  );
  return anyOf([...answers, hasPropagation(stack, table), table.complete ? false : UNKNOWN]);
}

/** Whether a subnet has a route to anything beyond its VPC: a NAT, transit or other gateway, a firewall, a peer. */
export function hasWayOut(stack: Stack, subnet: Resource): Certainty {
  const answers = new Set(routeTablesOf(stack, subnet).map((table) => leavesVpc(stack, table)));
  const [answer = UNKNOWN] = answers.size === 1 ? answers : [];
  return answer;
}

/**
 * True where every route out of a subnet's VPC is one to an internet gateway, which serves only what has a public address.
 * With IPv6, every address is public.
 */
export function servesPublicAddressesOnly(stack: Stack, subnet: Resource): boolean {
  const [table, ...others] = routeTablesOf(stack, subnet);
  const hasIpv6 = ["ipv6CidrBlock", "assignIpv6AddressOnCreation", "ipv6Native"].some(
    (property) => (subnet.find(property)?.value ?? false) !== false,
  );
  if (!table?.complete || others.length > 0 || hasIpv6 || hasPropagation(stack, table) !== false) {
    return false;
  }
  const out = table.routes.filter(({ target }) => target !== "local");
  return out.length > 0 && out.every(({ target, certain }) => target === "internet-gateway" && certain);
}

/** True for a workload that never has a public address: a function, or a task that does not ask for one. */
export function isWithoutPublicAddress({ resource, kind }: VpcWorkload): boolean {
  return (
    kind === "function" ||
    (kind === "task" && (resource.bool("networkConfiguration", "assignPublicIp") ?? false) === false)
  );
}

/** Services whose endpoint has another name than the prefix of their actions. */
const ENDPOINT_NAMES: ReadonlyMap<string, string> = new Map([["kinesis", "kinesis-streams"]]);

/** Lambda itself polls the sources of a function, from outside the VPC. */
function isOnlySource(stack: Stack, workload: Resource, target: Resource): boolean {
  const wired = workload.propertyDependencies.get("environment") ?? [];
  const sources = workload.type === LAMBDA_FUNCTION && !wired.includes(target) ? eventSourcesOf(stack, workload) : [];
  return sources.some((source) => stack.refs(source, target.type).resources.includes(target));
}

function servicesOfTargets(stack: Stack, workload: Resource): string[] {
  return needsOf(stack, workload)
    .filter(({ target }) => !isOnlySource(stack, workload, target))
    .flatMap(({ actions }) => actions.slice(0, 1).map((action) => action.split(":", 1).join("")))
    .map((service) => ENDPOINT_NAMES.get(service) ?? service);
}

/** What code uses only by calling its service, by type, with the name of the endpoint. */
const CALLED: Readonly<Record<string, string>> = {
  "aws:cloudwatch/eventBus:EventBus": "events",
  "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream": "kinesis-firehose",
  [LAMBDA_FUNCTION]: "lambda",
  "aws:sfn/stateMachine:StateMachine": "states",
  [SNS_TOPIC]: "sns",
};

/** The services of what the environment of a workload names, for which no permission is looked up. */
function servicesOfEnvironment(workload: Resource): string[] {
  const property = workload.type === LAMBDA_FUNCTION ? "environment" : "containerDefinitions";
  const named = isMadeByPackage(workload) ? [] : (workload.propertyDependencies.get(property) ?? []);
  return named.flatMap(({ type }) => CALLED[type] ?? []);
}

function logsToCloudWatch(task: Resource): boolean {
  const containers = task.isComputed("containerDefinitions") ? UNKNOWN : containersOf(task);
  return known(containers) && containers.some((one) => one.str("logConfiguration", "logDriver") === "awslogs");
}

/** The services, by the names of their endpoints, that a task or function is known to call from its subnets. */
export function servicesCalledBy(stack: Stack, { resource, kind }: VpcWorkload): string[] {
  if (kind === "function") {
    return [...new Set([...servicesOfTargets(stack, resource), ...servicesOfEnvironment(resource)])];
  }
  const task = kind === "task" ? taskDefinitionOf(stack, resource) : undefined;
  if (!task || task.external) {
    return [];
  }
  // On EC2 the instance pulls the image and sends the logs, through a network of its own.
  const byFargate =
    isOnFargate(stack, resource) === true
      ? [
          ...(pullsFromEcr(stack, resource) === true ? ["ecr.api", "ecr.dkr", "s3"] : []),
          ...(logsToCloudWatch(task) ? ["logs"] : []),
        ]
      : [];
  return [...new Set([...byFargate, ...servicesOfTargets(stack, task), ...servicesOfEnvironment(task)])];
}
