import type { RuleExamples } from "../../src/rules/examples";

const program = (name: string): string => `
const task = new aws.ecs.TaskDefinition("orders", {
  family: "orders",
  executionRoleArn: "arn:aws:iam::464738291005:role/execution",
  containerDefinitions: JSON.stringify([
    {
      name: "orders",
      image: "nginx:1.27",
      memory: 256,
      environment: [{ name: "${name}", value: "orders" }],
      secrets: [{ name: "DATABASE", valueFrom: "arn:aws:ssm:us-east-1:464738291005:parameter/orders" }],
    },
  ]),
});
`;

export default { incorrect: program("DATABASE"), correct: program("SCHEMA") } satisfies RuleExamples;
