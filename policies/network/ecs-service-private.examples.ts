import type { RuleExamples } from "../../src/rules/examples";

const program = (assignPublicIp: boolean): string => `
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const subnet = new aws.ec2.Subnet("tasks", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24" });
new aws.ecs.Service("api", {
  launchType: "FARGATE",
  taskDefinition: "api:1",
  networkConfiguration: { assignPublicIp: ${String(assignPublicIp)}, subnets: [subnet.id] },
});
`;

export default {
  incorrect: program(true),
  correct: program(false),
} satisfies RuleExamples;
