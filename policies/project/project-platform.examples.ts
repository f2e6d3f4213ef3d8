import type { RuleExamples } from "../../src/rules/examples";

const SETTINGS = { "Pulumi.yaml": "name: shop\nruntime: python\n" };

export default {
  incorrect: {
    ...SETTINGS,
    "__main__.py": `
from aws_cdk import App, Stack, aws_s3 as s3

app = App()
s3.Bucket(Stack(app, "shop"), "orders")
`,
  },
  correct: {
    ...SETTINGS,
    "__main__.py": `
import pulumi_aws as aws

orders = aws.s3.Bucket("orders")
`,
  },
} satisfies RuleExamples;
