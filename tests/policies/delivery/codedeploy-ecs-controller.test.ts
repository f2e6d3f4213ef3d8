import rule from "../../../policies/delivery/codedeploy-ecs-controller";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const service = (type?: Input): BuiltResource =>
  resource("aws:ecs/service:Service", "api", { ...(type !== undefined && { deploymentController: { type } }) });
const group = (serviceName: Input): BuiltResource =>
  resource("aws:codedeploy/deploymentGroup:DeploymentGroup", "api", {
    ecsService: { clusterName: "shop", serviceName },
  });
const deployed = (type?: Input): BuiltResource[] => [service(type), group(service(type).name)];

ruleTest(rule, {
  valid: [
    { name: "a service of CodeDeploy", stack: deployed("CODE_DEPLOY") },
    { name: "a service of another stack", stack: [service(), group("orders")] },
    { name: "a service that nothing deploys", stack: [service()] },
  ],
  invalid: [
    {
      name: "a service that ECS deploys",
      shape: "preview",
      stack: deployed(),
      findings: [{ resource: "api", path: "ecsService", message: /The service api is deployed by ECS itself/ }],
    },
    {
      name: "a service that a script deploys",
      shape: "preview",
      stack: deployed("EXTERNAL"),
      findings: [{ resource: "api", path: "ecsService", message: /deployed by a controller of its own/ }],
    },
  ],
  undecided: [{ name: "a controller that is not known", stack: deployed(unknown), at: ["api.deploymentController"] }],
});
