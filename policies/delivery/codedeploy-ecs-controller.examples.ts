import type { RuleExamples } from "../../src/rules/examples";

const STACK = (more: string): string => `
const [cluster, taskDefinition] = ["shop", "api:7"];
const api = new aws.ecs.Service("api", { cluster, taskDefinition${more} });
const serviceRoleArn = aws.iam.getRoleOutput({ name: "deployments" }).arn;
new aws.codedeploy.DeploymentGroup("api", {
  appName: "shop",
  deploymentGroupName: "api",
  serviceRoleArn,
  deploymentStyle: { deploymentOption: "WITH_TRAFFIC_CONTROL", deploymentType: "BLUE_GREEN" },
  ecsService: { clusterName: cluster, serviceName: api.name },
});
`;

export default {
  incorrect: STACK(""),
  correct: STACK(', deploymentController: { type: "CODE_DEPLOY" }'),
} satisfies RuleExamples;
