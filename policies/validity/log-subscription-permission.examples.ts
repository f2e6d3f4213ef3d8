import type { RuleExamples } from "../../src/rules/examples";

const program = (options: string): string => `
const role = "arn:aws:iam::464738291005:role/forward";
const forward = new aws.lambda.Function("forward", { role, packageType: "Image", imageUri: "464738291005.dkr.ecr.us-east-1.amazonaws.com/forward:4" });
const permission = new aws.lambda.Permission("logs", {
  function: forward.name,
  action: "lambda:InvokeFunction",
  principal: "logs.amazonaws.com",
  sourceAccount: "464738291005",
});
const filter = { logGroup: "/orders", filterPattern: "ERROR", destinationArn: forward.arn };
new aws.cloudwatch.LogSubscriptionFilter("orders", filter${options});
`;

export default { incorrect: program(""), correct: program(", { dependsOn: [permission] }") } satisfies RuleExamples;
