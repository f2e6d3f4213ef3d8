import type { RuleExamples } from "../../src/rules/examples";

const API = `const api = new aws.apigateway.RestApi("orders");
const deployment = new aws.apigateway.Deployment("live", { restApi: api.id });
const stage = new aws.apigateway.Stage("live", { restApi: api.id, deployment: deployment.id, stageName: "live" });
`;

export default {
  incorrect: `
${API}
const plan = new aws.apigateway.UsagePlan("partners", { apiStages: [{ apiId: api.id, stage: "live" }] });
`,
  correct: `
${API}
const plan = new aws.apigateway.UsagePlan("partners", { apiStages: [{ apiId: api.id, stage: stage.stageName }] });
`,
} satisfies RuleExamples;
