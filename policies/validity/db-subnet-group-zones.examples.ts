import type { RuleExamples } from "../../src/rules/examples";

const group = (zone: string): string => `
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const a = new aws.ec2.Subnet("a", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24", availabilityZone: "eu-west-1a" });
const b = new aws.ec2.Subnet("b", { vpcId: vpc.id, cidrBlock: "10.0.1.0/24", availabilityZone: "${zone}" });
const group = new aws.rds.SubnetGroup("orders", { subnetIds: [a.id, b.id] });
`;

export default { incorrect: group("eu-west-1a"), correct: group("eu-west-1b") } satisfies RuleExamples;
