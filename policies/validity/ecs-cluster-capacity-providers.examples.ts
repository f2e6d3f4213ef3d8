import type { RuleExamples } from "../../src/rules/examples";

const program = (providers: string): string => `
const cluster = new aws.ecs.Cluster("main", {});
const providers = new aws.ecs.ClusterCapacityProviders("main", {
  clusterName: cluster.name,
  capacityProviders: [${providers}],
});
const task = { taskDefinition: "arn:aws:ecs:us-east-1:123456789012:task-definition/web:3", desiredCount: 2 };
const network = { subnets: ["subnet-0a1b", "subnet-0c2d"], securityGroups: ["sg-0a1b"] };
const strategies = [{ capacityProvider: "FARGATE_SPOT", weight: 1 }];
new aws.ecs.Service(
  "web",
  { cluster: cluster.arn, ...task, capacityProviderStrategies: strategies, networkConfiguration: network },
  { dependsOn: [providers] },
);
`;

export default {
  incorrect: program('"FARGATE"'),
  correct: program('"FARGATE", "FARGATE_SPOT"'),
} satisfies RuleExamples;
