import type { RuleExamples } from "../../src/rules/examples";

const STACK = (group: string): string => `
const vpcId = aws.ec2.getVpcOutput({ default: true }).id;
const subnets = aws.ec2.getSubnetsOutput({ filters: [{ name: "vpc-id", values: [vpcId] }] }).ids;
const [fromPort, toPort, protocol] = [80, 80, "tcp"];
const open = [{ fromPort, toPort, protocol, cidrBlocks: ["0.0.0.0/0"] }];
const front = new aws.ec2.SecurityGroup("front", { vpcId, ingress: open, egress: open });
${group}
const web = new aws.lb.LoadBalancer("web", { subnets, securityGroups: [front.id] });
const group = new aws.lb.TargetGroup("web", { port: 80, protocol: "HTTP", vpcId, healthCheck: { path: "/health" } });
const defaultActions = [{ type: "forward", targetGroupArn: group.arn }];
new aws.lb.Listener("web", { loadBalancerArn: web.arn, port: 80, defaultActions });
const ami = aws.ec2.getAmiOutput({ owners: ["amazon"], mostRecent: true }).id;
const server = new aws.ec2.Instance("web", { ami, instanceType: "t3.small", vpcSecurityGroupIds: [servers.id] });
new aws.lb.TargetGroupAttachment("web", { targetGroupArn: group.arn, targetId: server.id });
`;

export default {
  incorrect: STACK('const servers = new aws.ec2.SecurityGroup("servers", { vpcId, ingress: open });'),
  correct: STACK(
    "const admitted = [{ fromPort, toPort, protocol, securityGroups: [front.id] }];\n" +
      'const servers = new aws.ec2.SecurityGroup("servers", { vpcId, ingress: admitted });',
  ),
} satisfies RuleExamples;
