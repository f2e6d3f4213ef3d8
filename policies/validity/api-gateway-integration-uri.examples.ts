import type { RuleExamples } from "../../src/rules/examples";

const integration = (uri: string): string => `
const api = new aws.apigateway.RestApi("orders");
const post = new aws.apigateway.Integration("post", {
  restApi: api.id,
  resourceId: api.rootResourceId,
  httpMethod: "POST",
  integrationHttpMethod: "POST",
  type: "AWS_PROXY",
  uri: "${uri}",
});
`;
const FUNCTION = "arn:aws:lambda:us-east-1:464738291005:function:orders";

export default {
  incorrect: integration(FUNCTION),
  correct: integration(`arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${FUNCTION}/invocations`),
} satisfies RuleExamples;
