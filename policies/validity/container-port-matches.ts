import { anyOf, type Certainty } from "../../stack/certainty";
import { containersOf, TASK_DEFINITION } from "../../stack/environments";
import { ECS_SERVICE, TARGET_GROUP } from "../../stack/load-balancing";
import type { Resource } from "../../stack/resource";
import type { Stack } from "../../stack/stack";
import { known, UNKNOWN, type Unknown } from "../../stack/value";
import type { View } from "../../stack/view";
import { defineRule, type Finding } from "../rule";

const TASK_SET = "aws:ecs/taskSet:TaskSet";
const OVER_UDP: ReadonlySet<string> = new Set(["UDP", "TCP_UDP", "QUIC", "TCP_QUIC"]);

type Verdict = Omit<Finding, "at"> | Unknown | undefined;

/** Whether a mapping is for a port, on its own or in a range such as `8000-8010`. */
function isFor(mapping: View, port: number): Certainty {
  const range = mapping.str("containerPortRange");
  const [from = NaN, to = NaN] = known(range) ? range.split("-").map(Number) : [];
  const one = mapping.num("containerPort");
  // A mapping without either is written in another way than the one that is documented.
  const isUnknown = !known(one ?? range);
  return one === port || (from <= port && port <= to) || (isUnknown && UNKNOWN);
}

/** The port mappings of a container; unknown where it spells them in another way, which the provider takes too. */
function mappingsOf(container: View): View[] | Unknown {
  const entries = container.entries() ?? [];
  const isOdd = ([key]: [string, View]): boolean => key !== "portMappings" && key.toLowerCase() === "portmappings";
  return known(entries) && !entries.some(isOdd) ? (container.list("portMappings") ?? []) : UNKNOWN;
}

/** What is wrong with the container and port of an entry of `loadBalancers`. */
function judge(containers: View[] | Unknown, name: string, port: number): Verdict {
  if (containers === UNKNOWN || containers.some((one) => !known(one.str("name")))) {
    return UNKNOWN;
  }
  const container = containers.find((one) => one.str("name") === name);
  if (!container) {
    const names = containers.map((one) => String(one.str("name"))).join(", ");
    return {
      property: "containerName",
      message: `the task has no container ${name}; set containerName to the one that serves: ${names}.`,
      answer: `The container ${name} does not exist in the task definition`,
    };
  }
  const mappings = mappingsOf(container);
  const isMapped = known(mappings) ? anyOf(mappings.map((mapping) => isFor(mapping, port))) : UNKNOWN;
  if (!known(mappings) || isMapped !== false) {
    return isMapped === UNKNOWN ? UNKNOWN : undefined;
  }
  const ports = mappings.map((mapping) => String(mapping.str("containerPort") ?? mapping.str("containerPortRange")));
  return {
    property: "containerPort",
    message:
      `the container ${name} maps ${ports.length > 0 ? `the port ${ports.join(", ")}` : "no port"}, and the load ` +
      `balancer is to reach it on ${String(port)}; make containerPort and the container's portMappings the same.`,
    answer: `The container ${name} did not have a container port ${String(port)} defined`,
  };
}

/** A target group that speaks TCP to a port that the container maps for UDP alone. */
function judgeProtocol(stack: Stack, entry: View, containers: View[], name: string, port: number): Verdict {
  const [group, ...others] = stack.refs(entry.at("targetGroupArn"), TARGET_GROUP).resources;
  const protocol = others.length === 0 ? group?.str("protocol") : undefined;
  const protocols = containers
    .filter((one) => one.str("name") === name)
    .map(mappingsOf)
    .filter(known)
    .flat()
    .filter((mapping) => isFor(mapping, port) === true)
    .map((mapping) => mapping.str("protocol") ?? "tcp");
  const isUdpOnly = protocols.length > 0 && protocols.every((one) => one === "udp");
  return known(protocol) && !OVER_UDP.has(protocol.toUpperCase()) && isUdpOnly
    ? {
        property: "containerPort",
        message:
          `the target group speaks ${protocol}, and the container ${name} maps the port ${String(port)} for UDP only; ` +
          'set protocol: "tcp" in its portMappings.',
        level: "advisory",
      }
    : undefined;
}

export default defineRule({
  id: "container-port-matches",
  category: "validity",
  description: "ECS services name a container and port that their task has",
  severity: "high",
  level: "mandatory",
  failures: [],
  why:
    "A service tells its load balancer which container of the task serves, and on which port. ECS refuses a container that " +
    "the task definition does not have, and a port that the container does not map.",
  fix: {
    typescript:
      'containerDefinitions: JSON.stringify([{ name: "api", image, portMappings: [{ containerPort: 8080 }] }]),\n' +
      '// and in the service:\nloadBalancers: [{ targetGroupArn: group.arn, containerName: "api", containerPort: 8080 }],',
    python:
      'container_definitions=json.dumps([{"name": "api", "image": image, "portMappings": [{"containerPort": 8080}]}]),\n' +
      "# and in the service:\n" +
      'load_balancers=[{"target_group_arn": group.arn, "container_name": "api", "container_port": 8080}],',
    yaml:
      "resources:\n  task:\n    type: aws:ecs:TaskDefinition\n    properties:\n      containerDefinitions:\n" +
      "        fn::toJSON:\n          - name: api\n            image: ${image}\n            portMappings:\n" +
      "              - containerPort: 8080\n  service:\n    type: aws:ecs:Service\n    properties:\n" +
      "      loadBalancers:\n        - targetGroupArn: ${group.arn}\n          containerName: api\n" +
      "          containerPort: 8080",
  },
  limits:
    "Task definitions outside the stack. The port of a target group may differ: each task is registered with the port of " +
    "its container.",
  stack(stack, { report, undecided }) {
    const services = stack.ofType(ECS_SERVICE, TASK_SET).filter(({ outside }) => !outside);
    for (const { service, task } of services.map((one) => ({ service: one, task: ownTask(stack, one) }))) {
      const entries = service.list("loadBalancers") ?? [];
      const containers = task ? containersOf(task) : [];
      for (const entry of task && known(entries) ? entries : []) {
        const name = entry.str("containerName");
        const port = entry.num("containerPort");
        const isReadable = known(name) && known(port) && known(containers);
        const verdict = isReadable
          ? (judge(containers, name, port) ?? judgeProtocol(stack, entry, containers, name, port))
          : UNKNOWN;
        if (verdict === UNKNOWN) {
          undecided(entry, known(name) ? "containerPort" : "containerName");
        } else if (verdict) {
          report({ at: entry, ...verdict, restsOnComputedText: task?.isComputed("containerDefinitions") === true });
        }
      }
    }
  },
});

/** The task definition of a service, where it is certain and the stack manages it. */
function ownTask(stack: Stack, service: Resource): Resource | undefined {
  const [task, ...others] = stack.refs(service.at("taskDefinition"), TASK_DEFINITION).resources;
  const named = service.str("taskDefinition");
  // What a pipeline deploys stays (ignoreChanges): then the service runs another revision than the stack's.
  const isOfAnother = known(named) && /:task-definition\/[^:]+:\d+$/.test(named) && task?.outputs.str("arn") !== named;
  return task?.outside === false && others.length === 0 && !isOfAnother ? task : undefined;
}
