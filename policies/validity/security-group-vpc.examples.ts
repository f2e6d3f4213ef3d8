import type { RuleExamples } from "../../src/rules/examples";

const BEFORE = `
const vpc = new aws.ec2.Vpc("shop", { cidrBlock: "10.0.0.0/16" });
const a = new aws.ec2.Subnet("a", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24", availabilityZone: "us-east-1a" });
const b = new aws.ec2.Subnet("b", { vpcId: vpc.id, cidrBlock: "10.0.1.0/24", availabilityZone: "us-east-1b" });
const group = new aws.ec2.SecurityGroup("cache", { vpcId: vpc.id });`;

export default {
  incorrect: `${BEFORE}
new aws.elasticache.Cluster("sessions", { engine: "memcached", securityGroupIds: [group.id] });
`,
  correct: `${BEFORE}
const subnets = new aws.elasticache.SubnetGroup("sessions", { subnetIds: [a.id, b.id] });
new aws.elasticache.Cluster("sessions", {
  engine: "memcached",
  subnetGroupName: subnets.name,
  securityGroupIds: [group.id],
});
`,
} satisfies RuleExamples;
