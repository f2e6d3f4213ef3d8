import { containersOf } from "../../stack/environments";
import { ECS_SERVICE } from "../../stack/load-balancing";
import type { Resource } from "../../stack/resource";
import type { Stack } from "../../stack/stack";
import { known } from "../../stack/value";
import { taskDefinitionOf } from "../../stack/vpc-workloads";
import { defineRule } from "../rule";

const CLUSTER = "aws:ecs/cluster:Cluster";

export default defineRule({
  id: "ecs-exec-logging",
  category: "observability",
  description: "What people do inside of containers is recorded",
  severity: "medium",
  level: "advisory",
  failures: [],
  why:
    "ECS Exec opens a shell in a running container. CloudTrail tells that somebody did so; what they typed and saw is only " +
    "in the log that the cluster or the task is configured to write.",
  fix: {
    typescript:
      "configuration: { executeCommandConfiguration: {\n" +
      '  logging: "OVERRIDE", logConfiguration: { cloudWatchLogGroupName: execLog.name },\n} },',
    python:
      'configuration={"execute_command_configuration": {\n' +
      '    "logging": "OVERRIDE", "log_configuration": {"cloud_watch_log_group_name": exec_log.name},\n}},',
    yaml:
      "configuration:\n  executeCommandConfiguration:\n    logging: OVERRIDE\n    logConfiguration:\n" +
      "      cloudWatchLogGroupName: ${execLog.name}",
  },
  limits:
    "Clusters that say nothing, which take the log of the task, unless no container of a service with ECS Exec has one in " +
    "CloudWatch; whether the role of the task may write the log.",
  stack(stack, { report }) {
    const services = stack.ofType(ECS_SERVICE).filter(({ outside }) => !outside);
    const withExec = services.filter((service) => service.bool("enableExecuteCommand") === true);
    for (const cluster of stack.ofType(CLUSTER).filter(({ outside }) => !outside)) {
      const logging = cluster.str("configuration", "executeCommandConfiguration", "logging");
      if (logging === "NONE") {
        report({
          at: cluster,
          property: "configuration.executeCommandConfiguration.logging",
          message:
            'what people do in containers by ECS Exec is not recorded; set logging: "OVERRIDE" with a logConfiguration, or "DEFAULT" for the log of the task.',
        });
      }
    }
    for (const service of withExec) {
      const [cluster] = stack.refs(service.at("cluster"), CLUSTER).resources;
      const saysNothing = cluster?.outside === false && cluster.at("configuration").isAbsent;
      if (saysNothing && hasNoLog(stack, service)) {
        report({
          at: service,
          property: "enableExecuteCommand",
          message:
            `people may open a shell in these containers, which have no log in CloudWatch, and the cluster ${cluster.name} names none for it; ` +
            "set configuration.executeCommandConfiguration of the cluster.",
        });
      }
    }
  },
});

/** True where no container of the service surely has a log in CloudWatch. */
function hasNoLog(stack: Stack, service: Resource): boolean {
  const task = taskDefinitionOf(stack, service);
  const containers = task && !task.outside ? containersOf(task) : undefined;
  return (
    known(containers) &&
    containers.length > 0 &&
    containers.every((container) => {
      const driver = container.str("logConfiguration", "logDriver");
      return driver === undefined || (known(driver) && driver !== "awslogs");
    })
  );
}
