import type { RuleExamples } from "../../src/rules/examples";

const API = `const api = new aws.apigateway.RestApi("orders", { endpointConfiguration: { types: "PRIVATE" } });
const policy = new aws.apigateway.RestApiPolicy("orders", { restApiId: api.id, policy: JSON.stringify({
  Version: "2012-10-17",
  Statement: [{
    Effect: "Allow", Principal: "*", Action: "execute-api:Invoke", Resource: "execute-api:/*",
    Condition: { StringEquals: { "aws:SourceVpce": "vpce-0a1b2c3d4e5f60718" } },
  }],
}) });
`;

export default {
  incorrect: `
${API}
const deployment = new aws.apigateway.Deployment("live", { restApi: api.id });
`,
  correct: `
${API}
const deployment = new aws.apigateway.Deployment("live", { restApi: api.id }, { dependsOn: [policy] });
`,
} satisfies RuleExamples;
