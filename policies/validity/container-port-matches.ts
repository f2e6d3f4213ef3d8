import { ECS_SERVICE, ECS_TASK_DEFINITION, LB_TARGET_GROUP } from "../../src/aws/type-tokens";
import { anyOf, type Certainty } from "../../src/graph/certainty";
import { containersOf } from "../../src/aws/containers/environments";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN, type Unknown } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { defineRule, type Finding } from "../../src/rules/rule";

const TASK_SET = "aws:ecs/taskSet:TaskSet";
const UDP_PROTOCOLS: ReadonlySet<string> = new Set(["UDP", "TCP_UDP", "QUIC", "TCP_QUIC"]);

type Problem = Omit<Finding, "at">;

/** The container and port that an entry of `loadBalancers` names. */
interface Target {
  container: string;
  port: number;
}

/** Whether a mapping is for a port, on its own or in a range such as `8000-8010`. */
function isFor(mapping: View, port: number): Certainty {
  const range = mapping.str("containerPortRange");
  const [from = NaN, to = NaN] = known(range) ? range.split("-").map(Number) : [];
  const one = mapping.num("containerPort");
  // A mapping without either has a form that is not documented.
  const isUnknown = !known(one ?? range);
  return one === port || (from <= port && port <= to) || (isUnknown && UNKNOWN);
}

/** The port mappings of a container; unknown where the key has another spelling, which the provider accepts too. */
function mappingsOf(container: View): View[] | Unknown {
  const entries = container.entries() ?? [];
  const isOtherSpelling = ([key]: [string, View]): boolean =>
    key !== "portMappings" && key.toLowerCase() === "portmappings";
  return known(entries) && !entries.some(isOtherSpelling) ? (container.list("portMappings") ?? []) : UNKNOWN;
}

/** What is wrong with the container and port of an entry. */
function problemOf(containers: View[], target: Target): Problem | Unknown | undefined {
  if (containers.some((one) => !known(one.str("name")))) {
    return UNKNOWN;
  }
  const container = containers.find((one) => one.str("name") === target.container);
  if (!container) {
    const names = containers.map((one) => String(one.str("name"))).join(", ");
    return {
      property: "containerName",
      message: `The task has no container named ${target.container}. Set \`containerName\` to one that it has: ${names}.`,
      awsError: `The container ${target.container} does not exist in the task definition`,
    };
  }
  const mappings = mappingsOf(container);
  const isMapped = known(mappings) ? anyOf(mappings.map((mapping) => isFor(mapping, target.port))) : UNKNOWN;
  if (!known(mappings) || isMapped === UNKNOWN) {
    return UNKNOWN;
  }
  return isMapped ? undefined : portProblem(mappings, target);
}

function portProblem(mappings: readonly View[], { container, port }: Target): Problem {
  const ports = mappings.map((mapping) => String(mapping.str("containerPort") ?? mapping.str("containerPortRange")));
  const mapped = ports.length > 0 ? `maps ${ports.join(", ")}` : "maps no port";
  return {
    property: "containerPort",
    message:
      `The load balancer sends requests to port ${String(port)} of the container ${container}, which ${mapped}. Use the ` +
      "same port in `containerPort` and in the container's `portMappings`.",
    awsError: `The container ${container} did not have a container port ${String(port)} defined`,
  };
}

/** A target group that uses TCP for a port that the container maps for UDP only. */
function protocolProblem(stack: Stack, entry: View, containers: View[], target: Target): Problem | undefined {
  const [group, ...others] = stack.refs(entry.at("targetGroupArn"), LB_TARGET_GROUP).resources;
  const protocol = others.length === 0 ? group?.str("protocol") : undefined;
  const protocols = containers
    .filter((one) => one.str("name") === target.container)
    .map(mappingsOf)
    .filter(known)
    .flat()
    .filter((mapping) => isFor(mapping, target.port) === true)
    .map((mapping) => mapping.str("protocol") ?? "tcp");
  const isUdpOnly = protocols.length > 0 && protocols.every((one) => one === "udp");
  return known(protocol) && !UDP_PROTOCOLS.has(protocol.toUpperCase()) && isUdpOnly
    ? {
        property: "containerPort",
        level: "advisory",
        message:
          `The target group uses ${protocol}, but the container ${target.container} maps port ${String(target.port)} for ` +
          'UDP only. Set "protocol" to "tcp" in its port mapping.',
      }
    : undefined;
}

export default defineRule({
  id: "container-port-matches",
  category: "validity",
  description: "ECS services must name a container and a port that their task has",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "A service registers one container of its task, on one port, with the load balancer. ECS rejects a container that the " +
    "task definition does not have, and a port that the container does not map.",
  fix: {
    typescript: `containerDefinitions: JSON.stringify([{ name: "api", image, portMappings: [{ containerPort: 8080 }] }]),
// and in the service:
loadBalancers: [{ targetGroupArn: group.arn, containerName: "api", containerPort: 8080 }],`,
    python: `container_definitions=json.dumps([{"name": "api", "image": image, "portMappings": [{"containerPort": 8080}]}]),
# and in the service:
load_balancers=[{"target_group_arn": group.arn, "container_name": "api", "container_port": 8080}],`,
    yaml: `resources:
  task:
    type: aws:ecs:TaskDefinition
    properties:
      containerDefinitions:
        fn::toJSON:
          - name: api
            image: \${image}
            portMappings:
              - containerPort: 8080
  service:
    type: aws:ecs:Service
    properties:
      loadBalancers:
        - targetGroupArn: \${group.arn}
          containerName: api
          containerPort: 8080`,
  },
  limits:
    "Task definitions of other stacks. The port of a target group may differ: each task is registered with the port of " +
    "its container.",
  references: ["https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LoadBalancer.html"],
  stack(stack, { report, undecided }) {
    for (const service of stack.managed(ECS_SERVICE, TASK_SET)) {
      const task = ownTask(stack, service);
      const entries = service.list("loadBalancers") ?? [];
      const containers = task ? containersOf(task) : [];
      if (task && entries === UNKNOWN) {
        undecided(service, "loadBalancers");
      }
      for (const entry of task && known(entries) ? entries : []) {
        const container = entry.str("containerName");
        const port = entry.num("containerPort");
        const target = known(container) && known(port) ? { container, port } : undefined;
        const problem =
          target && known(containers)
            ? (problemOf(containers, target) ?? protocolProblem(stack, entry, containers, target))
            : UNKNOWN;
        if (problem === UNKNOWN) {
          undecided(entry, known(container) ? "containerPort" : "containerName");
        } else if (problem) {
          report({ at: entry, ...problem, restsOnComputedText: task?.isComputed("containerDefinitions") === true });
        }
      }
    }
  },
});

/** The task definition of a service, where it is certain and the stack manages it. */
function ownTask(stack: Stack, service: Resource): Resource | undefined {
  const [task, ...others] = stack.refs(service.at("taskDefinition"), ECS_TASK_DEFINITION).resources;
  const named = service.str("taskDefinition");
  // With ignoreChanges the service keeps the revision that a pipeline has deployed, which is not the stack's.
  const isOtherRevision =
    known(named) && /:task-definition\/[^:]+:\d+$/.test(named) && task?.outputs.str("arn") !== named;
  return task?.external === false && others.length === 0 && !isOtherRevision ? task : undefined;
}
