import { needsOf } from "./access";
import { anyOf, type Certainty } from "./certainty";
import { containersOf, eventSourcesOf } from "./environments";
import { FUNCTION } from "./functions";
import type { Resource } from "./resource";
import { DEFAULT_ROUTE_TABLE, ROUTE_TABLE, routeTablesAt, type RouteTable } from "./routes";
import type { Stack } from "./stack";
import { known, UNKNOWN } from "./value";
import { routeTablesOf } from "./vpc";
import { isOnFargate, pullsFromEcr, taskDefinitionOf, type VpcWorkload } from "./vpc-workloads";

// What adds routes to a table without a resource for each.
const PROPAGATIONS = [
  "aws:ec2/vpnGatewayRoutePropagation:VpnGatewayRoutePropagation",
  "aws:vpc/routeServerPropagation:RouteServerPropagation",
];

/** Whether routes come into a table from elsewhere. */
function hasPropagation(stack: Stack, { resource }: RouteTable): Certainty {
  const ofTables = stack.ofType(...PROPAGATIONS).map((propagation): Certainty => {
    const { resources, complete } = routeTablesAt(stack, propagation.at("routeTableId"));
    return resources.includes(resource) || (!complete && UNKNOWN);
  });
  // A VPC stands for a main route table that no resource stands for.
  const isTable = resource.type === ROUTE_TABLE || resource.type === DEFAULT_ROUTE_TABLE;
  const own = (isTable ? resource.list("propagatingVgws") : undefined) ?? [];
  return anyOf([known(own) ? own.length > 0 : UNKNOWN, ...ofTables]);
}

function hasWayOut(stack: Stack, table: RouteTable): Certainty {
  const answers = table.routes.map(({ target, certain }): Certainty =>
    target === UNKNOWN ? UNKNOWN : target !== "local" && (certain || UNKNOWN),
  );
  return anyOf([...answers, hasPropagation(stack, table), table.complete ? false : UNKNOWN]);
}

/** Whether a route leads from a subnet to anything beyond its VPC: a NAT, transit or other gateway, a firewall, a peer. */
export function leadsOut(stack: Stack, subnet: Resource): Certainty {
  const answers = new Set(routeTablesOf(stack, subnet).map((table) => hasWayOut(stack, table)));
  const [answer = UNKNOWN] = answers.size === 1 ? answers : [];
  return answer;
}

/** Services of which the endpoint has another name than the service in the names of actions. */
const ENDPOINT_NAMES: ReadonlyMap<string, string> = new Map([["kinesis", "kinesis-streams"]]);

/** What makes Lambda call a function is asked by Lambda itself, from outside the VPC. */
function isOnlySource(stack: Stack, workload: Resource, target: Resource): boolean {
  const told = workload.propertyDependencies.get("environment") ?? [];
  const sources = workload.type === FUNCTION && !told.includes(target) ? eventSourcesOf(stack, workload) : [];
  return sources.some((source) => stack.refs(source, target.type).resources.includes(target));
}

function servicesToldOf(stack: Stack, workload: Resource): string[] {
  return needsOf(stack, workload)
    .filter(({ target }) => !isOnlySource(stack, workload, target))
    .flatMap(({ actions }) => actions.slice(0, 1).map((action) => action.split(":", 1).join("")))
    .map((service) => ENDPOINT_NAMES.get(service) ?? service);
}

function logsToCloudWatch(task: Resource): boolean {
  const containers = task.isComputed("containerDefinitions") ? UNKNOWN : containersOf(task);
  return known(containers) && containers.some((one) => one.str("logConfiguration", "logDriver") === "awslogs");
}

/** The services, by the names of their endpoints, that a task or function is known to call from its subnets. */
export function servicesCalledBy(stack: Stack, { resource, kind }: VpcWorkload): string[] {
  if (kind === "function") {
    return [...new Set(servicesToldOf(stack, resource))];
  }
  const task = kind === "task" ? taskDefinitionOf(stack, resource) : undefined;
  if (!task || task.outside) {
    return [];
  }
  // Elsewhere the instance pulls the image and sends the logs, through a network of its own.
  const byFargate =
    isOnFargate(stack, resource) === true
      ? [
          ...(pullsFromEcr(stack, resource) === true ? ["ecr.api", "ecr.dkr", "s3"] : []),
          ...(logsToCloudWatch(task) ? ["logs"] : []),
        ]
      : [];
  return [...new Set([...byFargate, ...servicesToldOf(stack, task)])];
}
