import type { RuleExamples } from "../../src/rules/examples";

export default {
  contract: { accessLogs: true },
  incorrect: `
new aws.lb.LoadBalancer("web", { subnets: aws.ec2.getSubnetsOutput().ids });
`,
  correct: `
const logs = new aws.s3.Bucket("web-logs");
new aws.lb.LoadBalancer("web", {
  subnets: aws.ec2.getSubnetsOutput().ids,
  accessLogs: { enabled: true, bucket: logs.bucket },
});
`,
} satisfies RuleExamples;
