import type { RuleExamples } from "../../src/rules/examples";

const program = (targetType: string): string => `
const vpcId = "vpc-0d9e2b7a4c6f1835b";
const group = new aws.lb.TargetGroup("orders", { targetType: "${targetType}", port: 8080, protocol: "HTTP", vpcId });
const task = new aws.ecs.TaskDefinition("orders", {
  family: "orders",
  networkMode: "awsvpc",
  containerDefinitions: JSON.stringify([
    { name: "orders", image: "nginx:1.27", memory: 256, essential: true, portMappings: [{ containerPort: 8080 }] },
  ]),
});
const service = new aws.ecs.Service("orders", {
  taskDefinition: task.arn,
  networkConfiguration: { subnets: ["subnet-0b8d3f6a1c5e7294d"] },
  loadBalancers: [{ targetGroupArn: group.arn, containerName: "orders", containerPort: 8080 }],
});
`;

export default { incorrect: program("instance"), correct: program("ip") } satisfies RuleExamples;
