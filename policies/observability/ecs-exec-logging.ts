import { containersOf } from "../../src/aws/containers/environments";
import { ECS_CLUSTER, ECS_SERVICE } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known } from "../../src/graph/value";
import { taskDefinitionOf } from "../../src/aws/network/vpc-workloads";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "ecs-exec-logging",
  category: "observability",
  description: "ECS Exec sessions must be logged",
  severity: "medium",
  level: "advisory",
  failures: [],
  why:
    "ECS Exec opens a shell in a running container. CloudTrail shows that a session was opened; its commands and their " +
    "output are only in the log that the cluster or the task is configured to write.",
  fix: {
    typescript: `configuration: { executeCommandConfiguration: {
  logging: "OVERRIDE", logConfiguration: { cloudWatchLogGroupName: execLog.name },
} },`,
    python: `configuration={"execute_command_configuration": {
    "logging": "OVERRIDE", "log_configuration": {"cloud_watch_log_group_name": exec_log.name},
}},`,
    yaml: `configuration:
  executeCommandConfiguration:
    logging: OVERRIDE
    logConfiguration:
      cloudWatchLogGroupName: \${execLog.name}`,
  },
  limits:
    "Clusters without a configuration, which use the log of the task, unless no container of a service with ECS Exec has " +
    "one in CloudWatch; whether the role of the task may write the log.",
  references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html"],
  stack(stack, { report }) {
    const services = stack.managed(ECS_SERVICE);
    const withExec = services.filter((service) => service.bool("enableExecuteCommand") === true);
    for (const cluster of stack.managed(ECS_CLUSTER)) {
      const logging = cluster.str("configuration", "executeCommandConfiguration", "logging");
      if (logging === "NONE") {
        report({
          at: cluster,
          property: "configuration.executeCommandConfiguration.logging",
          message:
            'ECS Exec sessions are not logged. Set `logging: "OVERRIDE"` with a `logConfiguration`, or `logging: "DEFAULT"` ' +
            "for the log of the task.",
        });
      }
    }
    for (const service of withExec) {
      const [cluster] = stack.refs(service.at("cluster"), ECS_CLUSTER).resources;
      const hasNoConfiguration = cluster?.external === false && cluster.at("configuration").isAbsent;
      if (hasNoConfiguration && hasNoLog(stack, service)) {
        report({
          at: service,
          property: "enableExecuteCommand",
          message:
            `ECS Exec opens shells in these containers, and neither they nor the cluster ${cluster.name} log to CloudWatch. ` +
            "Set `configuration.executeCommandConfiguration` of the cluster.",
        });
      }
    }
  },
});

/** True where it is certain that no container of the service has a log in CloudWatch. */
function hasNoLog(stack: Stack, service: Resource): boolean {
  const task = taskDefinitionOf(stack, service);
  const containers = task && !task.external ? containersOf(task) : undefined;
  return (
    known(containers) &&
    containers.length > 0 &&
    containers.every((container) => {
      const driver = container.str("logConfiguration", "logDriver");
      return driver === undefined || (known(driver) && driver !== "awslogs");
    })
  );
}
