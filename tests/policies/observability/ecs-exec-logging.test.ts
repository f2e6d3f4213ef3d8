import rule from "../../../policies/observability/ecs-exec-logging";
import { ruleTest } from "../../../src/testing/rule-test";
import { json, resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const cluster = (configuration?: Input): BuiltResource =>
  resource("aws:ecs/cluster:Cluster", "shop", { configuration });
const exec = (logging: Input): BuiltResource => cluster({ executeCommandConfiguration: { logging } });
const service = (of: BuiltResource, containers?: Input, enableExecuteCommand: Input = true): BuiltResource[] => {
  const task = resource("aws:ecs/taskDefinition:TaskDefinition", "task", {
    family: "api",
    containerDefinitions: containers,
  });
  return [
    of,
    task,
    resource("aws:ecs/service:Service", "api", { cluster: of.arn, taskDefinition: task.arn, enableExecuteCommand }),
  ];
};
const quiet = json([{ name: "api", image: "api:1" }]);

ruleTest(rule, {
  valid: [
    { name: "a log of its own", stack: service(exec("OVERRIDE"), quiet) },
    { name: "the log of the task", stack: [cluster(), exec("DEFAULT")] },
    {
      name: "a container with a log",
      stack: service(cluster(), json([{ name: "api", logConfiguration: { logDriver: "awslogs" } }, { name: "proxy" }])),
    },
    { name: "no shell", stack: service(cluster(), quiet, false) },
    { name: "containers that are not known yet", stack: service(cluster(), unknown), shape: "preview" },
    { name: "no containers", stack: service(cluster(), json([])) },
    {
      name: "a task of another stack",
      stack: [
        cluster(),
        resource("aws:ecs/service:Service", "api", {
          cluster: "shop",
          taskDefinition: "api:1",
          enableExecuteCommand: true,
        }),
      ],
    },
    {
      name: "a read task",
      stack: (() => {
        const of = cluster();
        const task = resource("aws:ecs/taskDefinition:TaskDefinition", "task", {}, { external: true });
        const inputs = { cluster: of.arn, taskDefinition: task.arn, enableExecuteCommand: true };
        return [of, task, resource("aws:ecs/service:Service", "api", inputs)];
      })(),
    },
    { name: "a read cluster", stack: [resource("aws:ecs/cluster:Cluster", "shared", {}, { external: true })] },
  ],
  invalid: [
    {
      name: "logging switched off",
      stack: [exec("NONE")],
      findings: [{ resource: "shop", path: "configuration.executeCommandConfiguration.logging" }],
    },
    {
      name: "a shell in containers without logs",
      stack: service(cluster(), quiet),
      findings: [{ resource: "api", path: "enableExecuteCommand", message: /neither they nor the cluster shop log/ }],
    },
    {
      name: "logs in S3",
      stack: service(cluster(), json([{ name: "api", logConfiguration: { logDriver: "awsfirelens" } }])),
      findings: [{ resource: "api", path: "enableExecuteCommand" }],
    },
  ],
});
