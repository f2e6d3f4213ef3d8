import type { RuleExamples } from "../../src/rules/examples";

export default {
  contract: { flowLogs: true },
  incorrect: `
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
`,
  correct: `
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const bucket = new aws.s3.Bucket("flow-logs");
new aws.ec2.FlowLog("main", {
  vpcId: vpc.id,
  trafficType: "ALL",
  logDestinationType: "s3",
  logDestination: bucket.arn,
});
`,
} satisfies RuleExamples;
