import { ECS_SERVICE, ECS_TASK_DEFINITION, LB_TARGET_GROUP } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import type { Read } from "../../src/graph/view";
import { defineRule, type Context } from "../../src/rules/rule";

/** The task definition that a service runs, where it is one of the program. */
function taskOf(stack: Stack, service: Resource): Resource | undefined {
  const { resources, complete } = stack.refs(service.at("taskDefinition"), ECS_TASK_DEFINITION);
  return complete && resources.length === 1 && resources[0]?.external === false ? resources[0] : undefined;
}

/** True where AWS starts the tasks by CodeDeploy or another controller, which have a network of their own. */
const isExternallyDeployed = (service: Resource): boolean => {
  const controller = service.str("deploymentController", "type") ?? "ECS";
  return controller === UNKNOWN || controller === "EXTERNAL";
};

function checkNetwork(service: Resource, mode: Read<string>, { report }: Context): void {
  const network = service.at("networkConfiguration");
  if (mode === "awsvpc" && network.isAbsent) {
    report({
      at: service,
      property: "networkConfiguration",
      onlyAtCreation: true,
      message:
        "Tasks with the network mode awsvpc have addresses of their own, and this service names no subnets for them. Add " +
        "`networkConfiguration`.",
    });
  } else if (mode !== "awsvpc" && !network.isAbsent && !network.isUnknown) {
    report({
      at: network,
      onlyAtCreation: true,
      message:
        "The network mode of the tasks is not awsvpc, so they have no network of their own. Set " +
        '`networkMode: "awsvpc"` on the task definition, or leave out `networkConfiguration`.',
    });
  }
}

function checkTargets(stack: Stack, service: Resource, mode: Read<string>, { report }: Context): void {
  const balancers = service.list("loadBalancers");
  for (const balancer of known(balancers) ? balancers : []) {
    const arn = balancer.at("targetGroupArn");
    for (const group of stack.refs(arn, LB_TARGET_GROUP).resources) {
      const type = group.str("targetType") ?? "instance";
      if (mode === "awsvpc" && type === "instance" && !group.external) {
        report({
          at: arn,
          onlyAtCreation: true,
          message:
            `The target group ${group.name} takes instances, and tasks with the network mode awsvpc are registered by their ` +
            'addresses. Set `targetType: "ip"` on the target group.',
        });
      }
    }
  }
}

function checkCommands(service: Resource, task: Resource, { report }: Context): void {
  if (service.bool("enableExecuteCommand") === true && task.at("taskRoleArn").isAbsent) {
    report({
      at: service,
      property: "enableExecuteCommand",
      onlyAtCreation: true,
      message:
        `Commands in containers need a task role, and ${task.name} has none. Set \`taskRoleArn\` on the task definition, ` +
        "with permissions for ssmmessages.",
    });
  }
}

export default defineRule({
  id: "ecs-network-mode",
  category: "validity",
  description: "ECS services must have the network, the targets and the role that their tasks require",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "The network mode of a task definition decides what its services need: with awsvpc each task has an address in a " +
    "subnet, and target groups hold addresses; with the other modes both are those of the instance. ECS rejects a service " +
    "that does not fit its task definition.",
  fix: {
    typescript: `const group = new aws.lb.TargetGroup("orders", { targetType: "ip", port: 8080, protocol: "HTTP", vpcId: vpc.id });
new aws.ecs.Service("orders", {
  taskDefinition: task.arn, // networkMode: "awsvpc"
  networkConfiguration: { subnets, securityGroups },
  loadBalancers: [{ targetGroupArn: group.arn, containerName: "orders", containerPort: 8080 }],
});`,
    python: `group = aws.lb.TargetGroup("orders", target_type="ip", port=8080, protocol="HTTP", vpc_id=vpc.id)
aws.ecs.Service("orders",
    task_definition=task.arn,  # network_mode="awsvpc"
    network_configuration={"subnets": subnets, "security_groups": security_groups},
    load_balancers=[{"target_group_arn": group.arn, "container_name": "orders", "container_port": 8080}])`,
    yaml: `resources:
  orders:
    type: aws:ecs:Service
    properties:
      taskDefinition: \${task.arn} # networkMode: awsvpc
      networkConfiguration:
        subnets: \${subnets}
        securityGroups: \${securityGroups}`,
  },
  limits:
    "Task definitions and target groups of other stacks, and services that an external controller deploys. On a service " +
    "that exists already a finding is advisory.",
  references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking-awsvpc.html"],
  stack(stack, context) {
    for (const service of stack.managed(ECS_SERVICE)) {
      const task = taskOf(stack, service);
      const mode = task?.str("networkMode");
      if (task === undefined || isExternallyDeployed(service)) {
        continue;
      }
      if (mode === UNKNOWN) {
        context.undecided(service, "taskDefinition");
        continue;
      }
      checkNetwork(service, mode, context);
      checkTargets(stack, service, mode, context);
      checkCommands(service, task, context);
    }
  },
});
