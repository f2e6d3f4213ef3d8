import type { RuleExamples } from "../../src/rules/examples";

const service = (containerPort: number): string => `
const task = new aws.ecs.TaskDefinition("api", {
  family: "api",
  containerDefinitions: JSON.stringify([{ name: "api", image: "shop/api:1.4.2", portMappings: [{ containerPort: 8080 }] }]),
});
const group = new aws.lb.TargetGroup("api", { port: 80, protocol: "HTTP", targetType: "ip", vpcId: "vpc-0a1b2c3d" });
const service = new aws.ecs.Service("api", {
  cluster: "shop",
  taskDefinition: task.arn,
  loadBalancers: [{ targetGroupArn: group.arn, containerName: "api", containerPort: ${String(containerPort)} }],
});
`;

export default { incorrect: service(80), correct: service(8080) } satisfies RuleExamples;
