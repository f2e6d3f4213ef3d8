import type { RuleExamples } from "../../src/rules/examples";

const BEFORE = `
const subnets = aws.ec2.getSubnetsOutput().ids;
const balancer = new aws.lb.LoadBalancer("web", { subnets });
const group = new aws.lb.TargetGroup("api", { port: 8080, protocol: "HTTP", targetType: "ip" });
const listener = new aws.lb.Listener("http", {
  loadBalancerArn: balancer.arn,
  port: 80,
  defaultActions: [{ type: "forward", targetGroupArn: group.arn }],
});
const loadBalancers = [{ targetGroupArn: group.arn, containerName: "api", containerPort: 8080 }];`;

export default {
  incorrect: `${BEFORE}
new aws.ecs.Service("api", { taskDefinition: "api:1", loadBalancers });
`,
  correct: `${BEFORE}
new aws.ecs.Service("api", { taskDefinition: "api:1", loadBalancers }, { dependsOn: [listener] });
`,
} satisfies RuleExamples;
