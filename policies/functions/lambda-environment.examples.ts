import type { RuleExamples } from "../../src/rules/examples";

export default {
  contract: { functions: { environment: { "*switch*": ["LISTENER_ARN"] } } },
  incorrect: `
const role = aws.iam.getRoleOutput({ name: "lambda" }).arn;
const code = new pulumi.asset.FileArchive("./switch");
new aws.lambda.Function("switch", { runtime: "nodejs24.x", handler: "index.handler", code, role });
`,
  correct: `
const role = aws.iam.getRoleOutput({ name: "lambda" }).arn;
const code = new pulumi.asset.FileArchive("./switch");
const listener = aws.lb.getListenerOutput({ arn: new pulumi.Config().require("listenerArn") });
new aws.lambda.Function("switch", {
  runtime: "nodejs24.x",
  handler: "index.handler",
  code,
  role,
  environment: { variables: { LISTENER_ARN: listener.arn } },
});
`,
  config: {
    "shop:listenerArn":
      "arn:aws:elasticloadbalancing:us-east-1:464738291005:listener/app/shop/50dc6c495c0c9188/f2f7dc8efc522ab2",
  },
} satisfies RuleExamples;
