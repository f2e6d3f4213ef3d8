import rule from "../../../policies/containers/ecs-deployment-configuration";
import { ruleTest } from "../../../src/testing/rule-test";
import { underContract } from "../../kit/under-contract";
import { resource, unknown, type Input } from "../../../src/testing/stack";

const group = resource("aws:lb/targetGroup:TargetGroup", "app");
const loadBalancers = [{ targetGroupArn: group.arn, containerName: "app", containerPort: 80 }];
const service = (inputs: Record<string, Input>): ReturnType<typeof resource> =>
  resource("aws:ecs/service:Service", "app", { cluster: "shop", ...inputs });
const percentages = { deploymentMaximumPercent: 200, deploymentMinimumHealthyPercent: 100 };
const noSettings = { resource: "app", path: "deploymentMinimumHealthyPercent" };
const noGrace = { resource: "app", path: "healthCheckGracePeriodSeconds" };

ruleTest(
  rule,
  underContract(
    { deploymentSettings: true },
    {
      valid: [
        {
          name: "percentages and a grace period",
          stack: [group, service({ ...percentages, loadBalancers, healthCheckGracePeriodSeconds: 60 })],
        },
        {
          name: "percentages of a service without load balancer",
          stack: [service({ ...percentages, loadBalancers: [] })],
        },
        { name: "a circuit breaker", stack: [service({ deploymentCircuitBreaker: { enable: true, rollback: true } })] },
        { name: "settings that are not known yet", stack: [service({ deploymentMaximumPercent: unknown })] },
        {
          name: "a daemon, which allows no maximum",
          stack: [service({ schedulingStrategy: "DAEMON", deploymentMinimumHealthyPercent: 50 })],
        },
        { name: "a daemon without settings", stack: [service({ schedulingStrategy: "DAEMON" })] },
        {
          name: "deployments by CodeDeploy and others",
          stack: [
            service({ deploymentController: { type: "CODE_DEPLOY" } }),
            resource("aws:ecs/service:Service", "b", { deploymentController: { type: "EXTERNAL" } }),
            resource("aws:ecs/service:Service", "c", { deploymentController: { type: unknown } }),
          ],
        },
        {
          name: "blue-green deployments by ECS",
          stack: [service({ deploymentConfiguration: { strategy: "BLUE_GREEN", bakeTimeInMinutes: "10" } })],
        },
        {
          name: "a grace period that is not known yet, or none on purpose",
          stack: [
            group,
            service({ ...percentages, loadBalancers, healthCheckGracePeriodSeconds: unknown }),
            resource("aws:ecs/service:Service", "b", {
              ...percentages,
              loadBalancers,
              healthCheckGracePeriodSeconds: 0,
            }),
          ],
        },
        {
          name: "a service that is skipped with --target, or only read",
          stack: [resource("aws:ecs/service:Service", "a", {}, { external: true })],
        },
      ],
      invalid: [
        {
          name: "neither settings nor a grace period",
          stack: [group, service({ loadBalancers })],
          findings: [{ ...noSettings, message: /healthCheckGracePeriodSeconds: 60/ }],
        },
        {
          name: "several services alike: one finding",
          stack: [service({}), resource("aws:ecs/service:Service", "worker", { cluster: "shop" })],
          findings: [{ ...noSettings, message: /never rolled back/ }],
        },
        { name: "no settings", stack: [service({})], findings: [noSettings] },
        {
          name: "rolling deployments, set explicitly",
          stack: [service({ deploymentController: { type: "ECS" }, deploymentConfiguration: { strategy: "ROLLING" } })],
          findings: [noSettings],
        },
        {
          name: "no grace period",
          stack: [group, service({ deploymentController: { type: "CODE_DEPLOY" }, loadBalancers })],
          findings: [noGrace],
        },
      ],
      undecided: [
        {
          name: "load balancers that are not known yet",
          stack: [service({ ...percentages, loadBalancers: unknown })],
          at: ["app.loadBalancers"],
        },
      ],
    },
  ),
);
