import type { RuleExamples } from "../../src/rules/examples";

const taskWith = (suffix: string): string => `
const arn = "arn:aws:secretsmanager:eu-west-1:590184027351:secret:orders-AbCdEf";
const api = new aws.ecs.TaskDefinition("api", {
  family: "api",
  containerDefinitions: JSON.stringify([{
    name: "api",
    image: "public.ecr.aws/nginx/nginx:1.29",
    secrets: [{ name: "DB_PASSWORD", valueFrom: arn + "${suffix}" }],
  }]),
});
`;

export default {
  incorrect: taskWith(":password"),
  correct: taskWith(":password::"),
} satisfies RuleExamples;
