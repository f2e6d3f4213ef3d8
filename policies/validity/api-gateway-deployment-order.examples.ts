import type { RuleExamples } from "../../src/rules/examples";

const API = `const api = new aws.apigateway.RestApi("orders");
const [restApi, resourceId] = [api.id, api.rootResourceId];
const method = new aws.apigateway.Method("get", { restApi, resourceId, httpMethod: "GET", authorization: "NONE" });
const mock = new aws.apigateway.Integration("get", { restApi, resourceId, httpMethod: method.httpMethod, type: "MOCK" });
`;

export default {
  incorrect: `
${API}
const deployment = new aws.apigateway.Deployment("live", { restApi });
`,
  correct: `
${API}
const deployment = new aws.apigateway.Deployment("live", { restApi }, { dependsOn: [method, mock] });
`,
} satisfies RuleExamples;
