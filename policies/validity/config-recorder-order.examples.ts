import type { RuleExamples } from "../../src/rules/examples";

const RECORDER = `
const recorder = new aws.cfg.Recorder("main", { roleArn: "arn:aws:iam::464738291005:role/config" });
`;

export default {
  incorrect: `${RECORDER}
const channel = new aws.cfg.DeliveryChannel("main", { s3BucketName: "shop-config" });
`,
  correct: `${RECORDER}
const channel = new aws.cfg.DeliveryChannel("main", { s3BucketName: "shop-config" }, { dependsOn: [recorder] });
`,
} satisfies RuleExamples;
