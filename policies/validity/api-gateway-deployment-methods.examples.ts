import type { RuleExamples } from "../../src/rules/examples";

const BEFORE = `
const api = new aws.apigateway.RestApi("shop");
const root = { restApi: api.id, resourceId: api.rootResourceId, httpMethod: "GET" };
const method = new aws.apigateway.Method("get", { ...root, authorization: "NONE" });`;

export default {
  incorrect: `${BEFORE}
new aws.apigateway.Deployment("shop", { restApi: api.id }, { dependsOn: [method] });
`,
  correct: `${BEFORE}
const integration = new aws.apigateway.Integration("get", { ...root, type: "MOCK" });
new aws.apigateway.Deployment("shop", { restApi: api.id }, { dependsOn: [method, integration] });
`,
} satisfies RuleExamples;
