import type { RuleExamples } from "../../src/rules/examples";

const service = (desiredCount: number): string => `
const repository = new aws.ecr.Repository("api");
const task = new aws.ecs.TaskDefinition("api", {
  family: "api",
  containerDefinitions: pulumi.jsonStringify([{ name: "api", image: pulumi.interpolate\`\${repository.repositoryUrl}:1.4.2\` }]),
});
const service = new aws.ecs.Service("api", { taskDefinition: task.arn, desiredCount: ${String(desiredCount)} });
`;

export default { incorrect: service(2), correct: service(0) } satisfies RuleExamples;
