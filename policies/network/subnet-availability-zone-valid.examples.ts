import type { RuleExamples } from "../../src/rules/examples";

export default {
  config: { "aws:region": "eu-central-1" },
  incorrect: `
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
new aws.ec2.Subnet("a", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24", availabilityZone: "us-east-1a" });
`,
  correct: `
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const zones = aws.getAvailabilityZonesOutput({ state: "available" }).names;
new aws.ec2.Subnet("a", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24", availabilityZone: zones[0] });
`,
} satisfies RuleExamples;
