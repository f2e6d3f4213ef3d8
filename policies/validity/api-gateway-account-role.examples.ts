import type { RuleExamples } from "../../src/rules/examples";

const API = `const api = new aws.apigateway.RestApi("orders");
const settings = { restApi: api.id, stageName: "live", methodPath: "*/*", settings: { loggingLevel: "ERROR" } };
`;

export default {
  incorrect: `
${API}
const logs = new aws.apigateway.MethodSettings("all", settings);
`,
  correct: `
${API}
const account = new aws.apigateway.Account("logs", { cloudwatchRoleArn: "arn:aws:iam::464738291005:role/api-logs" });
const logs = new aws.apigateway.MethodSettings("all", settings, { dependsOn: [account] });
`,
} satisfies RuleExamples;
