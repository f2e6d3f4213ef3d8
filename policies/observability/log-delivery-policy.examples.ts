import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const logs = new aws.s3.Bucket("web-logs");
new aws.lb.LoadBalancer("web", {
  subnets: aws.ec2.getSubnetsOutput().ids,
  accessLogs: { enabled: true, bucket: logs.bucket },
});
`,
  correct: `
const logs = new aws.s3.Bucket("web-logs", { bucket: "shop-web-logs" });
const statement = {
  Effect: "Allow",
  Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
  Action: "s3:PutObject",
  Resource: "arn:aws:s3:::shop-web-logs/AWSLogs/*",
};
const policy = JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
const logsPolicy = new aws.s3.BucketPolicy("web-logs", { bucket: logs.bucket, policy });
new aws.lb.LoadBalancer(
  "web",
  { subnets: aws.ec2.getSubnetsOutput().ids, accessLogs: { enabled: true, bucket: logs.bucket } },
  { dependsOn: [logsPolicy] },
);
`,
} satisfies RuleExamples;
