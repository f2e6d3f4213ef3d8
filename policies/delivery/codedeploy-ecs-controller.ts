import { ECS_SERVICE } from "../../src/aws/type-tokens";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "codedeploy-ecs-controller",
  category: "delivery",
  description: "ECS services that CodeDeploy deploys must have its deployment controller",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "An ECS service replaces its tasks itself unless it leaves that to CodeDeploy, and this cannot be changed once the " +
    "service exists. CodeDeploy rejects a deployment group with any other service.",
  fix: {
    typescript: `new aws.ecs.Service("api", {
  deploymentController: { type: "CODE_DEPLOY" },
});`,
    python: `aws.ecs.Service("api", deployment_controller={"type": "CODE_DEPLOY"})`,
    yaml: `resources:
  api:
    type: aws:ecs:Service
    properties:
      deploymentController:
        type: CODE_DEPLOY`,
  },
  limits: "Services outside the stack, and names that are not computed from a service of the stack.",
  references: [
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-bluegreen.html",
    "https://docs.aws.amazon.com/codedeploy/latest/userguide/deployment-groups-create-ecs.html",
  ],
  stack(stack, { report, undecided }) {
    for (const group of stack.managed("aws:codedeploy/deploymentGroup:DeploymentGroup")) {
      const [service, ...others] = stack.refs(group.at("ecsService", "serviceName"), ECS_SERVICE).resources;
      const controller = service?.str("deploymentController", "type") ?? "ECS";
      if (!service || service.external || others.length > 0 || controller === "CODE_DEPLOY") {
        continue;
      }
      if (controller === UNKNOWN) {
        undecided(service, "deploymentController");
      } else {
        report({
          at: group,
          property: "ecsService",
          onlyAtCreation: true,
          message:
            `The service ${service.name} is deployed by ${controller === "ECS" ? "ECS itself" : "a controller of its own"}. Set ` +
            '`deploymentController: { type: "CODE_DEPLOY" }` on it.',
          awsError: "Deployment group's ECS service must be configured for a CODE_DEPLOY deployment controller",
        });
      }
    }
  },
});
